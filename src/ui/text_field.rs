//! A field for one line of text.

use leptos::{html, prelude::*};

use super::{
    MaybeText, Text,
    field::{FieldFrame, FieldTies},
};

/// What the text is, so that the browser offers the right keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TextKind {
    /// Words.
    #[default]
    Words,
    /// The name of a person or a place: every word of it begins with a capital.
    Name,
    /// An id, a token, the name of a thing: no spelling, no capitals.
    Code,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A whole number.
    Number,
}

impl TextKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Words | Self::Name | Self::Code => "text",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Number => "number",
        }
    }

    const fn capitals(self) -> Option<&'static str> {
        match self {
            Self::Words => None,
            Self::Name => Some("words"),
            _ => Some("none"),
        }
    }

    const fn is_words(self) -> bool {
        matches!(self, Self::Words)
    }
}

/// A labelled field for one line of text.
#[component]
pub fn TextField(
    /// What it asks for.
    #[prop(into)]
    label: Text,
    /// What is typed.
    value: RwSignal<String>,
    /// What the text is.
    #[prop(optional)]
    kind: TextKind,
    /// Help that is always shown.
    #[prop(optional, into)]
    hint: Option<Text>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: MaybeText,
    /// What the browser may fill in, as in HTML's `autocomplete`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
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
) -> impl IntoView {
    let ties = FieldTies::new(hint, error);
    view! {
        <FieldFrame label ties>
            <input
                class="input"
                id=ties.control()
                type=kind.input_type()
                name=name
                autocomplete=autocomplete
                autocapitalize=kind.capitals()
                autocorrect=(!kind.is_words()).then_some("off")
                spellcheck=(!kind.is_words()).then_some("false")
                enterkeyhint=enter
                required=required
                aria-invalid=move || ties.invalid()
                aria-describedby=move || ties.described_by()
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                node_ref=node_ref
            />
        </FieldFrame>
    }
}
