//! The mark on a server that something is done to.

use std::time::Duration;

use super::arrival::{self, Expected};
use super::outcome::{Ending, Outcome};
use super::table::Action;
use crate::api::server::{Server, Status};

/// After how long, in milliseconds, the end of an action is no news any more: the device has slept meanwhile, and what the
/// server is now says more than what it was to become.
const STALE: i64 = 60 * 60 * 1_000;

/// Whether the person is told how an action ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// They are told, wherever they are.
    Loud,
    /// They are not: whoever began it tells them in a way of their own.
    Quiet,
}

/// An action that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underway {
    /// What is done.
    pub action: Action,
    /// When it began, in milliseconds since 1970.
    pub since: i64,
    /// The server's status when it began.
    pub before: Status,
}

/// Something that is under way, for who tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The server.
    pub instance_id: String,
    /// What is done.
    pub action: Action,
    /// The name that a rename gives; empty otherwise.
    pub new_name: String,
    /// When it began, in milliseconds since 1970.
    pub since: i64,
    /// Whether its end will be told.
    pub report: Report,
}

/// What is to be done to a server.
pub(super) struct Task {
    pub(super) action: Action,
    /// The name that a rename gives; empty otherwise.
    pub(super) new_name: String,
    /// How long it may take.
    pub(super) patience: Duration,
    pub(super) report: Report,
}

/// How far an action has come. Times are in milliseconds since 1970.
#[derive(Clone)]
pub(super) enum Stage {
    /// The service has been asked and has not answered yet.
    Asked,
    /// The service has accepted it at this time.
    Accepted(i64),
    /// Nothing is under way any more, but the pages do not know it yet: they show `status`, or what they have, until
    /// they get an answer to a question of a time later than `at`.
    Settled { at: i64, status: Option<Status> },
}

/// The mark on a server that something is done to.
pub(super) struct Mark {
    pub(super) instance_id: String,
    pub(super) underway: Underway,
    task: Task,
    pub(super) stage: Stage,
    was_passing: bool,
    /// When the newest answer that held the server was asked for.
    pub(super) seen_at: i64,
    /// Whether the watcher waits for an answer.
    pub(super) watched: bool,
}

/// A server, and when the action there began: tells two marks on one server apart.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) instance_id: String,
    since: i64,
}

impl Mark {
    /// The mark of an action that begins at `now`.
    pub(super) fn new(server: &Server, task: Task, now: i64) -> Self {
        Self {
            instance_id: server.instance_id.clone(),
            underway: Underway {
                action: task.action,
                since: now,
                before: server.status.clone(),
            },
            task,
            stage: Stage::Asked,
            was_passing: false,
            seen_at: now,
            watched: false,
        }
    }

    pub(super) fn key(&self) -> Key {
        Key {
            instance_id: self.instance_id.clone(),
            since: self.underway.since,
        }
    }

    pub(super) fn is_underway(&self) -> bool {
        !matches!(self.stage, Stage::Settled { .. })
    }

    /// The name that is being given, or was: not one that the service has refused.
    pub(super) fn new_name(&self) -> Option<&str> {
        let put_back = matches!(self.stage, Stage::Settled { status: None, .. });
        let given = self.task.action == Action::Rename && !put_back;
        given.then_some(self.task.new_name.as_str())
    }

    /// Whether a page that has asked at this time knows that nothing is under way any more.
    pub(super) fn is_confirmed(&self, asked_at: i64) -> bool {
        matches!(self.stage, Stage::Settled { at, .. } if asked_at >= at)
    }

    /// Whether it is asked for at `now` also while nobody looks: as long as its end may come, and is told.
    pub(super) fn is_awaited_unseen(&self, now: i64) -> bool {
        const GRACE: i64 = 60 * 1_000;
        let patience = i64::try_from(self.task.patience.as_millis()).unwrap_or(i64::MAX);
        let age = now.saturating_sub(self.underway.since);
        self.task.report == Report::Loud && age <= patience.saturating_add(GRACE)
    }

    /// What is under way, for who tells of it.
    pub(super) fn begun(&self) -> Begun {
        Begun {
            instance_id: self.instance_id.clone(),
            action: self.task.action,
            new_name: self.task.new_name.clone(),
            since: self.underway.since,
            report: self.task.report,
        }
    }

    /// Takes notice of the server as an answer has it. Gives how the action has ended, and whether the person is told.
    pub(super) fn look_at(&mut self, server: &Server, asked_at: i64) -> Option<(Outcome, bool)> {
        // What was asked before the service accepted the action says nothing about it.
        let elapsed = match self.stage {
            Stage::Accepted(at) if asked_at >= at => asked_at - at,
            _ => return None,
        };
        self.seen_at = self.seen_at.max(asked_at);
        self.was_passing |= server.status.is_passing();
        let expected = Expected {
            action: self.task.action,
            new_name: &self.task.new_name,
            patience: self.task.patience,
            was_passing: self.was_passing,
            elapsed,
        };
        let ending = arrival::ending(&expected, server)?;
        self.stage = Stage::Settled {
            at: asked_at,
            status: Some(server.status.clone()),
        };
        let is_told = self.task.report == Report::Loud && elapsed < STALE;
        Some((self.outcome(server, ending), is_told))
    }

    fn outcome(&self, server: &Server, ending: Ending) -> Outcome {
        Outcome {
            action: self.task.action,
            instance_id: self.instance_id.clone(),
            name: server.name.clone(),
            ending,
        }
    }
}
