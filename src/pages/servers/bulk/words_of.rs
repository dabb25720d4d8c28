//! A run in words.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::server_actions::PowerAction;
use crate::data::bulk::{Counts, Run, Tell};
use crate::format;
use crate::pages::actions::sentences::name_of_action;
use crate::ui::{ToastTone, Toasts};
use crate::words::{self, Word};

/// What a power action is called.
pub(super) fn name_of_power(action: PowerAction) -> Word {
    name_of_action(action.into())
}

/// How far a run has come: `Stop: 120 of 500`; when it is over, how it ended.
pub(super) fn run_text(run: &Run) -> String {
    let counts = run.counts();
    if run.is_over() {
        return outcome(run.action(), counts);
    }
    let done = counts.accepted + counts.failed;
    words::bulk_progress(
        name_of_power(run.action()).text(),
        &format::number(done),
        &format::number(counts.total),
    )
}

/// How a run ended: `Stop: 497 accepted, 3 failed`.
pub fn outcome(action: PowerAction, counts: Counts) -> String {
    words::bulk_outcome(name_of_power(action).text(), &counted(counts))
}

/// How many servers of a run ended how: `497 accepted, 3 failed`.
pub fn counted(counts: Counts) -> String {
    let part =
        |count: u32, text: fn(&str) -> String| (count > 0).then(|| text(&format::number(count)));
    let parts = [
        part(counts.accepted, words::bulk_accepted),
        part(counts.failed, words::bulk_failed),
        part(counts.left_out, words::bulk_left_out),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// Tells with one toast how a run ended.
pub(super) fn teller(toasts: Option<Toasts>) -> Tell {
    Arc::new(move |action, counts| {
        let tone = match counts.failed {
            0 => ToastTone::Success,
            _ => ToastTone::Failure,
        };
        if let Some(toasts) = toasts {
            toasts.push(tone, untrack(|| outcome(action, counts)));
        }
    })
}
