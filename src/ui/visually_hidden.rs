//! Text for those who do not see the page.

use leptos::prelude::*;

/// Text that assistive technology reads and the screen does not show.
#[component]
pub fn VisuallyHidden(
    /// The text.
    #[prop(into)]
    text: super::Text,
) -> impl IntoView {
    view! { <span class="visually-hidden">{text}</span> }
}
