//! What every field has around its control: a label, a hint, an error, and the ties between them.

use leptos::prelude::*;

use super::{Icon, IconView, MaybeText, Text, id::UniqueId};

/// The ties of one field.
#[derive(Clone, Copy)]
pub(super) struct FieldTies {
    id: UniqueId,
    hint: Option<Text>,
    error: MaybeText,
}

impl FieldTies {
    /// Ties for a field with this hint and this error.
    pub(super) fn new(hint: Option<Text>, error: MaybeText) -> Self {
        Self {
            id: UniqueId::new(),
            hint,
            error,
        }
    }

    /// The id of the control.
    pub(super) fn control(self) -> String {
        self.id.part("control")
    }

    /// The value of the control's `aria-describedby`: the ids of the error and the hint that are shown.
    pub(super) fn described_by(self) -> Option<String> {
        let wrong = self.error.with(Option::is_some);
        match (wrong, self.hint.is_some()) {
            (true, true) => Some(format!(
                "{} {}",
                self.id.part("error"),
                self.id.part("hint")
            )),
            (true, false) => Some(self.id.part("error")),
            (false, true) => Some(self.id.part("hint")),
            (false, false) => None,
        }
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
