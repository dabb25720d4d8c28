//! What can be done to a server, and when.

use super::status::{ACTIVE, DELETED, ERROR, PASSWORD, REBOOT, RESCUE, SHUTOFF, SOFT_DELETED};

/// Something to do to a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Switch it on.
    Start,
    /// Switch it off.
    Stop,
    /// Restart it.
    Reboot,
    /// Give it another name.
    Rename {
        /// The name from then on.
        name: String,
    },
    /// Wipe its disk and install an operating system.
    Rebuild {
        /// Number of the image.
        os_image: i64,
    },
    /// Set the password of its administrator.
    ChangePassword {
        /// The password from then on.
        password: String,
    },
}

impl Action {
    /// The word under which the action log keeps it; also the last part of its address.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Stop => "stop",
            Self::Reboot => "reboot",
            Self::Rename { .. } => "rename",
            Self::Rebuild { .. } => "rebuild",
            Self::ChangePassword { .. } => "change_password",
        }
    }

    /// Whether it can be done to a server of this status.
    pub fn fits(&self, status: &str) -> bool {
        match self {
            Self::Start => status == SHUTOFF,
            Self::Stop | Self::Reboot | Self::ChangePassword { .. } => status == ACTIVE,
            Self::Rebuild { .. } => [ACTIVE, SHUTOFF, ERROR].contains(&status),
            Self::Rename { .. } => ![DELETED, SOFT_DELETED].contains(&status),
        }
    }

    /// What it is called in the middle of "cannot … a server".
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Stop => "stop",
            Self::Reboot => "reboot",
            Self::Rename { .. } => "rename",
            Self::Rebuild { .. } => "rebuild",
            Self::ChangePassword { .. } => "set the password of",
        }
    }
}

/// Whether a server of this status has a screen to look at.
pub fn has_console(status: &str) -> bool {
    [ACTIVE, REBOOT, PASSWORD, RESCUE].contains(&status)
}
