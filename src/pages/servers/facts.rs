//! What a server's status means to a person.

use crate::api::server::Status;
use crate::data::actions::ShownStatus;
pub use crate::data::servers::Nearness;
use crate::ui::Tone;
use crate::words::{self, Word};

/// The words for every status that has some.
const WORDS: [(Status, Word); 20] = [
    (Status::Active, words::STATUS_ACTIVE),
    (Status::Build, words::STATUS_BUILD),
    (Status::Deleted, words::STATUS_DELETED),
    (Status::Error, words::STATUS_ERROR),
    (Status::HardReboot, words::STATUS_HARD_REBOOT),
    (Status::Migrating, words::STATUS_MIGRATING),
    (Status::Password, words::STATUS_PASSWORD),
    (Status::Paused, words::STATUS_PAUSED),
    (Status::Reboot, words::STATUS_REBOOT),
    (Status::Rebuild, words::STATUS_REBUILD),
    (Status::Rescue, words::STATUS_RESCUE),
    (Status::Resize, words::STATUS_RESIZE),
    (Status::RevertResize, words::STATUS_REVERT_RESIZE),
    (Status::Shelved, words::STATUS_SHELVED),
    (Status::ShelvedOffloaded, words::STATUS_SHELVED_OFFLOADED),
    (Status::Shutoff, words::STATUS_SHUTOFF),
    (Status::SoftDeleted, words::STATUS_SOFT_DELETED),
    (Status::Suspended, words::STATUS_SUSPENDED),
    (Status::Unknown, words::STATUS_UNKNOWN),
    (Status::VerifyResize, words::STATUS_VERIFY_RESIZE),
];

/// Every status that can be chosen in a filter, with its word.
pub fn statuses() -> impl Iterator<Item = &'static (Status, Word)> {
    WORDS.iter()
}

/// What people call what a server is doing.
pub fn shown_text(shown: &ShownStatus) -> String {
    match shown {
        ShownStatus::Told(status) => status_text(status),
        ShownStatus::Starting => words::STATUS_STARTING.text().to_owned(),
        ShownStatus::Stopping => words::STATUS_STOPPING.text().to_owned(),
    }
}

/// What people call a status. One that the portal does not know is shown as the service writes it.
pub fn status_text(status: &Status) -> String {
    let word = WORDS.iter().find(|(known, _)| known == status);
    word.map_or_else(
        || status.as_word().to_owned(),
        |(_, word)| word.text().to_owned(),
    )
}

/// How what a server is doing is coloured.
pub fn shown_tone(shown: &ShownStatus) -> Tone {
    let ShownStatus::Told(status) = shown else {
        return Tone::Busy;
    };
    match status {
        Status::Active => Tone::Ok,
        Status::Shutoff | Status::Paused | Status::Shelved | Status::ShelvedOffloaded => Tone::Off,
        Status::Suspended | Status::Rescue | Status::VerifyResize => Tone::Warning,
        Status::Error | Status::Deleted | Status::SoftDeleted => Tone::Danger,
        passing if passing.is_passing() => Tone::Busy,
        _ => Tone::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_word() {
        for (_, status) in Status::ALL {
            assert!(WORDS.iter().any(|(known, _)| known == status), "{status:?}");
        }
    }

    #[test]
    fn an_unknown_status_is_shown_as_it_is() {
        let unknown = ShownStatus::Told(Status::Other("MELTING".to_owned()));
        assert_eq!(shown_text(&unknown), "MELTING");
        assert_eq!(shown_tone(&unknown), Tone::Neutral);
    }

    #[test]
    fn what_is_on_its_way_is_coloured_so() {
        for shown in [
            ShownStatus::Starting,
            ShownStatus::Stopping,
            ShownStatus::Told(Status::Reboot),
        ] {
            assert_eq!(shown_tone(&shown), Tone::Busy);
        }
    }
}
