//! Sign-in with e-mail and password.

use futures::future::FutureExt;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::api::auth::NewToken;
use crate::data::{service, sign_in};
use crate::format;
use crate::pages::form::{CurrentPassword, Problems, Sending};
use crate::ui::{Button, ButtonKind, Choice, FormError, Help, SelectField, TextField, TextKind};
use crate::words::{self, Word};

/// The fields, by the names of the contract.
const EMAIL: &str = "email";
const PASSWORD: &str = "password";
const PROJECT: &str = "project_id";
const HOURS: &str = "expired";

/// What a person types. A wrong password keeps all of it.
#[derive(Clone, Copy)]
struct Typed {
    email: RwSignal<String>,
    password: RwSignal<String>,
    project: RwSignal<String>,
    hours: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        let hours = service::offers()
            .session_hours
            .first()
            .map(u32::to_string)
            .unwrap_or_default();
        Self {
            email: RwSignal::default(),
            password: RwSignal::default(),
            project: RwSignal::default(),
            hours: RwSignal::new(hours),
        }
    }

    /// What the form itself does not accept.
    fn problems(self) -> Vec<(&'static str, Word)> {
        let mut found = Vec::new();
        let email = self.email.get_untracked();
        let email = email.trim();
        if email.is_empty() {
            found.push((EMAIL, words::LOGIN_EMAIL_MISSING));
        } else if !looks_like_email(email) {
            found.push((EMAIL, words::LOGIN_EMAIL_WRONG));
        }
        if self.password.with_untracked(String::is_empty) {
            found.push((PASSWORD, words::LOGIN_PASSWORD_MISSING));
        }
        found
    }

    fn wanted(self) -> NewToken {
        let project = self.project.get_untracked();
        NewToken {
            email: self.email.get_untracked().trim().to_owned(),
            password: self.password.get_untracked(),
            hours: self.hours.get_untracked().parse().ok(),
            project_id: Some(project.trim().to_owned()).filter(|project| !project.is_empty()),
        }
    }
}

/// Whether a service could take it for an e-mail address. Which ones exist, only the service knows.
fn looks_like_email(text: &str) -> bool {
    let parts = text.rsplit_once('@');
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace)
    })
}

/// The form.
#[component]
pub(super) fn PasswordForm() -> impl IntoView {
    let typed = Typed::new();
    let problems =
        Problems::of(&[EMAIL, PASSWORD, PROJECT, HOURS]).with_refusal(words::LOGIN_REFUSED);
    let form = Sending::new(problems);
    let submit = move |event: SubmitEvent| {
        let sign_in = sign_in::with_password(typed.wanted()).boxed_local();
        // What follows is the page that was asked for.
        form.send(&event, typed.problems(), sign_in, Callback::new(|()| {}));
    };
    view! {
        <form class="form" node_ref=form.element novalidate on:submit=submit>
            <FormError message=problems.of_form() />
            <TextField
                label=words::LOGIN_EMAIL
                value=typed.email
                kind=TextKind::Email
                autocomplete="username"
                name=EMAIL
                enter="next"
                required=true
                error=problems.of_field(EMAIL)
            />
            // What comes after it may stay as it is.
            <CurrentPassword
                label=words::LOGIN_PASSWORD
                value=typed.password
                name=PASSWORD
                enter="go"
                problems
            />
            <div class="helped">
                <TextField
                    label=words::LOGIN_PROJECT
                    value=typed.project
                    kind=TextKind::Code
                    hint=words::LOGIN_PROJECT_HINT
                    autocomplete="on"
                    name=PROJECT
                    enter="go"
                    error=problems.of_field(PROJECT)
                />
                <Help label=words::HELP_PROJECT text=words::HELP_PROJECT_TEXT />
            </div>
            <div class="helped">
                <SessionLength value=typed.hours error=problems.of_field(HOURS) />
                <Help label=words::HELP_SESSION text=words::HELP_SESSION_TEXT />
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

/// How long to stay signed in.
#[component]
fn SessionLength(value: RwSignal<String>, error: Signal<Option<String>>) -> impl IntoView {
    let choices = || {
        let hours = service::offers().session_hours.iter();
        hours
            .map(|hours| Choice::new(hours.to_string(), format::duration(*hours)))
            .collect::<Vec<_>>()
    };
    view! {
        <SelectField
            label=words::LOGIN_SESSION
            choices=Signal::derive(choices)
            value
            error
            on_change=move |hours| value.set(hours)
        />
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_email;

    #[test]
    fn addresses_that_could_exist_are_let_through() {
        for address in [
            "a@b",
            "name@example.com",
            "tên@ví-dụ.vn",
            "\"odd@name\"@example.com",
            "a+b@c.d",
        ] {
            assert!(looks_like_email(address), "{address}");
        }
    }

    #[test]
    fn half_an_address_is_not() {
        for address in ["name", "@example.com", "name@", "na me@example.com"] {
            assert!(!looks_like_email(address), "{address}");
        }
    }
}
