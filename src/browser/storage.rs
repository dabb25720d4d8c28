//! Local storage, for what outlives a page. A browser without it (a private window, a full disk) is served from the
//! page's memory: everything works there for one tab. All portals of one host share its storage, whichever folders they
//! are in and whomever they serve: each has keys of its own there.

use std::cell::RefCell;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::listen;
use crate::paths;

/// The key of the chosen language; `public/boot.js` reads it too.
pub const LANGUAGE: &str = "vps-portal.language";
/// The key of the chosen theme; `public/boot.js` reads it too.
pub const THEME: &str = "vps-portal.theme";
/// The key of what the provider's accent means to the style sheet; `public/boot.js` reads it.
pub const ACCENT: &str = "vps-portal.accent";
/// The key of the session.
pub const SESSION: &str = "vps-portal.session";
/// The key of the view of the servers: cards or a table.
pub const SERVERS_VIEW: &str = "vps-portal.servers-view";
/// The key of whether the servers are shown at a glance, over their list, and how high; `public/boot.js` reads it too.
pub const GLANCE: &str = "vps-portal.servers-glance";
/// The key of what people keep of the list: views with names, pinned servers.
pub const KEPT: &str = "vps-portal.kept";
/// The key of what the list begins with; `public/boot/front.js` reads it too.
pub const LIST_START: &str = "vps-portal.list-start";
/// The key of how close things stand together; `public/boot.js` reads it too.
pub const DENSITY: &str = "vps-portal.density";
/// The key of the columns that the table of the servers does without.
pub const COLUMNS_LEFT_OUT: &str = "vps-portal.columns-left-out";
/// The key of the rebuilds that were begun in this browser.
pub const REBUILDS: &str = "vps-portal.rebuilds";
/// The key of whether the person is asked before a server is stopped or rebooted.
pub const POWER_CONFIRMATION: &str = "vps-portal.power-confirmation";
/// The key of whether the long lines of a log are broken.
pub const LOG_WRAPS: &str = "vps-portal.log-wraps";
/// The key of whether the lines of a log have numbers.
pub const LOG_NUMBERED: &str = "vps-portal.log-numbered";
/// The key of where the person has been last, for as long as their session.
pub const RECENT: &str = "vps-portal.recent";
/// The key of whether keys alone do something, such as `/` for the search.
pub const SINGLE_KEYS: &str = "vps-portal.single-keys";
/// The key of who wants notifications by this device.
pub const NOTIFY: &str = "vps-portal.notify";
/// The key of the day on which each person was told last that servers end soon.
pub const EXPIRY_TOLD: &str = "vps-portal.expiry-told";
/// The key of the day on which the warning of the token's end was put away last, in days since 1970.
pub const TOKEN_WARNING: &str = "vps-portal.token-warning";

thread_local! {
    /// What the browser does not keep. Few enough to be looked through.
    static MEMORY: RefCell<Vec<(&'static str, String)>> = RefCell::default();
}

/// What is kept under `key`.
#[must_use]
pub fn read(key: &'static str) -> Option<String> {
    MEMORY
        .with_borrow(|memory| {
            let kept = memory.iter().find(|(known, _)| *known == key);
            kept.map(|(_, value)| value.clone())
        })
        .or_else(|| local_storage()?.get_item(&own(key)).ok().flatten())
}

/// Keeps `value` under `key`.
pub fn write(key: &'static str, value: &str) {
    let kept = local_storage().is_some_and(|storage| storage.set_item(&own(key), value).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(known, _)| *known != key);
        if !kept {
            memory.push((key, value.to_owned()));
        }
    });
}

/// Forgets what is kept under `key`.
pub fn remove(key: &'static str) {
    MEMORY.with_borrow_mut(|memory| memory.retain(|(known, _)| *known != key));
    if let Some(storage) = local_storage() {
        // A storage that refuses to forget is one that refused to keep.
        let _ = storage.remove_item(&own(key));
    }
}

/// Calls `action` with the new value whenever another tab changes `key`; `None` when it was removed, also by clearing
/// the whole storage.
pub fn on_change_elsewhere(key: &'static str, action: impl Fn(Option<String>) + 'static) {
    listen::on_window("storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else {
            return;
        };
        match event.key() {
            Some(changed) if changed == own(key) => action(event.new_value()),
            None => action(None),
            Some(_) => {}
        }
    });
}

/// The key of this portal: those at the top of their host have the plain ones.
fn own(key: &str) -> String {
    [key, paths::base()].concat()
}

fn local_storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
