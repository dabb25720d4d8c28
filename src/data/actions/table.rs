//! The one table of what can be done to a server.

use crate::api::server::Status;
use crate::api::server_actions::PowerAction;

/// Something to do to a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Switch it on.
    Start,
    /// Switch it off.
    Stop,
    /// Restart it.
    Reboot,
    /// Give it another name.
    Rename,
    /// Set the password of its administrator.
    ResetPassword,
    /// Wipe its disk and install an operating system.
    Rebuild,
    /// Sit down at its keyboard.
    OpenConsole,
}

/// The statuses in which an action fits.
enum Fits {
    In(&'static [Status]),
    NotIn(&'static [Status]),
}

/// For each action the statuses in which it fits (start, stop and reboot: contract, Servers; the others as Nova has it)
/// and the permission that it needs (contract, Account).
const TABLE: [(Action, Fits, &str); 7] = {
    use Fits::{In, NotIn};
    use Status::{Active, Deleted, Error, Password, Reboot, Rescue, Shutoff, SoftDeleted};
    [
        (Action::Start, In(&[Shutoff]), "servers:power"),
        (Action::Stop, In(&[Active]), "servers:power"),
        (Action::Reboot, In(&[Active]), "servers:power"),
        (
            Action::Rename,
            NotIn(&[Deleted, SoftDeleted]),
            "servers:update",
        ),
        (Action::ResetPassword, In(&[Active]), "servers:update"),
        (
            Action::Rebuild,
            In(&[Active, Shutoff, Error]),
            "servers:update",
        ),
        (
            Action::OpenConsole,
            In(&[Active, Reboot, Password, Rescue]),
            "servers:update",
        ),
    ]
};

impl Action {
    /// Whether it fits a server of this status.
    #[must_use]
    pub fn fits(self, status: &Status) -> bool {
        match &self.rule().1 {
            Fits::In(statuses) => statuses.contains(status),
            Fits::NotIn(statuses) => !statuses.contains(status),
        }
    }

    /// The permission that it needs, as `resource:action`.
    #[must_use]
    pub fn permission(self) -> &'static str {
        self.rule().2
    }

    fn rule(self) -> &'static (Self, Fits, &'static str) {
        // The rows stand in the order of the actions, which a test makes sure of.
        &TABLE[self as usize]
    }
}

impl From<PowerAction> for Action {
    fn from(action: PowerAction) -> Self {
        match action {
            PowerAction::Start => Self::Start,
            PowerAction::Stop => Self::Stop,
            PowerAction::Reboot => Self::Reboot,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_its_own_row() {
        for (action, ..) in &TABLE {
            assert_eq!(action.rule().0, *action);
        }
    }

    fn fitting(action: Action) -> String {
        let statuses = Status::ALL.iter();
        let fitting: Vec<&str> = statuses
            .filter(|(_, status)| action.fits(status))
            .map(|(word, _)| *word)
            .collect();
        fitting.join(" ")
    }

    #[test]
    fn each_action_fits_where_the_service_lets_it() {
        assert_eq!(fitting(Action::Start), "SHUTOFF");
        assert_eq!(fitting(Action::Stop), "ACTIVE");
        assert_eq!(fitting(Action::Reboot), "ACTIVE");
        assert_eq!(fitting(Action::ResetPassword), "ACTIVE");
        assert_eq!(fitting(Action::Rebuild), "ACTIVE ERROR SHUTOFF");
        assert_eq!(
            fitting(Action::OpenConsole),
            "ACTIVE PASSWORD REBOOT RESCUE"
        );
        assert!(!Action::Rename.fits(&Status::Deleted));
        assert!(!Action::Rename.fits(&Status::SoftDeleted));
        assert!(Action::Rename.fits(&Status::Build));
    }

    #[test]
    fn a_status_of_tomorrow_fits_no_more_than_a_name() {
        let status = Status::from_word("MELTING");
        for (action, ..) in &TABLE {
            assert_eq!(action.fits(&status), *action == Action::Rename);
        }
    }

    #[test]
    fn permissions_are_known_to_the_reference() {
        use crate::api::permission::Permissions;
        let everything = Permissions::new(vec!["*:*".to_owned()]);
        for (action, _, permission) in &TABLE {
            let (resource, word) = permission.split_once(':').unwrap();
            assert!(everything.allows(resource, word), "{action:?}");
        }
        assert_eq!(Action::Stop.permission(), "servers:power");
        assert_eq!(Action::OpenConsole.permission(), "servers:update");
    }
}
