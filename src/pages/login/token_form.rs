//! Sign-in with a token that the person already has.

use futures::future::FutureExt;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::api::Secret;
use crate::data::{service, sign_in};
use crate::pages::form::{Problems, Sending};
use crate::ui::{Button, ButtonKind, FormError, Help, PasswordField};
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
    let problems = Problems::of(&[TOKEN]).with_refusal(words::LOGIN_TOKEN_REFUSED);
    let form = Sending::new(problems);
    let submit = move |event: SubmitEvent| {
        let typed = token.get_untracked().trim().to_owned();
        let found = problems_of(&typed);
        let sign_in = sign_in::with_token(Secret::new(typed)).boxed_local();
        // What follows is the page that was asked for.
        form.send(&event, found, sign_in, Callback::new(|()| {}));
    };
    view! {
        <form class="form" node_ref=form.element novalidate on:submit=submit>
            <FormError message=problems.of_form() />
            <div class="helped">
                <PasswordField
                    label=words::LOGIN_TOKEN
                    value=token
                    show_label=words::FIELD_SHOW_TOKEN
                    hide_label=words::FIELD_HIDE_TOKEN
                    autocomplete="off"
                    name=TOKEN
                    enter="go"
                    required=true
                    hint=words::LOGIN_TOKEN_HINT
                    error=problems.of_field(TOKEN)
                />
                <Help
                    label=words::HELP_TOKEN
                    text=Signal::derive(|| words::help_token_text(&service::config().auth_scheme))
                />
            </div>
            <Button
                label=words::LOGIN_SUBMIT
                kind=ButtonKind::Primary
                submit=true
                wide=true
                busy=form.busy
                busy_label=words::LOGIN_BUSY
            />
        </form>
    }
}
