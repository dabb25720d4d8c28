//! The words of OpenStack Nova for what a server is doing (contract, Servers).

/// Running.
pub const ACTIVE: &str = "ACTIVE";
/// Switched off.
pub const SHUTOFF: &str = "SHUTOFF";
/// Failed.
pub const ERROR: &str = "ERROR";
/// Restarting.
pub const REBOOT: &str = "REBOOT";
/// Being installed anew.
pub const REBUILD: &str = "REBUILD";
/// Having its password set.
pub const PASSWORD: &str = "PASSWORD";
/// Started from a rescue image.
pub const RESCUE: &str = "RESCUE";
/// Removed, but still to be had back.
pub const SOFT_DELETED: &str = "SOFT_DELETED";
/// Removed.
pub const DELETED: &str = "DELETED";
