//! How far a server has come, by what an answer shows of it.

use std::time::Duration;

use super::outcome::Ending;
use super::table::Action;
use crate::api::server::{Server, Status};

/// After how long a server that was never seen in passing counts as having passed: it was too quick to be seen.
const UNSEEN_PASSING: i64 = 6_000;

/// What an answer has to be compared with.
pub(super) struct Expected<'a> {
    pub(super) action: Action,
    /// The name that a rename gives.
    pub(super) new_name: &'a str,
    /// How long the action may take.
    pub(super) patience: Duration,
    /// Whether an answer since has shown the server in passing.
    pub(super) was_passing: bool,
    /// For how long the service had been at it when the answer was asked for, in milliseconds.
    pub(super) elapsed: i64,
}

/// How the action has ended, going by a server as a fresh answer has it; `None` while it is under way.
pub(super) fn ending(expected: &Expected<'_>, server: &Server) -> Option<Ending> {
    if has_arrived(expected, server) {
        return Some(Ending::Arrived);
    }
    if has_failed(expected, &server.status) {
        return Some(Ending::Failed);
    }
    let patience = i64::try_from(expected.patience.as_millis()).unwrap_or(i64::MAX);
    (expected.elapsed > patience).then_some(Ending::TakesTooLong)
}

fn has_arrived(expected: &Expected<'_>, server: &Server) -> bool {
    let status = &server.status;
    match expected.action {
        Action::Start => *status == Status::Active,
        Action::Stop => *status == Status::Shutoff,
        Action::Reboot | Action::ResetPassword => {
            has_passed(expected, status) && *status == Status::Active
        }
        // A server that was off when it was rebuilt may be off again afterwards.
        Action::Rebuild => {
            has_passed(expected, status) && matches!(status, Status::Active | Status::Shutoff)
        }
        Action::Rename => server.name.trim() == expected.new_name.trim(),
        Action::OpenConsole => true,
    }
}

fn has_failed(expected: &Expected<'_>, status: &Status) -> bool {
    let ends_in_error = match expected.action {
        Action::Start | Action::Stop => true,
        Action::Rename | Action::OpenConsole => false,
        // The status was the same, maybe this very one, before the server began to pass.
        Action::Reboot | Action::ResetPassword | Action::Rebuild => has_passed(expected, status),
    };
    ends_in_error && *status == Status::Error
}

/// Whether a server whose way leads through a passing status has come out of it.
fn has_passed(expected: &Expected<'_>, status: &Status) -> bool {
    !status.is_passing() && (expected.was_passing || expected.elapsed >= UNSEEN_PASSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000;

    fn server(status: Status, name: &str) -> Server {
        Server {
            status,
            name: name.to_owned(),
            ..Server::bare("1")
        }
    }

    fn after(action: Action, elapsed: i64, was_passing: bool, status: Status) -> Option<Ending> {
        let expected = Expected {
            action,
            new_name: "new",
            patience: Duration::from_secs(300),
            was_passing,
            elapsed,
        };
        ending(&expected, &server(status, "old"))
    }

    #[test]
    fn a_start_ends_running_and_a_stop_stopped() {
        let soon = |action, status| after(action, SECOND, false, status);
        assert_eq!(soon(Action::Start, Status::Shutoff), None);
        assert_eq!(soon(Action::Start, Status::Active), Some(Ending::Arrived));
        assert_eq!(soon(Action::Start, Status::Error), Some(Ending::Failed));
        assert_eq!(soon(Action::Stop, Status::Active), None);
        assert_eq!(soon(Action::Stop, Status::Shutoff), Some(Ending::Arrived));
    }

    #[test]
    fn a_reboot_ends_running_once_it_has_been_seen_or_could_have_been() {
        let reboot = |elapsed, seen, status| after(Action::Reboot, elapsed, seen, status);
        assert_eq!(reboot(SECOND, false, Status::Active), None);
        assert_eq!(reboot(SECOND, false, Status::Reboot), None);
        assert_eq!(reboot(SECOND, true, Status::Active), Some(Ending::Arrived));
        assert_eq!(
            reboot(6 * SECOND, false, Status::Active),
            Some(Ending::Arrived)
        );
        assert_eq!(reboot(SECOND, true, Status::Error), Some(Ending::Failed));
        assert_eq!(reboot(299 * SECOND, true, Status::Shutoff), None);
    }

    #[test]
    fn a_rebuild_of_a_failed_server_has_not_failed_before_it_began() {
        let rebuild = |elapsed, seen, status| after(Action::Rebuild, elapsed, seen, status);
        assert_eq!(rebuild(SECOND, false, Status::Error), None);
        assert_eq!(rebuild(SECOND, true, Status::Error), Some(Ending::Failed));
        assert_eq!(
            rebuild(SECOND, true, Status::Shutoff),
            Some(Ending::Arrived)
        );
        assert_eq!(rebuild(SECOND, true, Status::Rebuild), None);
    }

    #[test]
    fn a_rename_ends_with_the_new_name() {
        assert_eq!(after(Action::Rename, SECOND, false, Status::Error), None);
        let expected = Expected {
            action: Action::Rename,
            new_name: " new ",
            patience: Duration::from_secs(300),
            was_passing: false,
            elapsed: 0,
        };
        assert_eq!(
            ending(&expected, &server(Status::Active, "new")),
            Some(Ending::Arrived)
        );
    }

    #[test]
    fn what_takes_far_too_long_is_told() {
        let start = |elapsed| after(Action::Start, elapsed, false, Status::Shutoff);
        assert_eq!(start(300 * SECOND), None);
        assert_eq!(start(300 * SECOND + 1), Some(Ending::TakesTooLong));
        assert_eq!(
            after(Action::Reboot, 400 * SECOND, true, Status::Reboot),
            Some(Ending::TakesTooLong)
        );
    }
}
