//! The parts of the program that a reader downloads only when they first need them.
//!
//! A released page is cut where a piece begins (tools/page/pieces.mjs). Any other build holds all of them from the start.

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::actions::{ConfirmPower, Power, menu_items};
use super::activity::ActivityPage;
use super::around as frame;
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
    CutOff, Drawing, Drawn, Glance, ListPage, Order, Table, export, list_tools, pinned_cards,
    selection_bar,
};
use super::support;
use super::token::TokenPage;
use crate::api::server::Server;
use crate::data::account::TokenFacts;
use crate::data::query::{Asked, Handle};
use crate::data::servers::{Arranged, Gathered, kept};
use crate::ui::Toasts;

/// Declares the piece `$piece`, and for each of its views a function that shows it once the piece has arrived, by `$way`: as
/// a page or a part of one. All views of a piece arrive together; what is written here for each of them stays in the
/// program that everybody loads, and is little.
macro_rules! piece {
    ($(#[$attribute:meta])* $piece:ident {
        $($(#[$about:meta])* $view:ident($($argument:ident: $kind:ty),*) => $made:expr, $way:expr;)+
    }) => {
        $(#[$attribute])*
        mod $piece {
            use super::*;

            /// What makes the views.
            struct Makers {
                $($view: fn($($kind),*) -> AnyView,)+
            }

            #[cfg(all(split_program, not(feature = "sign_in")))]
            #[wasm_split_helpers::wasm_split($piece, fallible, preload(arrival))]
            fn $piece() -> Result<Makers, SplitLoaderError> {
                Ok(Makers { $($view: |$($argument),*| $made,)+ })
            }

            #[cfg(any(not(split_program), feature = "sign_in"))]
            async fn $piece() -> Result<Makers, SplitLoaderError> {
                Ok(Makers { $($view: |$($argument),*| $made,)+ })
            }

            #[cfg(any(not(split_program), feature = "sign_in"))]
            async fn arrival() -> Result<(), SplitLoaderError> {
                Ok(())
            }

            /// What makes the views, where the piece is here.
            fn makers() -> Option<Makers> {
                $piece().now_or_never()?.ok()
            }

            /// Fetches the piece, with the words and the style that it may need; `false` when one does not come.
            pub fn fetch() -> LocalBoxFuture<'static, bool> {
                with_trimmings(arrival().boxed_local())
            }

            $($(#[$about])*
            pub fn $view($($argument: $kind),*) -> AnyView {
                $way(fetch, Box::new(move || Some((makers()?.$view)($($argument.clone()),*))))
            })+
        }

        $(#[$attribute])*
        pub use $piece::{$($view),+};
    };
}

piece! {
    login {
        /// The sign-in page.
        login_page() => {
            kept::lead_on();
            view! { <Login /> }.into_any()
        }, as_page;
    }
}

piece! {
    table {
        /// The servers as a table.
        table_part(page: ListPage, arranged: Memo<Arranged>, drawn: Drawn) =>
            view! { <Table page arranged drawn /> }.into_any(), as_page;
    }
}

piece! {
    glance {
        /// The servers at a glance.
        glance_part(page: ListPage) => view! { <Glance page /> }.into_any(), as_part;
    }
}

piece! {
    many {
        /// What can be done with the servers that are selected.
        selection_part(page: ListPage, arranged: Memo<Arranged>) => selection_bar(page, arranged), as_part;

        /// The making of a file of servers.
        export_part(page: ListPage, order: Order) => export(page, order), as_part;

        /// What the menu of a server holds.
        server_menu_items(server: Memo<Server>) => menu_items(server), as_part;

        /// The question before a server is stopped or rebooted.
        confirm_power(power: Power) => view! { <ConfirmPower power /> }.into_any(), as_part;
    }
}

piece! {
    views {
        /// The menus over the list: saved views, how it is displayed, files of it.
        tools_part(page: ListPage, list: Handle<Gathered>, drawing: RwSignal<Drawing>) =>
            list_tools(page, list, drawing), unmissed;

        /// What the list leaves out.
        cut_off_part(page: ListPage, arranged: Memo<Arranged>) =>
            view! { <CutOff page arranged /> }.into_any(), as_part;

        /// The cards of the pinned servers.
        pinned_part(arranged: Memo<Arranged>, drawn: Drawn) => pinned_cards(arranged, drawn), as_part;
    }
}

piece! {
    server {
        /// The page of one server.
        server_page(id: String) => view! { <ServerPage id /> }.into_any(), as_page;
    }
}

piece! {
    boot_log {
        /// The boot log of a server.
        boot_log_part(server: Memo<Server>) => view! { <BootLog server /> }.into_any(), as_page;
    }
}

piece! {
    settings {
        /// The settings of a server.
        settings_part(server: Memo<Server>) => view! { <Settings server /> }.into_any(), as_page;
    }
}

piece! {
    around {
        /// What stands beside every page.
        beside_pages() => frame::beside_pages(), unmissed;

        /// The place where toasts appear.
        toast_region(toasts: Toasts) => frame::toast_region(toasts), unmissed;

        /// What support has to know of a failure.
        failure_for_support(asked: Asked) => support::failure_for_support(asked), unmissed;

        /// The languages to choose from.
        language_items() => frame::language_items(), as_part;

        /// The themes to choose from.
        theme_items() => frame::theme_items(), as_part;

        /// What a person can do with their account.
        account_items(email: String) => frame::account_items(email), as_part;
    }
}

piece! {
    commands {
        /// The palette.
        command_palette(open: RwSignal<bool>) => view! { <Palette open /> }.into_any(), as_part;

        /// The list of the keys.
        keys_help(open: RwSignal<bool>) => view! { <KeysHelp open /> }.into_any(), as_part;
    }
}

piece! {
    profile {
        /// The profile.
        profile_page() => view! { <ProfilePage /> }.into_any(), as_page;
    }
}

piece! {
    projects {
        /// The projects.
        projects_page() => view! { <ProjectsPage /> }.into_any(), as_page;

        /// The token.
        token_page() => view! { <TokenPage /> }.into_any(), as_page;

        /// That the token ends within days.
        ending_in_days(end: Signal<i64>) => view! { <WithinDays end /> }.into_any(), as_part;

        /// That the token ends within minutes.
        ending_in_minutes(facts: Handle<TokenFacts>, end: Signal<i64>) =>
            view! { <WithinMinutes facts end /> }.into_any(), as_part;
    }
}

piece! {
    activity {
        /// What was done in this tab.
        activity_page() => view! { <ActivityPage /> }.into_any(), as_page;
    }
}

piece! {
    #[cfg(debug_assertions)]
    design {
        /// The design system.
        design_page() => view! { <DesignPage /> }.into_any(), as_page;
    }
}

/// Fetches all that the sign-in page needs, so that it is there when it is shown.
pub async fn prepare_sign_in() {
    // The page itself says when it cannot be had.
    let _ = login::fetch().await;
}

/// Fetches the program of the servers' menus before one is opened.
pub(super) fn prepare_menus() {
    spawn_local(async {
        // One that does not come now is fetched again when a menu is opened.
        let _ = many::fetch().await;
    });
}

/// Fetches the program of the pinned servers; `false` when it does not come.
pub(super) async fn prepare_pins() -> bool {
    views::fetch().await
}
