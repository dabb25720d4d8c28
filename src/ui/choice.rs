//! Choices that are all in sight: one of a few, yes or no, on or off.

use leptos::prelude::*;

use super::{Icon, IconView, Text, id::UniqueId};

/// One of the things to choose from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// What the program calls it.
    pub value: String,
    /// What the reader calls it.
    pub label: String,
    /// An icon beside the label; a [`SelectField`](super::SelectField) shows none.
    pub icon: Option<Icon>,
}

impl Choice {
    /// A choice with a label alone.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            icon: None,
        }
    }

    /// The same choice with an icon.
    #[must_use]
    pub fn with_icon(self, icon: Icon) -> Self {
        Self {
            icon: Some(icon),
            ..self
        }
    }
}

/// A row of radio buttons that look like one control.
#[component]
pub fn Segments(
    /// What is chosen; spoken, not shown.
    #[prop(into)]
    label: Text,
    /// What there is to choose from: two to four.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of the choice that is made.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value of a new choice.
    #[prop(into)]
    on_change: Callback<String>,
    /// As wide as its place.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let group = UniqueId::new();
    let segments = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| segment(group, choice, value, on_change))
            .collect_view()
    };
    view! {
        <fieldset class="field">
            <legend class="visually-hidden">{label}</legend>
            <div class="segments" data-wide=wide>
                {segments}
            </div>
        </fieldset>
    }
}

fn segment(
    group: UniqueId,
    choice: Choice,
    value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    let Choice {
        value: own,
        label,
        icon,
    } = choice;
    view! {
        <label class="segment">
            {radio("segment__input", group, own, value, on_change)} {icon.map(|icon| view! { <IconView icon /> })}
            <span>{label}</span>
        </label>
    }
}

/// The button of one choice out of a group, without its label.
pub(super) fn radio(
    class: &'static str,
    group: UniqueId,
    own: String,
    value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    let compared = own.clone();
    let changed = own.clone();
    view! {
        <input
            class=class
            type="radio"
            name=group.part("choices")
            value=own
            prop:checked=move || value.with(|value| *value == compared)
            on:change=move |_| on_change.run(changed.clone())
        />
    }
}

/// A box to tick.
#[component]
pub fn Checkbox(
    /// What is agreed to by ticking it.
    #[prop(into)]
    label: Text,
    /// It is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Help that is always shown.
    #[prop(optional, into)]
    hint: Option<Text>,
) -> impl IntoView {
    let id = UniqueId::new();
    let hint_line = hint.map(|hint| {
        view! {
            <span class="field__hint" id=id.part("hint")>
                {hint}
            </span>
        }
    });
    view! {
        <div class="check">
            <input
                type="checkbox"
                class="check__input"
                id=id.part("control")
                aria-describedby=hint.map(|_| id.part("hint"))
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label for=id.part("control")>{label}</label>
            {hint_line}
        </div>
    }
}

/// A switch that acts at once.
#[component]
pub fn Switch(
    /// What is switched on.
    #[prop(into)]
    label: Text,
    /// It is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}
