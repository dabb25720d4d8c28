//! Servers that have come up or failed without this tab having begun it.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use super::device;
use crate::api::server::{Server, Status};
use crate::data::actions;
use crate::data::notices::{Passed, Passing};
use crate::data::servers::ListView;
use crate::pages::servers::pieces::name_or_unnamed;
use crate::paths;
use crate::ui::{ToastTone, Toasts};
use crate::words;

thread_local! {
    static PASSING: RefCell<Passing> = RefCell::default();
    static TOASTS: Cell<Option<Toasts>> = const { Cell::new(None) };
}

/// Knows nothing yet, and tells by `toasts`.
pub(super) fn begin(toasts: Toasts) {
    PASSING.take();
    TOASTS.set(Some(toasts));
    on_cleanup(|| TOASTS.set(None));
}

/// Tells of those that have passed.
pub(super) fn look_at(servers: &[Server], asked_at: i64) {
    let passed =
        PASSING.with_borrow_mut(|passing| passing.look_at(servers, asked_at, actions::is_marked));
    let (failed, running): (Vec<Passed>, Vec<Passed>) =
        passed.into_iter().partition(|passed| passed.has_failed);
    tell(&running, false);
    tell(&failed, true);
}

/// Tells of these, which have all failed, or all come up.
pub(super) fn tell(passed: &[Passed], have_failed: bool) {
    let [first, others @ ..] = passed else {
        return;
    };
    let count = u32::try_from(passed.len()).unwrap_or(u32::MAX);
    let name = name_or_unnamed(&first.name);
    let text = match (others, have_failed) {
        ([], false) => words::action_start_done(&name),
        ([], true) => words::notice_failed(&name),
        (_, false) => words::notice_running_many(count),
        (_, true) => words::notice_failed_many(count),
    };
    let (title, address, label) = match others {
        [] => {
            let address = paths::server(&first.instance_id);
            (name, address, words::NOTICE_SHOW_SERVER)
        }
        _ => {
            let status = have_failed.then_some(Status::Error);
            let view = ListView {
                status,
                ..ListView::default()
            };
            let title = words::servers_count(count);
            (title, view.address(), words::NOTICE_SHOW_SERVERS)
        }
    };
    let tone = if have_failed {
        ToastTone::Failure
    } else {
        ToastTone::Success
    };
    device::show(title, &text, &address);
    push(tone, text, label.text(), address);
}

/// Shows a toast with a link.
pub(super) fn push(tone: ToastTone, text: String, label: &str, address: String) {
    if let Some(toasts) = TOASTS.get() {
        toasts.push_with_link(tone, text, label, address);
    }
}
