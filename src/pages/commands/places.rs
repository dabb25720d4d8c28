//! The pages that are always there, each with its icon and the key that leads to it.

use crate::paths::{self, Place};
use crate::ui::Icon;
use crate::words::{self, Word};

/// A page that a key leads to.
#[derive(Clone, Copy)]
pub(super) struct KnownPlace {
    /// The page.
    pub(super) place: Place,
    /// What it is called.
    pub(super) name: Word,
    /// Its icon.
    pub(super) icon: Icon,
    /// The key that leads to it, after `g`.
    pub(super) key: &'static str,
}

/// Every one of them: those of the navigation, in its order, then the others.
pub(super) const PLACES: [KnownPlace; 5] = [
    KnownPlace {
        place: paths::SERVERS,
        name: words::NAV_SERVERS,
        icon: Icon::Server,
        key: "s",
    },
    KnownPlace {
        place: paths::PROFILE,
        name: words::NAV_PROFILE,
        icon: Icon::Person,
        key: "p",
    },
    KnownPlace {
        place: paths::PROJECTS,
        name: words::NAV_PROJECTS,
        icon: Icon::Folder,
        key: "j",
    },
    KnownPlace {
        place: paths::TOKEN,
        name: words::NAV_TOKEN,
        icon: Icon::Key,
        key: "t",
    },
    KnownPlace {
        place: paths::ACTIVITY,
        name: words::HISTORY_TITLE,
        icon: Icon::Lines,
        key: "a",
    },
];

/// The page that `key` leads to.
pub(super) fn by_key(key: &str) -> Option<Place> {
    let known = PLACES.iter().find(|known| known.key == key)?;
    Some(known.place)
}
