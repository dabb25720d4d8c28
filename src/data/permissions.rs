//! What the token in use may do, as far as it is known.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::api::permission::Permissions;
use crate::shared::subscribed;

/// `None` until the service has told, and for a service that does not: then nothing is gated (contract, Account).
static KNOWN: LazyLock<ArcRwSignal<Option<Permissions>>> = LazyLock::new(ArcRwSignal::default);

/// Takes what the service says of the token.
pub(super) fn learn(permissions: Option<Permissions>) {
    if KNOWN.with_untracked(|known| *known != permissions) {
        KNOWN.set(permissions);
    }
}

/// Whether the token has this permission, `resource:action`, as far as is known; the service's own answer decides in
/// the end. Subscribes.
#[must_use]
pub fn allows(permission: &str) -> bool {
    subscribed(&KNOWN).with(|known| match (known, permission.split_once(':')) {
        (Some(known), Some((resource, action))) => known.allows(resource, action),
        _ => true,
    })
}

/// Forgets them: another token has others.
pub(super) fn forget() {
    KNOWN.set(None);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_gated_until_the_service_has_told() {
        forget();
        assert!(allows("servers:power"));
        learn(Some(Permissions::new(vec!["servers:update".to_owned()])));
        assert!(!allows("servers:power"));
        assert!(allows("servers:update"));
        learn(None);
        assert!(allows("servers:power"));
    }
}
