//! The way through a list that comes in pages.

use leptos::ev::Event;
use leptos::prelude::*;

use super::{Icon, LinkButton, MaybeText, Text, around};

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
    /// Told when somebody reaches for a link, with the pointer or the focus: whether it is that to the next page.
    #[prop(optional)]
    on_near: Option<Callback<bool>>,
    /// What stands before the links, such as a choice of the page's size.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let near = move |event: &Event| {
        if let (Some(on_near), Some(link)) = (on_near, around(event, "a[href]")) {
            on_near.run(link.matches(":last-child").unwrap_or_default());
        }
    };
    view! {
        <nav class="pagination" aria-label=label>
            {children.map(|children| children())}
            <div
                class="pagination__steps"
                on:pointerover=move |event| near(&event)
                on:focusin=move |event| near(&event)
            >
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
