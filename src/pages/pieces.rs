//! The parts of the program that a reader downloads only when they first need them.
//!
//! A released page is cut where a piece begins (tools/page/pieces.mjs). Any other build holds all of them from the start.

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::actions::{ConfirmPower, Power, menu_items};
use super::activity::ActivityPage;
use super::around;
use super::commands::{KeysHelp, Palette};
#[cfg(debug_assertions)]
use super::design::DesignPage;
use super::ending::{WithinDays, WithinMinutes};
use super::lazy::{as_page, as_part, unmissed, with_trimmings};
use super::login::Login;
use super::profile::ProfilePage;
use super::projects::ProjectsPage;
use super::server::{BootLog, ServerPage, Settings};
use super::servers::{
    Drawing, Drawn, Glance, ListPage, Order, Table, export, list_tools, pinned_cards, selection_bar,
};
use super::support;
use super::token::TokenPage;
use crate::api::server::Server;
use crate::data::account::TokenFacts;
use crate::data::query::{Asked, Handle};
use crate::data::servers::{Arranged, Gathered};

/// Declares the module `$name`: its `show` shows a view of the piece `$piece` once that has arrived, by `$way`: as a page
/// or a part of one. All views of a piece arrive together.
macro_rules! piece {
    ($(#[$about:meta])* $piece:ident: $name:ident($($argument:ident: $kind:ty),*) => $view:expr, $way:expr) => {
        $(#[$about])*
        pub mod $name {
            use super::*;

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

            /// Fetches the piece, with the words and the style that it may need; `false` when one does not come.
            pub(in crate::pages) fn fetch() -> LocalBoxFuture<'static, bool> {
                with_trimmings(arrival().map(|arrived| arrived.is_ok()).boxed_local())
            }

            /// The view.
            pub fn show($($argument: $kind),*) -> AnyView {
                let view = move || $name($($argument.clone()),*).now_or_never()?.ok();
                $way(fetch, Box::new(view))
            }
        }
    };
}

piece! {
    /// The sign-in page.
    login: login_page() => view! { <Login /> }.into_any(), as_page
}

piece! {
    /// The servers as a table.
    table: table_part(page: ListPage, arranged: Memo<Arranged>, drawn: Drawn) =>
        view! { <Table page arranged drawn /> }.into_any(), as_page
}

piece! {
    /// The servers at a glance.
    glance: glance_part(page: ListPage) => view! { <Glance page /> }.into_any(), as_part
}

piece! {
    /// What can be done with the servers that are selected.
    many: selection_part(page: ListPage, arranged: Memo<Arranged>) => selection_bar(page, arranged), as_part
}

piece! {
    /// The making of a file of servers.
    many: export_part(page: ListPage, order: Order) => export(page, order), as_part
}

piece! {
    /// What the menu of a server holds.
    many: server_menu_items(server: Memo<Server>) => menu_items(server), as_part
}

piece! {
    /// The question before a server is stopped or rebooted.
    many: confirm_power(power: Power) => view! { <ConfirmPower power /> }.into_any(), as_part
}

piece! {
    /// The menus over the list: saved views, how it is displayed, files of it.
    views: tools_part(page: ListPage, list: Handle<Gathered>, drawing: RwSignal<Drawing>) =>
        list_tools(page, list, drawing), unmissed
}

piece! {
    /// The cards of the pinned servers.
    views: pinned_part(arranged: Memo<Arranged>, drawn: Drawn) => pinned_cards(arranged, drawn), as_part
}

piece! {
    /// The page of one server.
    server: server_page(id: String) => view! { <ServerPage id /> }.into_any(), as_page
}

piece! {
    /// The boot log of a server.
    boot_log: boot_log_part(server: Memo<Server>) => view! { <BootLog server /> }.into_any(), as_page
}

piece! {
    /// The settings of a server.
    settings: settings_part(server: Memo<Server>) => view! { <Settings server /> }.into_any(), as_page
}

piece! {
    /// What stands beside every page.
    around: beside_pages() => around::beside_pages(), unmissed
}

piece! {
    /// What support has to know of a failure.
    around: failure_for_support(asked: Asked) => support::failure_for_support(asked), unmissed
}

piece! {
    /// The languages to choose from.
    around: language_items() => around::language_items(), as_part
}

piece! {
    /// The themes to choose from.
    around: theme_items() => around::theme_items(), as_part
}

piece! {
    /// What a person can do with their account.
    around: account_items(email: String) => around::account_items(email), as_part
}

piece! {
    /// The palette.
    commands: command_palette(open: RwSignal<bool>) => view! { <Palette open /> }.into_any(), as_part
}

piece! {
    /// The list of the keys.
    commands: keys_help(open: RwSignal<bool>) => view! { <KeysHelp open /> }.into_any(), as_part
}

piece! {
    /// That the token ends within days.
    projects: ending_in_days(end: Signal<i64>) => view! { <WithinDays end /> }.into_any(), as_part
}

piece! {
    /// That the token ends within minutes.
    projects: ending_in_minutes(facts: Handle<TokenFacts>, end: Signal<i64>) =>
        view! { <WithinMinutes facts end /> }.into_any(), as_part
}

piece! {
    /// The profile.
    profile: profile_page() => view! { <ProfilePage /> }.into_any(), as_page
}

piece! {
    /// The projects.
    projects: projects_page() => view! { <ProjectsPage /> }.into_any(), as_page
}

piece! {
    /// The token.
    projects: token_page() => view! { <TokenPage /> }.into_any(), as_page
}

piece! {
    /// What was done in this tab.
    activity: activity_page() => view! { <ActivityPage /> }.into_any(), as_page
}

#[cfg(debug_assertions)]
piece! {
    /// The design system.
    design: design_page() => view! { <DesignPage /> }.into_any(), as_page
}

/// Fetches all that the sign-in page needs, so that it is there when it is shown.
pub async fn prepare_sign_in() {
    // The page itself says when it cannot be had.
    let _ = login_page::fetch().await;
}

/// Fetches the program of the servers' menus before one is opened.
pub(super) fn prepare_menus() {
    spawn_local(async {
        // One that does not come now is fetched again when a menu is opened.
        let _ = server_menu_items::fetch().await;
    });
}
