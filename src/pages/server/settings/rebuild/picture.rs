//! A plain picture for each family of systems: its first letter on a shape of its own. No logos, which are trademarks.

use leptos::prelude::*;

/// The shape behind the letter, as an outline on a square of 40 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Circle,
    Diamond,
    Hexagon,
    Octagon,
    Shield,
    Tile,
    Window,
}

/// Families that have a picture of their own: shape, and the hue that the style gives it.
const PICTURES: [(&str, Shape, &str); 10] = [
    ("debian", Shape::Hexagon, "rose"),
    ("ubuntu", Shape::Circle, "amber"),
    ("almalinux", Shape::Diamond, "blue"),
    ("rocky", Shape::Shield, "green"),
    ("centos", Shape::Octagon, "violet"),
    ("fedora", Shape::Circle, "blue"),
    ("opensuse", Shape::Hexagon, "green"),
    ("arch", Shape::Shield, "blue"),
    ("freebsd", Shape::Octagon, "rose"),
    ("windows", Shape::Window, "blue"),
];

/// A family that nobody has drawn a picture for.
const GENERIC: (Shape, &str) = (Shape::Tile, "grey");

impl Shape {
    const fn outline(self) -> &'static str {
        match self {
            Self::Circle => "M20 2a18 18 0 1 0 0 36 18 18 0 0 0 0-36Z",
            Self::Diamond => "M20 1 39 20 20 39 1 20Z",
            Self::Hexagon => "M20 1 37 10.5v19L20 39 3 29.5v-19Z",
            Self::Octagon => "M12.5 2h15L38 12.5v15L27.5 38h-15L2 27.5v-15Z",
            Self::Shield => "M20 1l17 6v13c0 9-7 15-17 19C10 35 3 29 3 20V7Z",
            Self::Tile => "M8 3h24a5 5 0 0 1 5 5v24a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5Z",
            Self::Window => {
                "M5 4h30a3 3 0 0 1 3 3v26a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3ZM2 9h36v1H2Z"
            }
        }
    }
}

fn picture_of(family: &str) -> (Shape, &'static str) {
    let begins_so = |name: &str| {
        let start = family.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let known = PICTURES.iter().find(|(name, ..)| begins_so(name));
    known.map_or(GENERIC, |(_, shape, hue)| (*shape, *hue))
}

/// The picture of a family. It repeats what its name says, so assistive technology never meets it.
pub(super) fn picture(family: &str) -> AnyView {
    let (shape, hue) = picture_of(family.trim());
    let letter: String = family.trim().chars().take(1).collect();
    view! {
        <svg class="system-picture" viewBox="0 0 40 40" aria-hidden="true" data-hue=hue>
            <path fill-rule="evenodd" d=shape.outline() />
            <text x="20" y="26.5" text-anchor="middle">
                {letter.to_ascii_uppercase()}
            </text>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_known_however_it_is_written_and_others_have_a_plain_picture() {
        assert_eq!(picture_of("Debian"), (Shape::Hexagon, "rose"));
        assert_eq!(picture_of("ROCKY Linux"), (Shape::Shield, "green"));
        assert_eq!(picture_of("Windows Server"), (Shape::Window, "blue"));
        for unknown in ["", "D", "Haiku", "ហ", "Ubu", "Đebian"] {
            assert_eq!(picture_of(unknown), GENERIC, "{unknown}");
        }
    }
}
