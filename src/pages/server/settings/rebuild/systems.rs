//! The systems that a server can be rebuilt with, by family.

use crate::config::OsImage;

/// The systems of one family, in the order of the configuration.
pub(super) struct Family {
    /// Its name; empty for the systems that belong to none.
    pub(super) name: &'static str,
    /// Its systems.
    pub(super) images: Vec<&'static OsImage>,
}

/// Groups `images` by family. A family stands where its first system does, those without one last.
pub(super) fn by_family(images: &'static [OsImage]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for image in images {
        let name = image.family.as_str();
        let known = families
            .iter_mut()
            .find(|family| family.name.eq_ignore_ascii_case(name));
        match known {
            Some(family) => family.images.push(image),
            None => families.push(Family {
                name,
                images: vec![image],
            }),
        }
    }
    families.sort_by_key(|family| family.name.is_empty());
    families
}

/// The system of this id, as a form or an address has it.
pub(super) fn find(images: &'static [OsImage], id: &str) -> Option<&'static OsImage> {
    let id: u32 = id.parse().ok()?;
    images.iter().find(|image| image.id == id)
}

/// How long a rebuild takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A Linux: two to three minutes (contract, Servers).
    Linux,
    /// A Windows: eight to ten minutes (contract, Servers).
    Windows,
}

impl Expected {
    /// How long this system takes.
    pub(super) fn of(image: &OsImage) -> Self {
        match image.is_windows() {
            true => Self::Windows,
            false => Self::Linux,
        }
    }

    /// The longest that it usually takes, in milliseconds.
    pub(super) const fn longest(self) -> i64 {
        const MINUTE: i64 = 60_000;
        match self {
            Self::Linux => 3 * MINUTE,
            Self::Windows => 10 * MINUTE,
        }
    }

    /// How much of it has passed after this time, in hundredths. It never seems done before it is.
    pub(super) fn done(self, elapsed: i64) -> u8 {
        const NEARLY_DONE: i64 = 95;
        let hundredths = elapsed.saturating_mul(100) / self.longest();
        u8::try_from(hundredths.clamp(0, NEARLY_DONE)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn images(list: &[(u32, &str, &str)]) -> &'static [OsImage] {
        let image = |(id, name, family): &(u32, &str, &str)| OsImage {
            id: *id,
            name: (*name).to_owned(),
            family: (*family).to_owned(),
        };
        list.iter().map(image).collect::<Vec<_>>().leak()
    }

    #[test]
    fn systems_of_a_family_stand_together_and_those_of_none_last() {
        let families = by_family(images(&[
            (1, "Other OS", ""),
            (2, "Debian 12", "Debian"),
            (3, "Windows 2022", "Windows"),
            (4, "Debian 13", "debian"),
        ]));
        let named: Vec<_> = families
            .iter()
            .map(|family| {
                let ids: Vec<_> = family.images.iter().map(|image| image.id).collect();
                (family.name, ids)
            })
            .collect();
        assert_eq!(
            named,
            [("Debian", vec![2, 4]), ("Windows", vec![3]), ("", vec![1])]
        );
    }

    #[test]
    fn a_system_is_found_by_what_the_address_says() {
        let images = images(&[(7, "Debian 12", "Debian")]);
        assert_eq!(find(images, "7").map(|image| image.id), Some(7));
        for id in ["", "8", "-7", "7x", "99999999999"] {
            assert_eq!(find(images, id), None, "{id}");
        }
    }

    #[test]
    fn a_rebuild_never_seems_done_before_it_is() {
        for image in images(&[(1, "Debian 12", "Debian"), (2, "Windows", "Windows")]) {
            let expected = Expected::of(image);
            assert_eq!(expected.done(-5), 0);
            assert_eq!(expected.done(0), 0);
            assert_eq!(expected.done(expected.longest() / 2), 50);
            assert_eq!(expected.done(expected.longest()), 95);
            assert_eq!(expected.done(i64::MAX), 95);
        }
    }
}
