//! A field to search with.

use leptos::{html, prelude::*};

use super::{
    Icon, IconView, MaybeText, Text,
    field::{FieldFrame, FieldTies},
};

/// A labelled field to search with, and a button that empties it.
#[component]
pub fn SearchField(
    /// What is searched.
    #[prop(into)]
    label: Text,
    /// What is searched for.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change of the text.
    #[prop(into)]
    on_input: Callback<String>,
    /// The name of the button that empties it.
    #[prop(into)]
    clear_label: Text,
    /// What can be searched for, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<Text>,
) -> impl IntoView {
    let ties = FieldTies::new(None, MaybeText::default());
    let control = NodeRef::<html::Input>::new();
    let clear = move |_| {
        on_input.run(String::new());
        if let Some(control) = control.get_untracked() {
            // Refused only by a control that has left the page.
            let _ = control.focus();
        }
    };
    let clear_button = move || {
        (!value.with(String::is_empty)).then(|| {
            view! {
                <button
                    type="button"
                    class="field__end"
                    aria-label=clear_label
                    title=clear_label
                    on:click=clear
                >
                    <IconView icon=Icon::Close />
                </button>
            }
        })
    };
    view! {
        <FieldFrame label ties>
            <IconView icon=Icon::Search />
            <input
                class="input"
                id=ties.control()
                type="search"
                autocomplete="off"
                autocapitalize="none"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=placeholder
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
                node_ref=control
            />
            {clear_button}
        </FieldFrame>
    }
}
