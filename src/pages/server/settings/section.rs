//! What the parts of the settings have in common.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::api::server::Server;
use crate::data::actions::{Action, Hindrance, hindrance};
use crate::pages::form::Sending;
use crate::pages::servers::facts::status_text;
use crate::ui::{Announcer, Button, ButtonKind, FormError, MaybeText};
use crate::words::{self, Word, t};

/// A part of the settings: its name and what it is for.
#[component]
pub(super) fn Section(
    /// What it is called.
    title: Word,
    /// What it is for.
    lead: Word,
    /// Its content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card settings__section">
            <div class="settings__head">
                <h2>{t(title)}</h2>
                <p class="muted">{t(lead)}</p>
            </div>
            <div class="settings__body">{children()}</div>
        </section>
    }
}

/// A form that does one thing to the server: what went wrong, its fields, and the button with its name.
#[component]
pub(super) fn ActionForm(
    /// What it is called, and what its button says.
    name: Word,
    /// The word of the button while it is sent.
    busy_label: Word,
    /// How it is sent.
    sending: Sending,
    /// Why it cannot be sent now.
    #[prop(into)]
    hindrance: MaybeText,
    /// What it does destroys something.
    #[prop(optional)]
    dangerous: bool,
    /// Called when it is sent.
    #[prop(into)]
    on_submit: Callback<SubmitEvent>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let kind = if dangerous {
        ButtonKind::Danger
    } else {
        ButtonKind::Primary
    };
    let announcer = Announcer::from_context();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // Enter in a field sends the form past its button, and past what the button says.
        match (hindrance.get_untracked(), announcer) {
            (None, _) => on_submit.run(event),
            (Some(hindrance), Some(announcer)) => announcer.say(hindrance),
            (Some(_), None) => {}
        }
    };
    view! {
        <form
            class="form settings__form"
            aria-label=t(name)
            node_ref=sending.element
            novalidate
            on:submit=submit
        >
            <FormError message=sending.problems.of_form() />
            {children()}
            <div class="form__actions">
                <Button
                    label=name
                    kind
                    submit=true
                    busy=sending.busy
                    busy_label
                    disabled_because=hindrance
                />
            </div>
        </form>
    }
}

/// Why the action cannot be done to the server now.
pub(super) fn hindrance_to(action: Action, server: Memo<Server>) -> Option<String> {
    let because = |server: &Server| {
        Some(match hindrance(action, server)? {
            Hindrance::Status => words::settings_hindered_status(&status_text(&server.status)),
            Hindrance::Permission(permission) => words::settings_hindered_permission(permission),
            Hindrance::Underway(_) => words::SETTINGS_HINDERED_UNDERWAY.text().to_owned(),
            Hindrance::Offline => words::SETTINGS_HINDERED_OFFLINE.text().to_owned(),
        })
    };
    server.with(because)
}
