//! What the parts of the settings have in common.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use crate::pages::form::Sending;
use crate::ui::{Announcer, Button, ButtonKind, FormError, MaybeText};
use crate::words::{Word, t};

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
    // Enter in a field presses the button, which keeps to itself why it does nothing.
    let tell_why = move |event: KeyboardEvent| {
        if event.key() == "Enter"
            && let (Some(why), Some(announcer)) = (hindrance.get_untracked(), announcer)
        {
            announcer.say(why);
        }
    };
    view! {
        <form
            class="form settings__form"
            aria-label=t(name)
            node_ref=sending.element
            novalidate
            on:keydown=tell_why
            on:submit=move |event| on_submit.run(event)
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
