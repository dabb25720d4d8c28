//! The menu of the saved views.

use leptos::prelude::*;

use super::Dialogs;
use crate::data::servers::kept::{self, MOST_VIEWS, SavedView};
use crate::format;
use crate::ui::{Icon, Menu, MenuClose, MenuItem, MenuLine, MenuLink, dynamic};
use crate::words;

/// What the address of the whole list ends in, drawn as `shown` is.
fn is_all(shown: &str) -> bool {
    shown.starts_with("?as=")
}

/// The menu; `shown` is what the address of the view that is shown ends in.
pub(super) fn views_menu(shown: Signal<String>, dialogs: Dialogs) -> AnyView {
    let link = move |view: SavedView| {
        let href = view.address();
        let current = Signal::derive(move || shown.with(|shown| *shown == view.search));
        view! { <MenuLink label=view.name icon=Icon::Bookmark href current /> }
    };
    let saved = move || {
        let views = kept::mine().views;
        (!views.is_empty()).then(|| {
            view! {
                {views.into_iter().map(link).collect_view()}
                <MenuLine />
            }
        })
    };
    let is_full = Signal::derive(|| {
        let views = kept::mine().views.len();
        (views >= MOST_VIEWS).then(|| words::views_full(&most()))
    });
    let save = move |()| {
        dialogs.renamed.set(String::new());
        dialogs.naming.set(true);
    };
    let manage = move || {
        let is_any = !kept::mine().views.is_empty();
        is_any.then(|| {
            view! {
                <MenuItem
                    label=words::VIEWS_MANAGE
                    icon=Icon::Settings
                    on_press=move |()| dialogs.managing.set(true)
                />
            }
        })
    };
    view! {
        <Menu label=words::VIEWS_MENU icon=Icon::Bookmark>
            <MenuLink
                label=words::VIEWS_ALL
                icon=Icon::Server
                href=Signal::derive(kept::address_of_all)
                current=Signal::derive(move || shown.with(|shown| is_all(shown)))
            />
            {dynamic(saved)}
            <MenuItem
                label=words::VIEWS_SAVE
                icon=Icon::Download
                disabled_because=is_full
                on_press=save
            />
            {dynamic(manage)}
            <MenuClose label=words::COMMON_CANCEL />
        </Menu>
    }
    .into_any()
}

fn most() -> String {
    format::number(u32::try_from(MOST_VIEWS).unwrap_or_default())
}
