//! What stands beside the pages, and what the menus of the frame hold: it comes a moment after the page.

use leptos::prelude::*;

use super::commands::{Commands, WithCommands};
use super::ending::EndingNotice;
use super::notices;
use super::support::support_items;
use crate::browser::accent;
use crate::browser::theme::{self, Theme};
use crate::data::account::TokenQuery;
use crate::data::query::use_query;
use crate::data::servers::kept;
use crate::data::{service, sign_in};
use crate::paths;
use crate::ui::{
    Icon, MenuChoice, MenuClose, MenuItem, MenuLine, MenuLink, MenuNote, ToastRegion, Toasts,
};
use crate::words::{self, Word};

/// What stands beside every page: what is said of the token's end, news, and the keys. The accent may have changed since
/// the last visit.
pub fn beside_pages() -> AnyView {
    accent::show(&service::face().accent);
    theme::tint_bars();
    kept::note_start();
    notices::tell_news();
    view! {
        <EndingNotice />
        <WithCommands />
    }
    .into_any()
}

/// The place where toasts appear.
pub fn toast_region(toasts: Toasts) -> AnyView {
    view! {
        <ToastRegion
            toasts
            label=words::COMMON_NOTIFICATIONS
            dismiss_label=words::COMMON_DISMISS
        />
    }
    .into_any()
}

/// The languages, each named in itself.
pub fn language_items() -> AnyView {
    let choice = |language: words::Language| {
        let tag = language.tag.clone();
        let checked = Signal::derive(move || words::current() == tag);
        view! { <MenuChoice label=language.name checked on_press=move |()| words::choose(language.tag.clone()) /> }
    };
    let languages = words::languages(&service::config().languages);
    view! {
        {languages.into_iter().map(choice).collect_view()}
        <MenuClose label=words::COMMON_CANCEL />
    }
    .into_any()
}

/// What a theme is called.
pub const fn word_of_theme(theme: Theme) -> Word {
    match theme {
        Theme::System => words::THEME_SYSTEM,
        Theme::Light => words::THEME_LIGHT,
        Theme::Dark => words::THEME_DARK,
    }
}

/// The themes.
pub fn theme_items() -> AnyView {
    let choice = move |theme| {
        let checked = Signal::derive(move || theme::current() == theme);
        view! { <MenuChoice label=word_of_theme(theme) checked on_press=move |()| theme::choose(theme) /> }
    };
    view! {
        {Theme::ALL.map(choice).collect_view()}
        <MenuClose label=words::COMMON_CANCEL />
    }
    .into_any()
}

/// Who is signed in, and the ways out.
pub fn account_items(email: String) -> AnyView {
    let facts = use_query(|| Some(TokenQuery));
    let project = move || {
        let project = facts.read(|facts| Some(facts.current.as_ref()?.project_id.clone()))??;
        (!project.is_empty()).then(|| view! { <div>{words::account_project(&project)}</div> })
    };
    view! {
        <MenuNote>
            <div>{email}</div>
            {project}
        </MenuNote>
        <MenuItem
            label=words::PALETTE_TITLE
            icon=Icon::Search
            on_press=|()| Commands::open_palette()
        />
        <MenuItem
            label=words::KEYS_TITLE
            icon=Icon::Info
            on_press=|()| Commands::open_help()
        />
        <MenuLink
            label=words::HISTORY_TITLE
            icon=Icon::Lines
            href=Signal::derive(|| paths::ACTIVITY.address())
        />
        {support_items()}
        <MenuLine />
        <MenuItem
            label=words::ACCOUNT_SIGN_OUT
            icon=Icon::SignOut
            on_press=|()| sign_in::sign_out()
        />
        <MenuLink
            label=words::ACCOUNT_END_ALL_SESSIONS
            icon=Icon::SignOut
            href=Signal::derive(|| paths::END_ALL_SESSIONS.address())
        />
        <MenuClose label=words::COMMON_CANCEL />
    }
    .into_any()
}
