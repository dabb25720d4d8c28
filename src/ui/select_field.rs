//! A field to choose one of many.

use leptos::prelude::*;

use super::{
    Choice, Icon, IconView, MaybeText, Text,
    field::{FieldFrame, FieldTies},
};

/// A labelled list to choose one value from: the browser's own.
#[component]
pub fn SelectField(
    /// What it asks for.
    #[prop(into)]
    label: Text,
    /// What there is to choose from.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of the choice that is made.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value of a new choice.
    #[prop(into)]
    on_change: Callback<String>,
    /// Help that is always shown.
    #[prop(optional, into)]
    hint: Option<Text>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: MaybeText,
) -> impl IntoView {
    let ties = FieldTies::new(hint, error);
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let own = choice.value.clone();
                view! {
                    <option value=choice.value prop:selected=move || value.with(|value| *value == own)>
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <FieldFrame label ties>
            <select
                class="input select"
                id=ties.control()
                aria-invalid=move || ties.invalid()
                aria-describedby=move || ties.described_by()
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {options}
            </select>
            <IconView icon=Icon::ChevronDown />
        </FieldFrame>
    }
}
