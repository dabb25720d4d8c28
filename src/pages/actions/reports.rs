//! What came of actions, told wherever the person is.

use leptos::prelude::*;

use super::sentences::{ending, name_of_action};
use crate::api::server::Server;
use crate::api::{ApiError, ErrorKind};
use crate::browser::clock;
use crate::data::actions::{Action, Ending, take_outcomes};
use crate::pages::failure;
use crate::pages::servers::pieces::name_of;
use crate::ui::{ToastTone, Toasts};
use crate::words;

/// Tells how actions end, as long as the calling component lives.
pub(in crate::pages) fn tell_outcomes(toasts: Toasts) {
    Effect::new(move || {
        for outcome in take_outcomes() {
            let tone = match outcome.ending {
                Ending::Arrived => ToastTone::Success,
                Ending::Failed | Ending::TakesTooLong => ToastTone::Failure,
            };
            toasts.push(tone, untrack(|| ending(&outcome)));
        }
    });
}

/// Tells that the service did not accept an action.
pub fn tell_failure(toasts: Toasts, action: Action, server: &Server, error: &ApiError) {
    // The sign-in page says that one.
    if error.kind == ErrorKind::Unauthorised {
        return;
    }
    let text = untrack(|| {
        let reason = failure::told(error, clock::now());
        words::action_refused(name_of_action(action).text(), &name_of(server), &reason)
    });
    toasts.push(ToastTone::Failure, text);
}
