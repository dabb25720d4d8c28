//! What forms have in common: they are sent once at a time, and lead back to the first wrong field when that fails.

mod current_password;
mod problems;

use futures::future::LocalBoxFuture;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use self::current_password::CurrentPassword;
pub use self::problems::Problems;
use crate::api::ApiError;
use crate::browser::presence;
use crate::ui::{Announcer, error_at_focus, focus_first_invalid};
use crate::words::{self, Word};

/// Why nothing can be sent now: the device has no network. What is typed meanwhile stays. Subscribes.
pub fn offline() -> Option<String> {
    (!presence::online()).then(|| words::OFFLINE_REASON.text().to_owned())
}

/// A form that is sent to the service.
#[derive(Clone, Copy)]
pub struct Sending {
    /// What is wrong with it.
    pub problems: Problems,
    /// An answer is on its way.
    pub busy: RwSignal<bool>,
    /// The form on the page.
    pub element: NodeRef<html::Form>,
    announcer: Option<Announcer>,
}

impl Sending {
    /// A form in which this may be wrong.
    pub fn new(problems: Problems) -> Self {
        Self {
            problems,
            busy: RwSignal::new(false),
            element: NodeRef::new(),
            announcer: Announcer::from_context(),
        }
    }

    /// Awaits `call`, unless the form itself has `found` something wrong or an answer is on its way. A success is
    /// followed by `done`, while the form is still on the page.
    pub fn send(
        self,
        event: &SubmitEvent,
        found: Vec<(&'static str, Word)>,
        call: LocalBoxFuture<'static, Result<(), ApiError>>,
        done: Callback<()>,
    ) {
        event.prevent_default();
        if self.busy.get_untracked() {
            return;
        }
        if !self.problems.check(found) {
            self.show_problems();
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = call.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => done.run(()),
                Err(error) => {
                    self.problems.answer(error);
                    self.show_problems();
                }
            }
        });
    }

    /// Moves the focus to the first wrong field, once it is marked; speaks of it where it is there already.
    fn show_problems(self) {
        request_animation_frame(move || {
            if let Some(Some(form)) = self.element.try_get_untracked() {
                if let (Some(announcer), Some(error)) = (self.announcer, error_at_focus(&form)) {
                    announcer.say(error);
                }
                focus_first_invalid(&form);
            }
        });
    }
}
