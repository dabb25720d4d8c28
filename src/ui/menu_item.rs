//! What a menu holds.

use leptos::{ev::MouseEvent, prelude::*};

use super::{Icon, IconView, MaybeText, Text, VisuallyHidden, reason::Reason};

/// An action in a [`Menu`](super::Menu). One that cannot be used stays in its place and says why.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    label: Text,
    /// An icon before the word.
    icon: Icon,
    /// Why it cannot be used now; it can when there is no reason.
    #[prop(optional, into)]
    disabled_because: MaybeText,
    /// Called when it is chosen.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let reason = Reason::new(disabled_because);
    let press = move |event: MouseEvent| {
        if may_press(reason, &event) {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            class="menu__item"
            role="menuitem"
            tabindex="-1"
            aria-describedby=move || reason.described_by()
            aria-disabled=move || reason.disabled()
            on:click=press
        >
            <IconView icon />
            {label}
        </button>
        {why(reason)}
    }
}

/// A way to another page in a [`Menu`](super::Menu). One that cannot be used stays in its place and says why.
#[component]
pub fn MenuLink(
    /// Where it leads, in words.
    #[prop(into)]
    label: Text,
    /// An icon before the word.
    icon: Icon,
    /// The address.
    #[prop(into)]
    href: Text,
    /// Why it cannot be used now; it can when there is no reason.
    #[prop(optional, into)]
    disabled_because: MaybeText,
    /// It leads to what is shown now.
    #[prop(optional, into)]
    current: Signal<bool>,
) -> impl IntoView {
    let reason = Reason::new(disabled_because);
    view! {
        <a
            class="menu__item"
            role="menuitem"
            tabindex="-1"
            href=move || (!reason.is_given()).then(|| href.get())
            aria-describedby=move || reason.described_by()
            aria-disabled=move || reason.disabled()
            aria-current=move || current.get().then_some("true")
            on:click=move |event| _ = may_press(reason, &event)
        >
            <IconView icon />
            {label}
            {move || current.get().then(|| view! { <IconView icon=Icon::Check /> })}
        </a>
        {why(reason)}
    }
}

/// A way out of the portal in a [`Menu`](super::Menu): it opens a tab of its own, and tells the other side nothing about
/// this one.
#[component]
pub fn MenuExternal(
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
        <a
            class="menu__item"
            role="menuitem"
            tabindex="-1"
            href=href
            target="_blank"
            rel="noopener noreferrer"
        >
            <IconView icon=Icon::External />
            {label}
            <VisuallyHidden text=new_tab_label />
        </a>
    }
}

/// Whether the item can be used. A press on one that cannot is kept from the menu, which would close.
fn may_press(reason: Reason, event: &MouseEvent) -> bool {
    let is_hindered = untrack(|| reason.is_given());
    if is_hindered {
        event.stop_propagation();
    }
    !is_hindered
}

/// Why an item cannot be used, under it.
fn why(reason: Reason) -> AnyView {
    view! {
        <div class="menu__reason" role="presentation" id=reason.id()>
            {reason.text}
        </div>
    }
    .into_any()
}

/// A line between two groups of items of a [`Menu`](super::Menu).
#[component]
pub fn MenuLine() -> impl IntoView {
    view! { <div class="menu__line" role="separator"></div> }
}

/// The way out of a [`Menu`](super::Menu) without a choice, where its list is a sheet over the foot of a narrow screen; its
/// style shows it there alone, and the arrow keys pass it by.
#[component]
pub fn MenuClose(
    /// What leads out.
    #[prop(into)]
    label: Text,
) -> impl IntoView {
    view! {
        <button type="button" class="menu__item menu__close" role="menuitem" tabindex="-1">
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

/// One of the choices in a [`Menu`](super::Menu) of which any number may be made: the menu stays open.
#[component]
pub fn MenuCheck(
    /// What is chosen.
    #[prop(into)]
    label: Text,
    /// It is chosen now.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called when it is chosen, or no longer.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let press = move |event: MouseEvent| {
        // The menu would close.
        event.stop_propagation();
        on_press.run(());
    };
    view! {
        <button
            type="button"
            class="menu__item"
            role="menuitemcheckbox"
            tabindex="-1"
            aria-checked=move || checked.get().to_string()
            on:click=press
        >
            {label}
            <IconView icon=Icon::Check />
        </button>
    }
}

/// Items of a [`Menu`](super::Menu) that belong together, under a name.
#[component]
pub fn MenuGroup(
    /// What they have in common.
    #[prop(into)]
    label: Text,
    /// The items.
    children: Children,
) -> impl IntoView {
    view! {
        <div role="group" aria-label=label>
            <div class="menu__title" aria-hidden="true">
                {label}
            </div>
            {children()}
        </div>
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
