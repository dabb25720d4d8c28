//! The statuses of a server.

/// What a server is doing. The contract leaves the words open; these are OpenStack Nova's, which cloud365 runs on (contract, Servers).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(
    missing_docs,
    reason = "Nova's own words, explained by nothing but themselves"
)]
pub enum Status {
    Active,
    Build,
    Deleted,
    Error,
    HardReboot,
    Migrating,
    Password,
    Paused,
    Reboot,
    Rebuild,
    Rescue,
    Resize,
    RevertResize,
    Shelved,
    ShelvedOffloaded,
    Shutoff,
    SoftDeleted,
    Suspended,
    Unknown,
    VerifyResize,
    /// A word that this portal does not know, as the service wrote it.
    Other(String),
}

impl Status {
    /// Every status that has a word, in the order of the alphabet.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("ACTIVE", Self::Active),
        ("BUILD", Self::Build),
        ("DELETED", Self::Deleted),
        ("ERROR", Self::Error),
        ("HARD_REBOOT", Self::HardReboot),
        ("MIGRATING", Self::Migrating),
        ("PASSWORD", Self::Password),
        ("PAUSED", Self::Paused),
        ("REBOOT", Self::Reboot),
        ("REBUILD", Self::Rebuild),
        ("RESCUE", Self::Rescue),
        ("RESIZE", Self::Resize),
        ("REVERT_RESIZE", Self::RevertResize),
        ("SHELVED", Self::Shelved),
        ("SHELVED_OFFLOADED", Self::ShelvedOffloaded),
        ("SHUTOFF", Self::Shutoff),
        ("SOFT_DELETED", Self::SoftDeleted),
        ("SUSPENDED", Self::Suspended),
        ("UNKNOWN", Self::Unknown),
        ("VERIFY_RESIZE", Self::VerifyResize),
    ];

    /// Reads a word, in any case. An unknown one is kept; none at all is [`Status::Unknown`].
    pub fn from_word(word: &str) -> Self {
        let word = word.trim();
        if word.is_empty() {
            return Self::Unknown;
        }
        Self::ALL
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(word))
            .map_or_else(
                || Self::Other(word.to_owned()),
                |(_, status)| status.clone(),
            )
    }

    /// The word of the API.
    pub fn as_word(&self) -> &str {
        if let Self::Other(word) = self {
            return word;
        }
        Self::ALL
            .iter()
            .find(|(_, status)| status == self)
            .map_or("UNKNOWN", |(word, _)| word)
    }

    /// Whether the server is on its way to another status, so that asking again soon will show a change (contract, Servers).
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Build
                | Self::HardReboot
                | Self::Migrating
                | Self::Password
                | Self::Reboot
                | Self::Rebuild
                | Self::Resize
                | Self::RevertResize
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn a_word_is_known_in_any_case() {
        for (word, status) in Status::ALL {
            assert_eq!(&Status::from_word(word), status);
            assert_eq!(&Status::from_word(&word.to_lowercase()), status);
            assert_eq!(status.as_word(), *word);
        }
    }

    #[test]
    fn an_unknown_word_is_kept_and_none_is_unknown() {
        let status = Status::from_word(" A_word_of_Tomorrow ");
        assert_eq!(status.as_word(), "A_word_of_Tomorrow");
        assert!(!status.is_passing());
        assert_eq!(Status::from_word("  "), Status::Unknown);
    }

    #[test]
    fn the_passing_ones_are_the_contract_s() {
        let passing: Vec<&str> = Status::ALL
            .iter()
            .filter(|(_, status)| status.is_passing())
            .map(|(word, _)| *word)
            .collect();
        let expected = "BUILD HARD_REBOOT MIGRATING PASSWORD REBOOT REBUILD RESIZE REVERT_RESIZE";
        assert_eq!(passing.join(" "), expected);
    }
}
