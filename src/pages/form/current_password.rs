//! The field for the password that the person signs in with.

use leptos::prelude::*;

use super::Problems;
use crate::ui::PasswordField;
use crate::words::{self, Word};

/// The field for the password that the person signs in with.
#[component]
pub fn CurrentPassword(
    /// What the form calls it.
    label: Word,
    /// What is typed.
    value: RwSignal<String>,
    /// The field, by the name of the contract.
    name: &'static str,
    /// What the Enter key of a keyboard on the screen says, as in HTML's `enterkeyhint`.
    enter: &'static str,
    /// What is wrong with the form.
    problems: Problems,
) -> impl IntoView {
    view! {
        <PasswordField
            label
            value
            show_label=words::FIELD_SHOW_PASSWORD
            hide_label=words::FIELD_HIDE_PASSWORD
            autocomplete="current-password"
            name
            enter
            required=true
            error=problems.of_field(name)
        />
    }
}
