//! A field for a password, which can be looked at while it is typed.

use leptos::{html, prelude::*};

use super::{
    Icon, IconView, MaybeText, Text,
    field::{FieldFrame, FieldTies},
};

/// A labelled field for a password.
#[component]
pub fn PasswordField(
    /// What it asks for.
    #[prop(into)]
    label: Text,
    /// What is typed.
    value: RwSignal<String>,
    /// The name of the button that shows what is typed.
    #[prop(into)]
    show_label: Text,
    /// The name of the button that hides it again.
    #[prop(into)]
    hide_label: Text,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    /// Help that is always shown.
    #[prop(optional, into)]
    hint: Option<Text>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: MaybeText,
    /// The name under which the browser remembers it.
    #[prop(optional)]
    name: Option<&'static str>,
    /// What the Enter key of a keyboard on the screen says, as in HTML's `enterkeyhint`.
    #[prop(optional)]
    enter: Option<&'static str>,
    /// It must not stay empty.
    #[prop(optional)]
    required: bool,
    /// The control, for who wants to focus it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
    /// Whether what is typed can be read, for fields that show and hide together.
    #[prop(default = RwSignal::new(false))]
    shown: RwSignal<bool>,
    /// What else belongs to the field and stands under it.
    #[prop(optional_no_strip)]
    more: Option<AnyView>,
) -> impl IntoView {
    let ties = FieldTies::new(hint, error).with_more(more.is_some());
    let toggle_label = move || {
        if shown.get() {
            hide_label.get()
        } else {
            show_label.get()
        }
    };
    let toggle_icon = move || {
        if shown.get() { Icon::EyeOff } else { Icon::Eye }
    };
    view! {
        <FieldFrame label ties>
            <input
                class="input"
                id=ties.control()
                type=move || if shown.get() { "text" } else { "password" }
                name=name
                autocomplete=autocomplete
                autocapitalize="none"
                // While it is shown, it is a text like others for what corrects them.
                autocorrect="off"
                spellcheck="false"
                enterkeyhint=enter
                required=required
                aria-invalid=move || ties.invalid()
                aria-describedby=move || ties.described_by()
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                node_ref=node_ref
            />
            <button
                type="button"
                class="field__end"
                aria-label=toggle_label
                title=toggle_label
                aria-controls=ties.control()
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                <IconView icon=toggle_icon />
            </button>
        </FieldFrame>
        {more
            .map(|more| {
                view! {
                    <div class="field__more" id=ties.more()>
                        {more}
                    </div>
                }
            })}
    }
}
