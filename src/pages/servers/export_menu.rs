//! The way to a file of servers.

use leptos::prelude::*;

use super::ListPage;
use crate::ui::{Icon, Menu, MenuClose, MenuItem};
use crate::words;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

/// A file that a person has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub(super) format: Format,
    /// Of the servers that are selected, not of all that match.
    pub(super) selected: bool,
}

/// The button that offers files of all servers that match, or of those selected.
pub(super) fn export_menu(page: ListPage, selected: bool) -> AnyView {
    let order = move |format| move |()| page.order.set(Some(Order { format, selected }));
    view! {
        <Menu label=words::EXPORT_MENU icon=Icon::Download>
            <MenuItem label=words::EXPORT_CSV icon=Icon::Table on_press=order(Format::Csv) />
            <MenuItem label=words::EXPORT_JSON icon=Icon::Copy on_press=order(Format::Json) />
            <MenuClose label=words::COMMON_CANCEL />
        </Menu>
    }
    .into_any()
}
