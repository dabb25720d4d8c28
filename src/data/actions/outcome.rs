//! How actions ended, until somebody tells the person.

use std::sync::LazyLock;

use leptos::prelude::*;

use super::news::{self, News};
use super::table::Action;
use crate::shared::subscribed;

/// How an action ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The server is where it was to go.
    Arrived,
    /// The server has failed on the way.
    Failed,
    /// It takes far longer than it should. What the service says of the server is shown again, and nothing is awaited.
    TakesTooLong,
}

/// What came of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was done.
    pub action: Action,
    /// The server.
    pub instance_id: String,
    /// The name of the server, as the newest answer has it.
    pub name: String,
    /// How it ended.
    pub ending: Ending,
}

static UNTOLD: LazyLock<ArcRwSignal<Vec<Outcome>>> = LazyLock::new(ArcRwSignal::default);

/// The outcomes that nobody has told yet; whoever takes them tells them. Subscribes.
#[must_use]
pub fn take_outcomes() -> Vec<Outcome> {
    subscribed(&UNTOLD);
    UNTOLD
        .try_update_untracked(std::mem::take)
        .unwrap_or_default()
}

/// Takes how actions ended, each with whether the person is told.
pub(super) fn add(ended: Vec<(Outcome, bool)>) {
    for (outcome, is_told) in ended {
        news::tell(&News::Ended {
            outcome: &outcome,
            is_told,
        });
        if is_told {
            UNTOLD.update(|untold| untold.push(outcome));
        }
    }
}

pub(super) fn forget() {
    UNTOLD.update_untracked(Vec::clear);
}
