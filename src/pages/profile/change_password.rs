//! Changing the password of the person.

use futures::future::FutureExt;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::api::user::{PasswordChange, Profile};
use crate::data::account;
use crate::data::query::Handle;
use crate::pages::form::{CurrentPassword, Problems, Sending, offline};
use crate::pages::new_password::{FieldNames, NewPassword, NewPasswordFields};
use crate::ui::{Button, ButtonKind, FormError, ToastTone, Toasts};
use crate::words::{self, t};

/// The fields, by the names of the contract.
const OLD: &str = "old_password";
const NAMES: FieldNames = FieldNames {
    password: "new_password",
    repeated: "re_password",
};

/// The form.
#[component]
pub(super) fn ChangePassword(handle: Handle<Profile>) -> impl IntoView {
    let old = RwSignal::new(String::new());
    let new = NewPassword::new();
    let problems = Problems::of(&[OLD, NAMES.password, NAMES.repeated]);
    let sending = Sending::new(problems);
    let toasts = Toasts::from_context();
    let email = Signal::derive(move || {
        let email = handle.read(|profile| profile.email.clone());
        email.unwrap_or_default()
    });
    let submit = move |event: SubmitEvent| {
        let missing = old.with_untracked(String::is_empty);
        let missing = missing.then_some((OLD, words::PROFILE_OLD_PASSWORD_MISSING));
        let found = missing.into_iter().chain(new.problems(NAMES)).collect();
        let done = Callback::new(move |()| {
            old.set(String::new());
            new.clear();
            // A service that has ended the session with the old password says so to the next question.
            handle.asked.refresh.run(());
            if let Some(toasts) = toasts {
                toasts.push(ToastTone::Success, words::PROFILE_PASSWORD_CHANGED.text());
            }
        });
        // Both fields of the new one hold the same, or nothing is sent.
        let change = PasswordChange {
            old_password: old.get_untracked(),
            new_password: new.password.get_untracked(),
            re_password: new.password.get_untracked(),
        };
        let changed = async move { account::change_password(change).await };
        sending.send(&event, found, changed.boxed_local(), done);
    };
    view! {
        <section class="card settings__section">
            <div class="settings__head">
                <h2 id="change-password">{t(words::PROFILE_CHANGE_PASSWORD)}</h2>
                <p class="muted">{t(words::PROFILE_CHANGE_PASSWORD_LEAD)}</p>
            </div>
            <form
                class="form settings__body"
                aria-labelledby="change-password"
                node_ref=sending.element
                novalidate
                on:submit=submit
            >
                <FormError message=problems.of_form() />
                <CurrentPassword label=words::PROFILE_OLD_PASSWORD value=old name=OLD enter="next" problems />
                <NewPasswordFields typed=new names=NAMES problems owner=email />
                <div class="form__actions">
                    <Button
                        label=words::PROFILE_CHANGE_PASSWORD
                        kind=ButtonKind::Primary
                        submit=true
                        busy=sending.busy
                        busy_label=words::PROFILE_SAVING
                        disabled_because=Signal::derive(offline)
                    />
                </div>
            </form>
        </section>
    }
}
