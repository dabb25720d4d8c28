//! One of many, each in sight: options under the picture of the family that they belong to.

use leptos::prelude::*;

use super::{
    Choice, MaybeText, Text,
    choice::radio,
    field::{FieldNotes, FieldTies},
    id::UniqueId,
};

/// Options that belong together.
pub struct OptionGroup {
    /// What they are called together.
    pub name: Text,
    /// A picture beside the name; assistive technology does not meet it.
    pub picture: AnyView,
    /// The options.
    pub options: Vec<Choice>,
}

/// Radio buttons on cards, a card for each group.
#[component]
pub fn OptionCards(
    /// What is chosen.
    #[prop(into)]
    label: Text,
    /// What there is to choose from.
    groups: Vec<OptionGroup>,
    /// The value of the option that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value of a new option.
    #[prop(into)]
    on_change: Callback<String>,
    /// What is wrong with the choice now.
    #[prop(optional, into)]
    error: MaybeText,
) -> impl IntoView {
    let ties = FieldTies::new(None, error);
    let radios = UniqueId::new();
    let card = move |group: OptionGroup| {
        let name_id = UniqueId::new();
        let option = move |option: Choice| option_view(radios, option, value, on_change);
        view! {
            <div class="option-card" role="group" aria-labelledby=name_id.part("name")>
                <div class="option-card__head">
                    {group.picture} <span id=name_id.part("name")>{group.name}</span>
                </div>
                {group.options.into_iter().map(option).collect_view()}
            </div>
        }
    };
    view! {
        <fieldset
            class="field"
            role="radiogroup"
            tabindex="-1"
            aria-invalid=move || ties.invalid()
            aria-describedby=move || ties.described_by()
        >
            <legend class="field__label">{label}</legend>
            <div class="option-cards">{groups.into_iter().map(card).collect_view()}</div>
            <FieldNotes ties />
        </fieldset>
    }
}

fn option_view(
    radios: UniqueId,
    option: Choice,
    value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="option">
            {radio("option__input", radios, option.value, value, on_change)}
            <span>{option.label}</span>
        </label>
    }
}
