//! A dialog that asks for the person's password: the contract has no other way to a new token.

use futures::future::LocalBoxFuture;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::form::{CurrentPassword, Problems, Sending, offline};
use crate::api::ApiError;
use crate::session;
use crate::ui::{Button, ButtonKind, Dialog, FormError, Text};
use crate::words;

/// The field, by the name of the contract.
const PASSWORD: &str = "password";

/// What is done with the password.
pub type Call = Callback<String, LocalBoxFuture<'static, Result<(), ApiError>>>;

/// Asks for the password of the person who is signed in, and does something with it.
#[component]
pub fn AskPassword(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it is for; the button that sends it says the same.
    #[prop(into)]
    title: Text,
    /// Why it is needed.
    #[prop(into)]
    text: Text,
    /// What is done with it.
    call: Call,
    /// What follows when that has succeeded.
    #[prop(into)]
    done: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open title>
            <Form open title text call done />
        </Dialog>
    }
}

#[component]
fn Form(
    open: RwSignal<bool>,
    title: Text,
    text: Text,
    call: Call,
    done: Callback<()>,
) -> impl IntoView {
    let email = untrack(session::current)
        .map(|session| session.email)
        .unwrap_or_default();
    let password = RwSignal::new(String::new());
    let problems = Problems::of(&[PASSWORD]).with_refusal(words::LOGIN_REFUSED);
    let sending = Sending::new(problems);
    let submit = move |event: SubmitEvent| {
        let missing = password.with_untracked(String::is_empty);
        let found = missing.then_some((PASSWORD, words::LOGIN_PASSWORD_MISSING));
        let answer = call.run(password.get_untracked());
        let finish = Callback::new(move |()| {
            open.set(false);
            done.run(());
        });
        sending.send(&event, found.into_iter().collect(), answer, finish);
    };
    view! {
        <form class="form" node_ref=sending.element novalidate on:submit=submit>
            <p>{text}</p>
            <FormError message=problems.of_form() />
            <input type="text" autocomplete="username" readonly hidden value=email />
            <CurrentPassword label=words::LOGIN_PASSWORD value=password name=PASSWORD enter="go" problems />
            <div class="dialog__actions">
                <Button label=words::COMMON_CANCEL on_press=move |()| open.set(false) />
                <Button
                    label=title
                    kind=ButtonKind::Primary
                    submit=true
                    busy=sending.busy
                    busy_label=words::LOGIN_BUSY
                    disabled_because=Signal::derive(offline)
                />
            </div>
        </form>
    }
}
