//! The parts of the program that a reader downloads only when they first need them.
//!
//! A released page is cut where a piece begins (tools/page/pieces.mjs). Any other build holds all of them from the start.

use futures::future::FutureExt;
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

use super::lazy::lazily;
use super::login::Login;
use super::profile::ProfilePage;
use super::projects::ProjectsPage;
use super::server::{BootLog, ServerPage, Settings};
use super::token::TokenPage;
use crate::api::server::Server;

/// Declares `$name`, which shows a view of the piece `$piece` once that has arrived. All views of a piece arrive
/// together.
macro_rules! piece {
    ($(#[$about:meta])* $piece:ident: $name:ident($($argument:ident: $kind:ty),*) => $view:expr) => {
        $(#[$about])*
        pub fn $name($($argument: $kind),*) -> AnyView {
            #[cfg(split_program)]
            #[wasm_split_helpers::wasm_split($piece, fallible, preload(arrival))]
            fn $name($($argument: $kind),*) -> Result<AnyView, SplitLoaderError> {
                Ok($view)
            }

            #[cfg(not(split_program))]
            async fn $name($($argument: $kind),*) -> Result<AnyView, SplitLoaderError> {
                Ok($view)
            }

            #[cfg(not(split_program))]
            async fn arrival() -> Result<(), SplitLoaderError> {
                Ok(())
            }

            lazily(
                || arrival().map(|arrived| arrived.is_ok()).boxed_local(),
                Box::new(move || $name($($argument.clone()),*).now_or_never()?.ok()),
            )
        }
    };
}

piece! {
    /// The sign-in page.
    login: login_page() => view! { <Login /> }.into_any()
}

piece! {
    /// The page of one server.
    server: server_page(id: String) => view! { <ServerPage id /> }.into_any()
}

piece! {
    /// The boot log of a server.
    boot_log: boot_log_part(server: Memo<Server>) => view! { <BootLog server /> }.into_any()
}

piece! {
    /// The settings of a server.
    settings: settings_part(server: Memo<Server>) => view! { <Settings server /> }.into_any()
}

piece! {
    /// The profile.
    account: profile_page() => view! { <ProfilePage /> }.into_any()
}

piece! {
    /// The projects.
    account: projects_page() => view! { <ProjectsPage /> }.into_any()
}

piece! {
    /// The token.
    account: token_page() => view! { <TokenPage /> }.into_any()
}
