//! How close things stand together. `public/boot.js` sets it before the first paint.

use std::sync::LazyLock;

use leptos::prelude::*;

use super::{document, storage};
use crate::shared::subscribed;

/// A choice of density.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// With room around things.
    Comfortable,
    /// More of them on a screen.
    Compact,
}

impl Density {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Comfortable => None,
            Self::Compact => Some("compact"),
        }
    }

    fn from_name(name: Option<&str>) -> Self {
        match name == Self::Compact.name() {
            true => Self::Compact,
            false => Self::Comfortable,
        }
    }
}

static DENSITY: LazyLock<ArcRwSignal<Density>> = LazyLock::new(|| {
    storage::on_change_elsewhere(storage::DENSITY, |name| {
        show(Density::from_name(name.as_deref()));
    });
    let kept = storage::read(storage::DENSITY);
    ArcRwSignal::new(Density::from_name(kept.as_deref()))
});

/// The density in use, which follows other tabs from now on. Subscribes.
#[must_use]
pub fn current() -> Density {
    subscribed(&DENSITY).get()
}

/// Changes the density, here and in every other tab, and remembers it.
pub fn choose(density: Density) {
    match density.name() {
        Some(name) => storage::write(storage::DENSITY, name),
        None => storage::remove(storage::DENSITY),
    }
    show(density);
}

fn show(density: Density) {
    document::set_density(density.name());
    DENSITY.set(density);
}

#[cfg(test)]
mod tests {
    use super::Density;

    #[test]
    fn what_is_kept_is_one_of_the_choices() {
        for density in Density::ALL {
            assert_eq!(Density::from_name(density.name()), density);
        }
        assert_eq!(Density::from_name(Some("tiny")), Density::Comfortable);
    }
}
