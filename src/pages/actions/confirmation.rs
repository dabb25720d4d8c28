//! Whether a person is asked before a server is stopped or rebooted: until they no longer want to be.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::browser::storage;
use crate::shared::subscribed;

const NEVER: &str = "never";

static WANTED: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| {
    let kept = storage::read(storage::POWER_CONFIRMATION);
    ArcRwSignal::new(kept.as_deref() != Some(NEVER))
});

/// Whether they are asked. Does not subscribe.
pub fn is_wanted() -> bool {
    WANTED.get_untracked()
}

/// Whether they are asked. Subscribes.
pub fn follow() -> bool {
    subscribed(&WANTED).get()
}

/// Asks from now on, or no longer; remembered in this browser.
pub fn want(wanted: bool) {
    match wanted {
        true => storage::remove(storage::POWER_CONFIRMATION),
        false => storage::write(storage::POWER_CONFIRMATION, NEVER),
    }
    WANTED.set(wanted);
}
