//! What the portal asks before it acts.

use leptos::prelude::*;

use super::section::Section;
use crate::pages::actions::confirmation;
use crate::ui::Switch;
use crate::words;

/// A switch for what a person can be asked.
#[component]
pub(super) fn Confirmations() -> impl IntoView {
    view! {
        <Section title=words::SETTINGS_CONFIRMATIONS lead=words::SETTINGS_CONFIRMATIONS_LEAD>
            <Switch label=words::ACTION_ASK_AGAIN checked=Signal::derive(confirmation::follow) on_change=confirmation::want />
        </Section>
    }
}
