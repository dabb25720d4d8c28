//! What every field has around its control: a label, a hint, an error, and the ties between them.

use leptos::prelude::*;

use super::{Icon, IconView, MaybeText, Text, id::UniqueId};

/// The ties of one field.
#[derive(Clone, Copy)]
pub(super) struct FieldTies {
    id: UniqueId,
    hint: Option<Text>,
    error: MaybeText,
    has_more: bool,
}

impl FieldTies {
    /// Ties for a field with this hint and this error.
    pub(super) fn new(hint: Option<Text>, error: MaybeText) -> Self {
        Self {
            id: UniqueId::new(),
            hint,
            error,
            has_more: false,
        }
    }

    /// The same ties for a field with more to say under it, in an element with the id [`more`](Self::more).
    pub(super) fn with_more(self, has_more: bool) -> Self {
        Self { has_more, ..self }
    }

    /// The id of what else stands under the field.
    pub(super) fn more(self) -> String {
        self.id.part("more")
    }

    /// The id of the control.
    pub(super) fn control(self) -> String {
        self.id.part("control")
    }

    /// The value of the control's `aria-describedby`: the ids of the error, the hint and what else is shown.
    pub(super) fn described_by(self) -> Option<String> {
        let parts = [
            (self.error.with(Option::is_some), "error"),
            (self.hint.is_some(), "hint"),
            (self.has_more, "more"),
        ];
        let shown = parts.into_iter().filter(|(shown, _)| *shown);
        let mut ids = String::new();
        for (_, part) in shown {
            if !ids.is_empty() {
                ids.push(' ');
            }
            ids.push_str(&self.id.part(part));
        }
        (!ids.is_empty()).then_some(ids)
    }

    /// The value of the control's `aria-invalid`.
    pub(super) fn invalid(self) -> Option<&'static str> {
        self.error.with(Option::is_some).then_some("true")
    }
}

/// Puts a label above a control, and its hint and error below.
#[component]
pub(super) fn FieldFrame(
    /// What the field asks for.
    #[prop(into)]
    label: Text,
    /// The ties that the control has, too.
    ties: FieldTies,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field__label" for=ties.control()>
                {label}
            </label>
            <div class="field__control">{children()}</div>
            <FieldNotes ties />
        </div>
    }
}

/// The hint and the error of a field.
#[component]
pub(super) fn FieldNotes(
    /// The ties that the control has, too.
    ties: FieldTies,
) -> impl IntoView {
    let hint = ties.hint.map(|hint| {
        view! {
            <p class="field__hint" id=ties.id.part("hint")>
                {hint}
            </p>
        }
    });
    let error = move || {
        ties.error.get().map(|error| {
            view! {
                <p class="field__error" id=ties.id.part("error")>
                    <IconView icon=Icon::Error />
                    <span>{error}</span>
                </p>
            }
        })
    };
    view! {
        {error}
        {hint}
    }
}
