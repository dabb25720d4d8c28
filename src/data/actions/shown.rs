//! What a server is doing, as a person is told.

use super::mark::Stage;
use super::store;
use super::table::Action;
use crate::api::server::{Server, Status};

/// What a server is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownStatus {
    /// One of the service's words.
    Told(Status),
    /// It is being switched on, for which the service has no word.
    Starting,
    /// It is being switched off, for which the service has no word.
    Stopping,
}

/// What `server` is doing: what was begun shows at once, whether the service shows it yet or not. Subscribes.
#[must_use]
pub fn shown_status(server: &Server) -> ShownStatus {
    let passing =
        store::underway(&server.instance_id).and_then(|underway| passing(underway.action));
    match passing {
        // The service's own word for what goes on is the better one.
        Some(passing) if !server.status.is_passing() => passing,
        _ => ShownStatus::Told(present_status(server)),
    }
}

/// The newest status that the service has told, where that came by another way than the answer that holds `server`.
/// Subscribes.
pub(super) fn present_status(server: &Server) -> Status {
    match store::stage(&server.instance_id) {
        Some(Stage::Settled {
            status: Some(status),
            ..
        }) => status,
        _ => server.status.clone(),
    }
}

/// A server's name. One that it is being given shows at once, although the service takes its time to show it.
/// Subscribes.
#[must_use]
pub fn shown_name(server: &Server) -> String {
    store::new_name(&server.instance_id).unwrap_or_else(|| server.name.clone())
}

/// What a server is doing while an action is under way.
fn passing(action: Action) -> Option<ShownStatus> {
    Some(match action {
        Action::Start => ShownStatus::Starting,
        Action::Stop => ShownStatus::Stopping,
        Action::Reboot => ShownStatus::Told(Status::Reboot),
        Action::Rebuild => ShownStatus::Told(Status::Rebuild),
        Action::ResetPassword => ShownStatus::Told(Status::Password),
        Action::Rename | Action::OpenConsole => return None,
    })
}
