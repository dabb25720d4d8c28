//! What the sections of the page are made of.

use leptos::prelude::*;

/// A section with its own address.
#[component]
pub(super) fn Section(
    /// The name of its place.
    id: &'static str,
    /// What it shows.
    title: &'static str,
    /// The specimens.
    children: Children,
) -> impl IntoView {
    let heading = || [id, "-title"].concat();
    view! {
        <section class="design__section" id=id aria-labelledby=heading()>
            <h2 id=heading()>
                <a href=["#", id].concat()>{title}</a>
            </h2>
            {children()}
        </section>
    }
}

/// One piece in one state, or in several that belong side by side.
#[component]
pub(super) fn Specimen(
    /// What it is.
    name: &'static str,
    /// The pieces stand one below the other, each as wide as its place.
    #[prop(optional)]
    stacked: bool,
    /// The pieces.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="specimen" role="group" aria-label=name>
            <p class="specimen__name">{name}</p>
            <div class="specimen__body" data-stacked=stacked>
                {children()}
            </div>
        </div>
    }
}
