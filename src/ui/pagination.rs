//! The way through a list that comes in pages.

use leptos::prelude::*;

use super::{Icon, LinkButton, MaybeText, Text};

/// Links to the previous and the next page.
#[component]
pub fn Pagination(
    /// The name of the navigation.
    #[prop(into)]
    label: Text,
    /// Which page of how many.
    #[prop(into)]
    position: Text,
    /// The name of the link to the previous page.
    #[prop(into)]
    previous_label: Text,
    /// Its address, if there is such a page.
    #[prop(into)]
    previous: MaybeText,
    /// The name of the link to the next page.
    #[prop(into)]
    next_label: Text,
    /// Its address, if there is such a page.
    #[prop(into)]
    next: MaybeText,
    /// What stands before the links, such as a choice of the page's size.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <nav class="pagination" aria-label=label>
            {children.map(|children| children())}
            <div class="pagination__steps">
                <LinkButton
                    label=previous_label
                    href=previous
                    icon=Icon::ChevronLeft
                    icon_only=true
                />
                <span class="pagination__position">{position}</span>
                <LinkButton label=next_label href=next icon=Icon::ChevronRight icon_only=true />
            </div>
        </nav>
    }
}
