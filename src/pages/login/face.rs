//! Who provides the servers: their logo, their name.

use leptos::prelude::*;

use crate::data::service;
use crate::pages::page::provider_name;
use crate::paths;
use crate::ui::{Icon, IconView, dynamic};
use crate::words::{self, t};

/// The provider's face.
#[component]
pub(super) fn Face() -> impl IntoView {
    view! {
        <header class="login__face">
            <Logo />
            <p class="login__provider">{provider_name}</p>
            <p class="login__lead">{t(words::LOGIN_LEAD)}</p>
        </header>
    }
}

/// The logo; where there is none, or it does not come, the portal's own mark.
#[component]
fn Logo() -> impl IntoView {
    let logo = &service::face().logo;
    let missing = RwSignal::new(logo.is_empty());
    dynamic(move || {
        match missing.get() {
        true => view! { <span class="brand__mark"><IconView icon=Icon::Server /></span> }.into_any(),
        // The name stands below.
        false => view! { <img class="login__logo" src=address_of(logo) alt="" on:error=move |_| missing.set(true) /> }
            .into_any(),
    }
    })
}

/// The address of a logo: a path without a slash at its start begins in the portal's folder.
fn address_of(logo: &str) -> String {
    match logo.starts_with('/') {
        true => logo.to_owned(),
        false => [paths::base(), "/", logo].concat(),
    }
}
