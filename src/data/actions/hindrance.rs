//! Why an action cannot be done now.

use super::shown::present_status;
use super::store;
use super::table::Action;
use crate::api::server::Server;
use crate::browser::presence;
use crate::data::permissions;

/// Why an action cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It does not fit the server's status.
    Status,
    /// The token lacks this permission, `resource:action`.
    Permission(&'static str),
    /// This is being done to the server.
    Underway(Action),
    /// The device has no network.
    Offline,
}

/// Why `action` cannot be done to `server` now; `None` when it can. Subscribes to all that it depends on.
#[must_use]
pub fn hindrance(action: Action, server: &Server) -> Option<Hindrance> {
    if !permissions::allows(action.permission()) {
        return Some(Hindrance::Permission(action.permission()));
    }
    if !presence::online() {
        return Some(Hindrance::Offline);
    }
    let underway = store::underway(&server.instance_id);
    // The service gives a console to a server that is busy, too.
    if let Some(underway) = underway.filter(|_| action != Action::OpenConsole) {
        return Some(Hindrance::Underway(underway.action));
    }
    (!action.fits(&present_status(server))).then_some(Hindrance::Status)
}
