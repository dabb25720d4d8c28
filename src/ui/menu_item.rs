//! What a menu holds.

use leptos::prelude::*;

use super::{Icon, IconView, Text};

/// An action in a [`Menu`](super::Menu).
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    label: Text,
    /// An icon before the word.
    icon: Icon,
    /// Called when it is chosen.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="menu__item"
            role="menuitem"
            tabindex="-1"
            on:click=move |_| on_press.run(())
        >
            <IconView icon />
            {label}
        </button>
    }
}

/// One of the choices in a [`Menu`](super::Menu), of which one is made.
#[component]
pub fn MenuChoice(
    /// What is chosen.
    #[prop(into)]
    label: Text,
    /// It is the one that is chosen now.
    #[prop(into)]
    checked: Signal<bool>,
    /// The language that the label is written in, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// Called when it is chosen.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="menu__item"
            role="menuitemradio"
            tabindex="-1"
            lang=lang
            aria-checked=move || checked.get().to_string()
            on:click=move |_| on_press.run(())
        >
            {label}
            <IconView icon=Icon::Check />
        </button>
    }
}

/// Something to read at the head of a [`Menu`](super::Menu), such as who is signed in.
#[component]
pub fn MenuNote(
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="menu__note" role="presentation">
            {children()}
        </div>
    }
}
