//! Links that leave the portal.

use leptos::prelude::*;

use super::{Icon, IconView, Text, VisuallyHidden};

/// A link that opens a tab of its own, and tells the other side nothing about this one.
#[component]
pub fn ExternalLink(
    /// Where it leads, in words.
    #[prop(into)]
    label: Text,
    /// The address. The caller has made sure that it is an `http` or `https` one.
    #[prop(into)]
    href: Text,
    /// That it opens a new tab, in words; spoken.
    #[prop(into)]
    new_tab_label: Text,
) -> impl IntoView {
    view! {
        <a class="external" href=href target="_blank" rel="noopener noreferrer">
            {label}
            <IconView icon=Icon::External />
            <VisuallyHidden text=new_tab_label />
        </a>
    }
}
