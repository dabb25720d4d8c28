//! Links to the parts of a page.

use leptos::prelude::*;

use super::Text;

/// A row of links, each to one part of a page; the current one bears `aria-current="page"`.
#[component]
pub fn Tabs(
    /// The name of the navigation.
    #[prop(into)]
    label: Text,
    /// The links.
    children: Children,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            {children()}
        </nav>
    }
}
