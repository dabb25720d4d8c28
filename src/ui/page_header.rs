//! The head of a page, and the way back from it.

use leptos::{html, prelude::*};

use super::{Icon, IconView, MaybeText, Text};

/// The heading of a page, a note beside it, and what can be done with the whole page.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Text,
    /// A note beside it, such as a count.
    #[prop(optional, into)]
    note: MaybeText,
    /// The heading itself, which can take the focus when the address changes.
    #[prop(optional)]
    heading: NodeRef<html::H1>,
    /// Buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let note_line = move || {
        note.get()
            .map(|note| view! { <p class="page-header__note">{note}</p> })
    };
    let actions =
        children.map(|children| view! { <div class="page-header__actions">{children()}</div> });
    view! {
        <header class="page-header">
            <div class="page-header__titles">
                <h1 class="page-header__title" tabindex="-1" node_ref=heading>
                    {title}
                </h1>
                {note_line}
            </div>
            {actions}
        </header>
    }
}

/// A link to the page above this one.
#[component]
pub fn BackLink(
    /// What that page is.
    #[prop(into)]
    label: Text,
    /// Its address.
    #[prop(into)]
    href: Text,
) -> impl IntoView {
    view! {
        <a class="back" href=href>
            <IconView icon=Icon::ChevronLeft />
            {label}
        </a>
    }
}
