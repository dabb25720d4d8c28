//! Sending a sign-in: once at a time, and back to the first wrong field when it fails.

use futures::future::LocalBoxFuture;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::problem::Problems;
use crate::api::ApiError;
use crate::ui::focus_first_invalid;
use crate::words::Word;

/// A form to sign in with.
#[derive(Clone, Copy)]
pub(super) struct SignInForm {
    /// What is wrong with it.
    pub(super) problems: Problems,
    /// An answer is on its way.
    pub(super) busy: RwSignal<bool>,
    /// The form on the page.
    pub(super) element: NodeRef<html::Form>,
    /// What a refused sign-in means here.
    refused: Word,
}

impl SignInForm {
    pub(super) fn new(problems: Problems, refused: Word) -> Self {
        Self {
            problems,
            busy: RwSignal::new(false),
            element: NodeRef::new(),
            refused,
        }
    }

    /// Sends `sign_in`, unless the form itself has `found` something wrong or an answer is on its way.
    pub(super) fn send(
        self,
        event: &SubmitEvent,
        found: Vec<(&'static str, Word)>,
        sign_in: LocalBoxFuture<'static, Result<(), ApiError>>,
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
            // After a success the page has given way to the one that was asked for.
            if let Err(error) = sign_in.await {
                self.busy.try_set(false);
                self.problems.answer(error, self.refused);
                self.show_problems();
            }
        });
    }

    /// Moves the focus to the first wrong field, once it is marked.
    fn show_problems(self) {
        request_animation_frame(move || {
            if let Some(Some(form)) = self.element.try_get_untracked() {
                focus_first_invalid(&form);
            }
        });
    }
}
