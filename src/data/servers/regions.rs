//! The regions that can be chosen. No call lists them: they are learned from the servers seen.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use leptos::prelude::*;

use crate::api::server::Server;
use crate::shared::subscribed;

static KNOWN: LazyLock<ArcRwSignal<BTreeSet<String>>> = LazyLock::new(ArcRwSignal::default);

/// The regions seen so far, in order. Subscribes.
#[must_use]
pub fn known() -> BTreeSet<String> {
    subscribed(&KNOWN).get()
}

/// Forgets them: another account has others.
pub fn forget() {
    KNOWN.update(BTreeSet::clear);
}

pub(super) fn learn(servers: &[Server]) {
    let is_new = |server: &&Server| {
        !server.region.is_empty() && KNOWN.with_untracked(|known| !known.contains(&server.region))
    };
    let unseen: Vec<String> = servers
        .iter()
        .filter(is_new)
        .map(|server| server.region.clone())
        .collect();
    if !unseen.is_empty() {
        KNOWN.update(|known| known.extend(unseen));
    }
}
