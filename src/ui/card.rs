//! A plain sheet, and pairs of a name and a value on it.

use leptos::prelude::*;

use super::Text;

/// A plain sheet that holds one thing.
#[component]
pub fn Card(
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }
}

/// A list of [`Fact`]s.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A name and its value.
#[component]
pub fn Fact(
    /// What the value is.
    #[prop(into)]
    name: Text,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="facts__pair">
            <dt class="facts__name">{name}</dt>
            <dd class="facts__value">{children()}</dd>
        </div>
    }
}
