//! Whether a person is asked before a server is stopped or rebooted: until they no longer want to be.

use crate::browser::storage;

const NEVER: &str = "never";

/// Whether they are asked.
pub fn is_wanted() -> bool {
    storage::read(storage::POWER_CONFIRMATION).as_deref() != Some(NEVER)
}

/// Asks from now on, or no longer; remembered in this browser.
pub fn want(wanted: bool) {
    match wanted {
        true => storage::remove(storage::POWER_CONFIRMATION),
        false => storage::write(storage::POWER_CONFIRMATION, NEVER),
    }
}
