//! How far something has come.

use leptos::prelude::*;

use super::Text;

/// A bar that fills from the start to the end; while nobody knows how far it has come, it only says that it goes on.
#[component]
pub fn Progress(
    /// What is going on.
    #[prop(into)]
    label: Text,
    /// How much of it is done, in hundredths.
    #[prop(into)]
    done: Signal<Option<u8>>,
) -> impl IntoView {
    let value = move || done.get().map(|done| done.min(100).to_string());
    view! { <progress class="progress" max="100" value=value aria-label=label></progress> }
}
