//! Whether a newer build of the portal has been put in the place of this one.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{boot, clock, listen, presence};
use crate::shared::subscribed;

/// How often a page that is looked at asks, in milliseconds.
const PAUSE: i64 = 60 * 60 * 1_000;

static REPLACED: LazyLock<ArcRwSignal<bool>> = LazyLock::new(ArcRwSignal::default);
static LOOKED_AT: AtomicI64 = AtomicI64::new(0);

/// Whether this build has been replaced, as far as is known. Subscribes.
#[must_use]
pub fn is_replaced() -> bool {
    subscribed(&REPLACED).get()
}

/// Finds out whether this build has been replaced.
pub fn look() {
    LOOKED_AT.store(clock::now(), Ordering::Relaxed);
    spawn_local(async {
        if boot::is_replaced().await {
            REPLACED.set(true);
        }
    });
}

/// What happens at the window when the service worker of another build takes over: `public/boot.js` says so.
const NEW_WORKER: &str = "vps-portal.build";

/// Looks from time to time while the page is seen, and when another build has come, until it is closed.
pub fn start() {
    listen::on_window(NEW_WORKER, |_| look());
    LOOKED_AT.store(clock::now(), Ordering::Relaxed);
    Effect::new(|| {
        let age = clock::follow() - LOOKED_AT.load(Ordering::Relaxed);
        if presence::visible() && presence::online() && age > PAUSE {
            look();
        }
    });
}
