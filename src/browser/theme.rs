//! The theme: light, dark, or as the device has it. `public/boot.js` sets it before the first paint.

use std::sync::LazyLock;

use leptos::prelude::*;

use super::{document, storage};
use crate::shared::subscribed;

/// A choice of theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn from_name(name: Option<&str>) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.name() == name)
            .unwrap_or(Self::System)
    }
}

static THEME: LazyLock<ArcRwSignal<Theme>> =
    LazyLock::new(|| ArcRwSignal::new(Theme::from_name(storage::read(storage::THEME).as_deref())));

/// The theme in use. Subscribes.
#[must_use]
pub fn current() -> Theme {
    subscribed(&THEME).get()
}

/// Changes the theme, here and in every other tab, and remembers it.
pub fn choose(theme: Theme) {
    match theme.name() {
        Some(name) => storage::write(storage::THEME, name),
        None => storage::remove(storage::THEME),
    }
    show(theme);
}

/// Follows what other tabs choose until the page is closed.
pub fn follow_other_tabs() {
    storage::on_change_elsewhere(storage::THEME, |name| {
        show(Theme::from_name(name.as_deref()))
    });
}

/// Gives the browser's own bars the theme that was chosen by hand, as long as the calling component lives. The document
/// has a colour for light and one for dark, each for devices that have it so.
pub fn tint_bars() {
    Effect::new(|_| {
        let theme = current();
        for (own, colour, device) in [
            (Theme::Light, "#ffffff", "(prefers-color-scheme: light)"),
            (Theme::Dark, "#17191f", "(prefers-color-scheme: dark)"),
        ] {
            let media = match theme {
                Theme::System => device,
                chosen if chosen == own => "all",
                _ => "not all",
            };
            document::set_media_of(colour, media);
        }
    });
}

fn show(theme: Theme) {
    document::set_theme(theme.name());
    THEME.set(theme);
}
