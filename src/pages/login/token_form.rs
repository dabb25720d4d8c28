//! Sign-in with a token that the person already has.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::problem::Problems;
use crate::api::Secret;
use crate::data::sign_in;
use crate::ui::{Button, ButtonKind, FormError, PasswordField, focus_first_invalid};
use crate::words::{self, Word};

const TOKEN: &str = "token";

/// What the form itself does not accept: nothing at all, and what no header can carry.
fn problems_of(token: &str) -> Vec<(&'static str, Word)> {
    if token.is_empty() {
        vec![(TOKEN, words::LOGIN_TOKEN_MISSING)]
    } else if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        vec![(TOKEN, words::LOGIN_TOKEN_WRONG)]
    } else {
        Vec::new()
    }
}

/// The form.
#[component]
pub(super) fn TokenForm() -> impl IntoView {
    let token = RwSignal::new(String::new());
    let problems = Problems::of(&[TOKEN]);
    let busy = RwSignal::new(false);
    let form = NodeRef::<html::Form>::new();
    let show_problems = move || {
        request_animation_frame(move || {
            if let Some(Some(form)) = form.try_get_untracked() {
                focus_first_invalid(&form);
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = token.get_untracked().trim().to_owned();
        if busy.get_untracked() {
            return;
        }
        if !problems.check(problems_of(&typed)) {
            show_problems();
            return;
        }
        busy.set(true);
        spawn_local(async move {
            if let Err(error) = sign_in::with_token(Secret::new(typed)).await {
                busy.try_set(false);
                problems.answer(error, words::LOGIN_TOKEN_REFUSED);
                show_problems();
            }
        });
    };
    view! {
        <form class="form" node_ref=form novalidate on:submit=submit>
            <FormError message=problems.of_form() />
            <PasswordField
                label=words::LOGIN_TOKEN
                value=token
                show_label=words::FIELD_SHOW_TOKEN
                hide_label=words::FIELD_HIDE_TOKEN
                autocomplete="off"
                name=TOKEN
                required=true
                hint=words::LOGIN_TOKEN_HINT
                error=problems.of_field(TOKEN)
            />
            <Button
                label=words::LOGIN_SUBMIT
                kind=ButtonKind::Primary
                submit=true
                wide=true
                busy
                busy_label=words::LOGIN_BUSY
            />
        </form>
    }
}
