//! The frame around every page but the sign-in: who provides it, where one can go, who is signed in.

use leptos::prelude::*;

use super::lazy::settled;
use super::page::provider_name;
use super::pieces::{account_items, beside_pages, language_items, theme_items, toast_region};
use crate::browser::theme::{self, Theme};
use crate::browser::{address, clock, document, presence, version};
use crate::data::query::newest_shown;
use crate::format;
use crate::paths::{self, Place};
use crate::session::{self, Session};
use crate::ui::{Button, Icon, IconView, Menu, Notice, NoticeTone, Toasts, dynamic};
use crate::words::{self, Word, t};

/// The frame, around the page of the address. Built anew for each session, so that nothing of one shows in the next; a
/// session that is renewed stays as it is.
#[component]
pub fn Shell(
    /// The page of the address.
    content: Callback<(), AnyView>,
) -> impl IntoView {
    let generation = Memo::new(|_| session::generation());
    dynamic(move || {
        // Reading, not tracking: a memo that nobody has read follows nothing.
        generation.get();
        untrack(session::current).map(|session| view! { <Frame session content /> })
    })
}

#[component]
fn Frame(session: Session, content: Callback<(), AnyView>) -> impl IntoView {
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        document::focus("#content");
    };
    view! {
        <div class="shell">
            <a class="skip" href="#content" on:click=skip>{t(words::NAV_SKIP)}</a>
            <header class="bar">
                <div class="bar__inner">
                    <a class="brand" href=paths::SERVERS.address() aria-label=|| words::nav_home(&provider_name())>
                        <span class="brand__mark"><IconView icon=Icon::Server /></span>
                        <span class="brand__name">{provider_name}</span>
                    </a>
                    <MainNavigation />
                    <div class="bar__tools">
                        <LanguageMenu items=language_items />
                        <ThemeMenu items=theme_items />
                        <AccountMenu session />
                    </div>
                </div>
            </header>
            <main class="page" id="content" tabindex="-1">
                <OfflineNotice />
                <NewVersionNotice />
                {dynamic(move || settled().then(beside_pages))}
                {move || content.run(())}
            </main>
        </div>
    }
}

/// The place where toasts appear. It comes a moment after a page with a frame, before there is anything to tell; and in any
/// case with the first toast.
#[component]
pub fn ToastPlace(
    /// Which toasts.
    toasts: Toasts,
) -> impl IntoView {
    let is_wanted = Memo::new(move |_| toasts.are_there() || session::is_signed_in() && settled());
    dynamic(move || is_wanted.get().then(|| toast_region(toasts)))
}

#[component]
fn MainNavigation() -> impl IntoView {
    const PAGES: [(Place, Word, Icon); 4] = [
        (paths::SERVERS, words::NAV_SERVERS, Icon::Server),
        (paths::PROFILE, words::NAV_PROFILE, Icon::Person),
        (paths::PROJECTS, words::NAV_PROJECTS, Icon::Folder),
        (paths::TOKEN, words::NAV_TOKEN, Icon::Key),
    ];
    let link = |(place, word, icon): (Place, Word, Icon)| {
        let path = place.address();
        view! {
            <li>
                <a class="main-nav__link" href=path.clone() aria-current=move || is_current(&path).then_some("page")>
                    <IconView icon />
                    <span>{t(word)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="main-nav" aria-label=t(words::NAV_MAIN)>
            <ul class="main-nav__list">{PAGES.map(link).collect_view()}</ul>
        </nav>
    }
}

/// Whether the page shown is the one at `path`, or one below it.
fn is_current(path: &str) -> bool {
    let shown = address::path();
    shown
        .strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The choice of the language, each named in itself.
#[component]
pub fn LanguageMenu(
    /// What makes its items.
    items: fn() -> AnyView,
) -> impl IntoView {
    view! {
        <Menu label=words::LANGUAGE_LABEL icon=Icon::Globe>
            {items()}
        </Menu>
    }
}

/// The choice of the theme.
#[component]
pub fn ThemeMenu(
    /// What makes its items.
    items: fn() -> AnyView,
) -> impl IntoView {
    let icon = || match theme::current() {
        Theme::System => Icon::Monitor,
        Theme::Light => Icon::Sun,
        Theme::Dark => Icon::Moon,
    };
    view! {
        <Menu label=words::THEME_LABEL icon=Signal::derive(icon)>
            {items()}
        </Menu>
    }
}

#[component]
fn AccountMenu(session: Session) -> impl IntoView {
    view! {
        <Menu label=words::ACCOUNT_MENU icon=Icon::Person>
            {account_items(session.email.clone())}
        </Menu>
    }
}

/// Offers the build that has taken the place of this one, which goes on until then.
#[component]
fn NewVersionNotice() -> impl IntoView {
    dynamic(move || {
        version::is_replaced().then(|| {
            view! {
                <Notice tone=NoticeTone::Info role="status" text=words::VERSION_NEW>
                    <Button label=words::VERSION_RELOAD on_press=|()| document::reload() />
                </Notice>
            }
        })
    })
}

#[component]
fn OfflineNotice() -> impl IntoView {
    let age = || {
        // Also before there is an age to tell.
        let _ = clock::follow();
        newest_shown().map(|time| words::servers_updated(&format::relative(time)))
    };
    // A screen reader is told once: the age goes on growing by itself.
    move || {
        (!presence::online()).then(|| {
            view! {
                <Notice tone=NoticeTone::Warning role="status" text=words::OFFLINE_NOTICE>
                    <span aria-live="off">{age}</span>
                </Notice>
            }
        })
    }
}
