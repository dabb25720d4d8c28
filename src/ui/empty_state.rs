//! A place with nothing in it.

use leptos::prelude::*;

use super::{Icon, IconView, Text};

/// Says that there is nothing here, why, and what to do.
#[component]
pub fn EmptyState(
    /// What would be here.
    icon: Icon,
    /// What there is nothing of.
    #[prop(into)]
    title: Text,
    /// Why, and what to do.
    #[prop(into)]
    text: Text,
    /// Buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let actions = children.map(|children| view! { <div class="empty__actions">{children()}</div> });
    view! {
        <div class="empty">
            <IconView icon />
            <h2>{title}</h2>
            <p class="empty__text">{text}</p>
            {actions}
        </div>
    }
}
