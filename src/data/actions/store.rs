//! What is under way, server by server, whichever page is open.

use std::sync::{LazyLock, OnceLock};

use leptos::prelude::*;

pub use super::mark::Begun;
use super::mark::{Key, Mark, Stage, Task, Underway};
use super::news::{self, News};
use super::outcome;
use crate::api::server::Server;
use crate::shared::subscribed;

/// Who has asked for the servers that an answer holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// A page, which shows them.
    Page,
    /// The watcher, which shows nothing.
    Watcher,
}

static MARKS: LazyLock<ArcRwSignal<Vec<Mark>>> = LazyLock::new(ArcRwSignal::default);

/// What compares the servers of an answer with the marks. It stands in the part of the program that begins something, and
/// there is nothing to compare with before that has come.
static COMPARE: OnceLock<fn(&[Server], i64, Source)> = OnceLock::new();

/// What is under way at a server. Subscribes.
#[must_use]
pub fn underway(instance_id: &str) -> Option<Underway> {
    subscribed(&MARKS).with(|marks| {
        let mark = find(marks, instance_id).filter(|mark| mark.is_underway());
        mark.map(|mark| mark.underway.clone())
    })
}

/// How far the action at a server has come. Subscribes.
pub(super) fn stage(instance_id: &str) -> Option<Stage> {
    subscribed(&MARKS).with(|marks| find(marks, instance_id).map(|mark| mark.stage.clone()))
}

/// The name that a server is being given, or has got without the pages knowing it yet. Subscribes.
pub(super) fn new_name(instance_id: &str) -> Option<String> {
    subscribed(&MARKS).with(|marks| Some(find(marks, instance_id)?.new_name()?.to_owned()))
}

/// Whether news of one of these servers are awaited. Subscribes.
pub(crate) fn is_awaited(servers: &[Server]) -> bool {
    subscribed(&MARKS).with(|marks| {
        let mut ids = servers.iter().map(|server| server.instance_id.as_str());
        !marks.is_empty() && ids.any(|id| find(marks, id).is_some())
    })
}

/// Marks a server; `None`, and nothing happens, when something is under way there already. Gives the key of the mark.
pub(super) fn begin(server: &Server, task: Task, now: i64) -> Option<Key> {
    let is_busy = MARKS
        .with_untracked(|marks| find(marks, &server.instance_id).is_some_and(Mark::is_underway));
    if is_busy {
        return None;
    }
    COMPARE.get_or_init(|| compare);
    news::tell(&News::Begun {
        server,
        action: task.action,
        new_name: &task.new_name,
        report: task.report,
    });
    let mark = Mark::new(server, task, now);
    let key = mark.key();
    MARKS.update(|marks| {
        marks.retain(|other| other.instance_id != mark.instance_id);
        marks.push(mark);
    });
    Some(key)
}

/// The service has accepted the action.
pub(super) fn accept(key: &Key, now: i64) {
    set_stage(key, Stage::Accepted(now));
}

/// The service has refused the action, or was not reached, or knows the server no longer: everything is as before.
pub(super) fn put_back(key: &Key, now: i64) {
    let stage = Stage::Settled {
        at: now,
        status: None,
    };
    set_stage(key, stage);
}

/// Looks at `servers`, as an answer to a question of the time `asked_at` has them.
pub(crate) fn seen(servers: &[Server], asked_at: i64, source: Source) {
    news::tell(&News::Seen { servers, asked_at });
    if let Some(compare) = COMPARE.get() {
        compare(servers, asked_at, source);
    }
}

fn compare(servers: &[Server], asked_at: i64, source: Source) {
    if MARKS.with_untracked(Vec::is_empty) {
        return;
    }
    let mut all_ended = Vec::new();
    MARKS.maybe_update(|marks| {
        let mut changed = false;
        for server in servers {
            let Some(index) = position(marks, &server.instance_id) else {
                continue;
            };
            let ended = marks[index].look_at(server, asked_at);
            changed |= ended.is_some();
            all_ended.extend(ended);
            if source == Source::Page && marks[index].is_confirmed(asked_at) {
                marks.swap_remove(index);
                changed = true;
            }
        }
        changed
    });
    outcome::add(all_ended);
}

/// At most `count` servers that no answer has held for `pause` milliseconds, those first that have waited longest; only
/// those whose end is told where it `is_unseen`. They count as asked for until [`answered`].
pub(super) fn due(now: i64, pause: i64, count: usize, is_unseen: bool) -> Vec<Key> {
    let due = MARKS.try_update_untracked(|marks| {
        let is_due = |mark: &&mut Mark| {
            !mark.watched
                && matches!(mark.stage, Stage::Accepted(_))
                && now.saturating_sub(mark.seen_at) >= pause
                && (!is_unseen || mark.is_awaited_unseen(now))
        };
        let mut due: Vec<&mut Mark> = marks.iter_mut().filter(is_due).collect();
        due.sort_by_key(|mark| mark.seen_at);
        let asked = due.into_iter().take(count).map(|mark| {
            mark.watched = true;
            mark.key()
        });
        asked.collect()
    });
    due.unwrap_or_default()
}

/// The watcher waits for this server no longer.
pub(super) fn answered(key: &Key, now: i64) {
    MARKS.update_untracked(|marks| {
        if let Some(mark) = find_mut(marks, key) {
            mark.watched = false;
            mark.seen_at = mark.seen_at.max(now);
        }
    });
}

/// All that is under way now.
#[must_use]
pub fn begun() -> Vec<Begun> {
    MARKS.with_untracked(|marks| {
        let underway = marks.iter().filter(|mark| mark.is_underway());
        underway.map(Mark::begun).collect()
    })
}

/// Whether something is done to a server by this page, or was, as far as an answer has not confirmed it.
#[must_use]
pub fn is_marked(instance_id: &str) -> bool {
    MARKS.with_untracked(|marks| find(marks, instance_id).is_some())
}

/// Whether the service is at work on anything.
pub(super) fn is_any_accepted() -> bool {
    MARKS.with_untracked(|marks| {
        let mut stages = marks.iter().map(|mark| &mark.stage);
        stages.any(|stage| matches!(stage, Stage::Accepted(_)))
    })
}

/// Forgets everything.
pub(super) fn forget() {
    MARKS.update(Vec::clear);
}

fn position(marks: &[Mark], instance_id: &str) -> Option<usize> {
    marks
        .iter()
        .position(|mark| mark.instance_id == instance_id)
}

fn find<'a>(marks: &'a [Mark], instance_id: &str) -> Option<&'a Mark> {
    marks.iter().find(|mark| mark.instance_id == instance_id)
}

fn find_mut<'a>(marks: &'a mut [Mark], key: &Key) -> Option<&'a mut Mark> {
    marks.iter_mut().find(|mark| mark.key() == *key)
}

fn set_stage(key: &Key, stage: Stage) {
    MARKS.update(|marks| {
        if let Some(mark) = find_mut(marks, key) {
            mark.stage = stage;
        }
    });
}

#[cfg(test)]
mod tests;
