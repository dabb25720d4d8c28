//! Whether anybody looks at the page, and whether the line is up.

use std::sync::LazyLock;

use leptos::prelude::*;
use web_sys::VisibilityState;

use super::listen;
use crate::shared::subscribed;

static VISIBLE: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(is_visible_now()));
static ONLINE: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(is_online_now()));

/// Whether the page is seen: not in a background tab, not minimised. Subscribes.
#[must_use]
pub fn visible() -> bool {
    subscribed(&VISIBLE).get()
}

/// Whether the browser has a network. `true` does not promise that the service can be reached. Subscribes.
#[must_use]
pub fn online() -> bool {
    subscribed(&ONLINE).get()
}

/// [`visible`] without subscribing.
#[must_use]
pub fn is_visible_now() -> bool {
    window()
        .document()
        .is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}

/// [`online`] without subscribing.
#[must_use]
pub fn is_online_now() -> bool {
    window().navigator().on_line()
}

/// Follows the browser until the page is closed.
pub fn start() {
    listen::on_document("visibilitychange", |_| VISIBLE.set(is_visible_now()));
    for event in ["online", "offline"] {
        listen::on_window(event, |_| ONLINE.set(is_online_now()));
    }
    // A page that comes back from the browser's cache of pages has missed what happened meanwhile.
    listen::on_window("pageshow", |_| {
        VISIBLE.set(is_visible_now());
        ONLINE.set(is_online_now());
    });
}
