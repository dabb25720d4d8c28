//! Things one below the other: what each is, what more is known of it, and what can be done with it.

use leptos::prelude::*;

use super::Text;

/// A list of [`Item`]s. Unlike a table it needs no width: on a phone what can be done stands below the rest.
#[component]
pub fn Items(
    /// What they are.
    #[prop(into)]
    label: Text,
    /// The items.
    children: Children,
) -> impl IntoView {
    // Lists without bullets are no lists for some screen readers, unless they say so.
    view! {
        <ul class="card items" role="list" aria-label=label>
            {children()}
        </ul>
    }
}

/// One of [`Items`].
#[component]
pub fn Item(
    /// What it is.
    title: AnyView,
    /// What more is known of it, one or more `span`s.
    more: AnyView,
    /// What can be done with it.
    actions: AnyView,
    /// It is the one in use.
    #[prop(optional, into)]
    current: Signal<bool>,
) -> impl IntoView {
    view! {
        <li class="item" aria-current=move || current.get().then_some("true")>
            <div class="item__text">
                <div class="item__title">{title}</div>
                <div class="item__more">{more}</div>
            </div>
            <div class="item__actions">{actions}</div>
        </li>
    }
}
