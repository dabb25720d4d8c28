//! The regions that can be chosen. No call lists them: they are learned from the servers seen.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::api::server::Server;
use crate::shared::subscribed;

static KNOWN: LazyLock<ArcRwSignal<Vec<String>>> = LazyLock::new(ArcRwSignal::default);

/// The regions seen so far, in order. Subscribes.
#[must_use]
pub fn known() -> Vec<String> {
    subscribed(&KNOWN).get()
}

/// Forgets them: another account has others.
pub fn forget() {
    KNOWN.update(Vec::clear);
}

pub(super) fn learn(servers: &[Server]) {
    let is_new = |server: &&Server| {
        !server.region.is_empty() && KNOWN.with_untracked(|known| !known.contains(&server.region))
    };
    for server in servers.iter().filter(is_new) {
        KNOWN.update(|known| add(known, server.region.clone()));
    }
}

/// Puts `region` among `regions`, which are in order, unless it is there.
pub fn add(regions: &mut Vec<String>, region: String) {
    if let Err(place) = regions.binary_search(&region) {
        regions.insert(place, region);
    }
}
