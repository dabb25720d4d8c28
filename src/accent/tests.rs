//! That every accent can be read, on everything that it is drawn on.

use proptest::prelude::*;

use super::colour::{Hsl, Rgb, contrast};
use super::{CONTROL, DARK, LIGHT, TEXT, declarations};

#[test]
fn the_grounds_are_those_of_the_style_sheet() {
    let tokens = include_str!("../../style/tokens.css");
    let names = ["--canvas", "--surface", "--raised", "--sunken", "--hover"];
    for ((name, light), dark) in names.iter().zip(LIGHT.grounds).zip(DARK.grounds) {
        let line = format!("{name}: light-dark({}, {});", light.text(), dark.text());
        assert!(tokens.contains(&line), "{line}");
    }
}

#[test]
fn an_accent_that_stands_out_as_it_is_stays_as_it_is() {
    let text = declarations("#3446C6").expect("a colour");
    assert!(text.starts_with("--accent:light-dark(#3446c6,#"), "{text}");
    assert!(
        text.contains("--accent-text:light-dark(#3446c6,#"),
        "{text}"
    );
    assert!(text.contains("--on-accent:light-dark(#ffffff,#"), "{text}");
}

#[test]
fn what_is_no_colour_has_no_tokens() {
    for text in [
        "", "#", "#fff", "3446c6", "#3446cg", "#+446c6", "#ééé", "#3446c6;", "red",
    ] {
        assert_eq!(declarations(text), None, "{text}");
    }
}

/// How far apart two hues are, in steps of a channel; colours near grey have hardly one.
fn apart(one: Rgb, other: Rgb) -> f32 {
    let chroma = |Rgb(red, green, blue): Rgb| {
        f32::from(red.max(green).max(blue)) - f32::from(red.min(green).min(blue))
    };
    let distance = (Hsl::from(one).hue - Hsl::from(other).hue).abs();
    distance.min(6.0 - distance) * chroma(one).min(chroma(other))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_accent_can_be_read(red: u8, green: u8, blue: u8) {
        let brand = Rgb(red, green, blue);
        for theme in [LIGHT, DARK] {
            let [accent, strong, soft, text, on_accent, focus] = theme.colours(brand);
            prop_assert!(contrast(on_accent, accent) >= TEXT);
            prop_assert!(contrast(on_accent, strong) >= TEXT);
            for ground in theme.grounds.into_iter().chain([soft]) {
                prop_assert!(contrast(text, ground) >= TEXT);
                prop_assert!(contrast(focus, ground) >= CONTROL);
            }
            for ground in theme.grounds {
                prop_assert!(contrast(accent, ground) >= CONTROL);
            }
            for colour in [accent, strong, soft, text, focus] {
                prop_assert!(apart(brand, colour) <= 3.0, "{brand:?} {colour:?}");
            }
        }
    }

    #[test]
    fn ink_can_be_read_on_the_soft_ground(red: u8, green: u8, blue: u8) {
        let inks = |theme: usize| {
            let tokens = include_str!("../../style/tokens.css");
            ["--ink: ", "--ink-muted: "].map(|name| {
                let (_, rest) = tokens.split_once(name).expect("the token");
                let (colours, _) = rest.split_once(';').expect("its end");
                let colour = colours.split('#').nth(theme + 1).and_then(|rest| rest.get(..6));
                Rgb::parse(&format!("#{}", colour.expect("a colour"))).expect("a colour")
            })
        };
        for (number, theme) in [LIGHT, DARK].iter().enumerate() {
            let [_, _, soft, ..] = theme.colours(Rgb(red, green, blue));
            for ink in inks(number) {
                prop_assert!(contrast(ink, soft) >= TEXT, "{ink:?} on {soft:?}");
            }
        }
    }

    #[test]
    fn any_text_is_declarations_or_none(text in any::<String>(), digits in "#[0-9a-fA-F]{6}") {
        prop_assert!(declarations(&digits).is_some());
        prop_assert!(declarations(&text).is_none() || text.len() == 7);
    }
}
