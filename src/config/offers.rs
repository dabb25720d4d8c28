//! What there is to choose from. The list of servers does without, so it is read when it is needed.

use super::{Reader, plain_text};
use crate::json::Json;

/// What the deployment has people choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offers {
    /// `os_images`: the systems that a server can be rebuilt with; no call of the service lists them.
    pub os_images: Vec<OsImage>,
    /// `session_hours`: how long a person can choose to stay signed in, in hours, in the order in which they are offered.
    pub session_hours: Vec<u32>,
}

/// An operating system that a server can be rebuilt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OsImage {
    /// What the service calls it by.
    pub id: u32,
    /// What people call it by.
    pub name: String,
    /// What it belongs to, such as `Ubuntu` or `Windows`.
    pub family: String,
}

impl OsImage {
    /// Whether it is a Windows, which takes longer to install than any Linux (contract, Servers).
    #[must_use]
    pub fn is_windows(&self) -> bool {
        let start = self.family.trim_start().get(.."windows".len());
        start.is_some_and(|start| start.eq_ignore_ascii_case("windows"))
    }
}

/// The longest session that can be offered: a year, the most that the backend grants.
const MAX_SESSION_HOURS: u32 = 8_760;

impl Default for Offers {
    fn default() -> Self {
        Self {
            os_images: Vec::new(),
            session_hours: vec![8, 24, 168, 720],
        }
    }
}

impl Offers {
    /// Reads the settings of a [`Config`](super::Config). Gives what was wrong with them, too, one problem each.
    #[must_use]
    pub fn read(settings: &Json) -> (Self, Vec<String>) {
        let mut reader = Reader {
            json: settings,
            problems: Vec::new(),
        };
        let default = Self::default();
        let offers = Self {
            os_images: reader.list("os_images", &os_image, default.os_images),
            session_hours: reader.list("session_hours", &session_hours, default.session_hours),
        };
        (offers, reader.problems)
    }
}

fn os_image(json: &Json) -> Option<OsImage> {
    let name = plain_text(json.get("name")).filter(|name| !name.is_empty())?;
    Some(OsImage {
        id: json.get("id").as_integer()?,
        name,
        family: plain_text(json.get("family")).unwrap_or_default(),
    })
}

fn session_hours(json: &Json) -> Option<u32> {
    json.as_integer()
        .filter(|hours| (1..=MAX_SESSION_HOURS).contains(hours))
}
