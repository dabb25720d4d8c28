//! Links that leave the portal.

use leptos::prelude::*;

use super::{Icon, IconView, MaybeText, Text, VisuallyHidden, id::UniqueId};

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

/// A link that opens a tab of its own, as the one thing that its place is for. Without an address it stays, disabled.
#[component]
pub fn ExternalButton(
    /// Where it leads, in words.
    #[prop(into)]
    label: Text,
    /// The address, if there is one now. The caller has made sure that it is an `http` or `https` one.
    #[prop(into)]
    href: MaybeText,
    /// That it opens a new tab, in words; spoken after the name.
    #[prop(into)]
    new_tab_label: Text,
    /// Called when it is opened, with whichever button of the mouse.
    #[prop(into)]
    on_open: Callback<()>,
) -> impl IntoView {
    let note_id = UniqueId::new();
    let missing = move || href.with(Option::is_none);
    let open = move || {
        if href.with_untracked(Option::is_some) {
            on_open.run(());
        }
    };
    view! {
        <a
            class="button"
            data-kind="primary"
            href=href
            target="_blank"
            rel="noopener noreferrer"
            role=move || missing().then_some("link")
            aria-disabled=move || missing().then_some("true")
            aria-describedby=note_id.part("tab")
            on:click=move |_| open()
            on:auxclick=move |_| open()
        >
            <span class="button__label">{label}</span>
            <IconView icon=Icon::External />
        </a>
        <span class="visually-hidden" id=note_id.part("tab")>
            {new_tab_label}
        </span>
    }
}
