//! A wait without a shape of its own.

use leptos::prelude::*;

/// A turning ring beside a word that says what is waited for.
#[component]
pub fn Spinner() -> impl IntoView {
    view! { <span class="spinner" aria-hidden="true"></span> }
}
