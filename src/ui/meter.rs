//! How much there is of something, in a few steps.

use leptos::prelude::*;

use super::Text;

/// How many steps a meter has.
const STEPS: u8 = 4;

/// A meter of four steps, and the word for the one that is reached.
#[component]
pub fn Meter(
    /// What is measured.
    #[prop(into)]
    label: Text,
    /// The step that is reached, from 0 to 4.
    #[prop(into)]
    step: Signal<u8>,
    /// What that step is called.
    #[prop(into)]
    word: Text,
) -> impl IntoView {
    view! {
        <div class="meter" data-step=step>
            <div
                class="meter__steps"
                role="meter"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=STEPS
                aria-valuenow=step
                aria-valuetext=word
            >
                {(0..STEPS).map(|_| view! { <span class="meter__step"></span> }).collect_view()}
            </div>
            <p class="meter__text" aria-hidden="true">{label} ": " {word}</p>
        </div>
    }
}
