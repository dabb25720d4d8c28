//! What the person can change.

use futures::future::FutureExt;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::typed::{ADDRESS, COMPANY, FIRST_NAME, GENDER, LAST_NAME, PHONE, Typed};
use crate::api::user::{Gender, Profile};
use crate::data::account;
use crate::data::query::Handle;
use crate::pages::form::{Problems, Sending, offline};
use crate::pages::leaving::WarnOfLeaving;
use crate::ui::{
    Button, ButtonKind, Choice, FormError, SelectField, TextField, TextKind, ToastTone, Toasts,
};
use crate::words::{self, t};

/// The form.
#[component]
pub(super) fn DetailsForm(handle: Handle<Profile>) -> impl IntoView {
    let known = move || handle.read(Profile::clone).unwrap_or_default();
    let typed = Typed::of(&untrack(known));
    let problems = Problems::of(&[FIRST_NAME, LAST_NAME, GENDER, PHONE, ADDRESS, COMPANY]);
    let sending = Sending::new(problems);
    let unchanged = Memo::new(move |_| typed.changes(&known()).is_empty());
    let toasts = Toasts::from_context();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if unchanged.get_untracked() {
            return;
        }
        let update = untrack(|| typed.changes(&known()));
        let done = Callback::new(move |()| {
            handle.asked.refresh.run(());
            if let Some(toasts) = toasts {
                toasts.push(ToastTone::Success, words::PROFILE_SAVED.text());
            }
        });
        let saved = async move { account::update_profile(update).await };
        sending.send(&event, typed.problems(), saved.boxed_local(), done);
    };
    let nothing_changed = move || {
        unchanged
            .get()
            .then(|| words::PROFILE_UNCHANGED.text().to_owned())
    };
    view! {
        <section class="card settings__section">
            <div class="settings__head">
                <h2 id="profile-details">{t(words::PROFILE_DETAILS)}</h2>
                <p class="muted">{t(words::PROFILE_DETAILS_LEAD)}</p>
            </div>
            <form
                class="form settings__body"
                aria-labelledby="profile-details"
                node_ref=sending.element
                novalidate
                on:submit=submit
            >
                <FormError message=problems.of_form() />
                <Names typed problems />
                <GenderField typed problems handle />
                <TextField
                    label=words::PROFILE_PHONE
                    value=typed.phone
                    kind=TextKind::Phone
                    hint=words::PROFILE_PHONE_HINT
                    autocomplete="tel"
                    name=PHONE
                    enter="next"
                    error=problems.of_field(PHONE)
                />
                <TextField
                    label=words::PROFILE_ADDRESS
                    value=typed.address
                    kind=TextKind::Name
                    autocomplete="street-address"
                    name=ADDRESS
                    enter="next"
                    error=problems.of_field(ADDRESS)
                />
                <TextField
                    label=words::PROFILE_COMPANY
                    value=typed.company
                    kind=TextKind::Name
                    autocomplete="organization"
                    name=COMPANY
                    enter="done"
                    error=problems.of_field(COMPANY)
                />
                <div class="form__actions">
                    <Button
                        label=words::PROFILE_SAVE
                        kind=ButtonKind::Primary
                        submit=true
                        busy=sending.busy
                        busy_label=words::PROFILE_SAVING
                        disabled_because=Signal::derive(move || offline().or_else(nothing_changed))
                    />
                </div>
            </form>
        </section>
        <WarnOfLeaving when=Signal::derive(move || !unchanged.get()) />
    }
}

/// The two parts of the name: family and middle name first, as the service keeps them (contract, User).
#[component]
fn Names(typed: Typed, problems: Problems) -> impl IntoView {
    view! {
        <TextField
            label=words::PROFILE_FIRST_NAME
            value=typed.first_name
            kind=TextKind::Name
            hint=words::PROFILE_FIRST_NAME_HINT
            autocomplete="family-name"
            name=FIRST_NAME
            enter="next"
            error=problems.of_field(FIRST_NAME)
        />
        <TextField
            label=words::PROFILE_LAST_NAME
            value=typed.last_name
            kind=TextKind::Name
            hint=words::PROFILE_LAST_NAME_HINT
            autocomplete="given-name"
            name=LAST_NAME
            enter="next"
            error=problems.of_field(LAST_NAME)
        />
    }
}

/// How the person is addressed. What the service says and the portal does not know is shown as it is, and kept.
#[component]
fn GenderField(typed: Typed, problems: Problems, handle: Handle<Profile>) -> impl IntoView {
    let choices = move || {
        let unknown = handle.read(|profile| profile.unknown_gender.clone());
        let unknown = unknown.filter(|word| !word.is_empty());
        let none = unknown.unwrap_or_else(|| words::PROFILE_GENDER_NONE.text().to_owned());
        let known = [
            (Gender::Male, words::PROFILE_GENDER_MALE),
            (Gender::Female, words::PROFILE_GENDER_FEMALE),
            (Gender::Company, words::PROFILE_GENDER_COMPANY),
        ]
        .map(|(gender, word)| Choice::new(gender.number().to_string(), word.text()));
        // The service has no way back to none.
        let is_none = handle
            .read(|profile| profile.gender.is_none())
            .unwrap_or(true);
        let none = is_none.then(|| Choice::new("", none));
        none.into_iter().chain(known).collect::<Vec<_>>()
    };
    view! {
        <SelectField
            label=words::PROFILE_GENDER
            choices=Signal::derive(choices)
            value=typed.gender
            error=problems.of_field(GENDER)
            on_change=move |number| typed.gender.set(number)
        />
    }
}
