//! What is required of something that is typed, ticked off as it is met.

use leptos::prelude::*;

use super::{Icon, IconView, Text};

/// One thing that is required.
#[derive(Clone, Copy)]
pub struct Requirement {
    /// What is required.
    pub text: Text,
    /// Whether it is met now.
    pub met: Signal<bool>,
}

/// A list of requirements. Whoever does not see the ticks hears the words for them.
#[component]
pub fn Requirements(
    /// What is required of what.
    #[prop(into)]
    label: Text,
    /// What is required.
    requirements: Vec<Requirement>,
    /// Said of one that is met.
    #[prop(into)]
    met_text: Text,
    /// Said of one that is not.
    #[prop(into)]
    missing_text: Text,
) -> impl IntoView {
    let item = move |Requirement { text, met }: Requirement| {
        let icon = move || if met.get() { Icon::Check } else { Icon::Circle };
        let state = move || {
            if met.get() {
                met_text.get()
            } else {
                missing_text.get()
            }
        };
        view! {
            <li class="requirement" data-met=met>
                <IconView icon=Signal::derive(icon) />
                <span>{text} <span class="visually-hidden">", " {state}</span></span>
            </li>
        }
    };
    view! {
        <ul class="requirements" aria-label=label>
            {requirements.into_iter().map(item).collect_view()}
        </ul>
    }
}
