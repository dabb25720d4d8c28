//! The colours that a style has on the screen, in the light theme and in the dark one.
//!
//! Logs are coloured by people who look at a dark terminal, or at a light one. Here each colour stays what it is as far as
//! its characters can be read (WCAG 2.2, 1.4.3); where they cannot, it moves towards white or black until they can.

use super::style::{Attributes, Colour, Rgb, Style};

/// The colours of a run of characters, where they are not the terminal's own. Each is a CSS colour for both themes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// The colour of the characters.
    pub foreground: Option<String>,
    /// The colour behind them.
    pub background: Option<String>,
}

/// What the terminal's own colours are in a theme.
struct Theme {
    ground: Rgb,
    ink: Rgb,
    palette: [Rgb; 16],
}

/// The ground and the ink are `--terminal` and `--terminal-ink` of `style/tokens.css`.
const LIGHT: Theme = Theme {
    ground: rgb(0xfb_fa_f8),
    ink: rgb(0x1a_1c_23),
    palette: [
        rgb(0x1a_1c_23),
        rgb(0xb0_22_1b),
        rgb(0x17_66_3a),
        rgb(0x84_50_00),
        rgb(0x2a_4f_c9),
        rgb(0x8b_2f_9e),
        rgb(0x0a_62_75),
        rgb(0x58_5b_66),
        rgb(0x69_6c_76),
        rgb(0xc4_2b_1f),
        rgb(0x1c_74_43),
        rgb(0x8f_57_00),
        rgb(0x35_5c_dd),
        rgb(0x9c_3b_b0),
        rgb(0x0b_6c_81),
        rgb(0x3a_3d_47),
    ],
};

const DARK: Theme = Theme {
    ground: rgb(0x0b_0c_0f),
    ink: rgb(0xe2_e4_ea),
    palette: [
        rgb(0x7a_7e_8a),
        rgb(0xff_86_7c),
        rgb(0x74_d0_97),
        rgb(0xe8_b9_5c),
        rgb(0x82_a8_ff),
        rgb(0xd8_9a_ec),
        rgb(0x6c_c9_dc),
        rgb(0xc6_c9_d3),
        rgb(0x8d_91_9d),
        rgb(0xff_a6_9e),
        rgb(0x97_e2_b4),
        rgb(0xf6_d0_83),
        rgb(0xa6_c1_ff),
        rgb(0xe6_b8_f5),
        rgb(0x95_dd_ec),
        rgb(0xff_ff_ff),
    ],
};

const WHITE: Rgb = Rgb(255, 255, 255);
const BLACK: Rgb = Rgb(0, 0, 0);

/// The colours of a style.
#[must_use]
pub fn paint(style: Style) -> Paint {
    let [light, dark] = [LIGHT, DARK].map(|theme| colours(style, &theme));
    let Style {
        foreground,
        background,
        attributes,
    } = style;
    let is_own = |colour| colour == Colour::Default;
    let exchanged = attributes.has(Attributes::INVERSE);
    let plain_ground = is_own(background) && !exchanged;
    let recoloured = Attributes::FAINT.with(Attributes::CONCEALED);
    let plain_ink =
        plain_ground && is_own(foreground) && attributes.without(recoloured) == attributes;
    Paint {
        foreground: (!plain_ink).then(|| css(light.0, dark.0)),
        background: (!plain_ground).then(|| css(light.1, dark.1)),
    }
}

/// Foreground and background in a theme.
fn colours(style: Style, theme: &Theme) -> (Rgb, Rgb) {
    let mut foreground = resolved(style.foreground, theme, theme.ink);
    let mut background = resolved(style.background, theme, theme.ground);
    if style.attributes.has(Attributes::INVERSE) {
        (foreground, background) = (background, foreground);
    }
    if style.attributes.has(Attributes::CONCEALED) {
        return (background, background);
    }
    if style.attributes.has(Attributes::FAINT) {
        foreground = mix(foreground, background, 5);
    }
    (readable(foreground, background), background)
}

fn resolved(colour: Colour, theme: &Theme, default: Rgb) -> Rgb {
    match colour {
        Colour::Default => default,
        Colour::Palette(number) => theme
            .palette
            .get(usize::from(number))
            .copied()
            .unwrap_or(default),
        Colour::Rgb(rgb) => rgb,
    }
}

/// The colour, moved towards white or black as far as it takes to be read on `ground`.
fn readable(colour: Rgb, ground: Rgb) -> Rgb {
    if is_readable(colour, ground) {
        return colour;
    }
    let far = if contrast_is_higher(WHITE, BLACK, ground) {
        WHITE
    } else {
        BLACK
    };
    (1..STEPS)
        .map(|part| mix(colour, far, part))
        .find(|mixed| is_readable(*mixed, ground))
        .unwrap_or(far)
}

/// Whether the contrast is 4.5 to 1 or more. What [`linear`] is off by is made up for.
fn is_readable(colour: Rgb, ground: Rgb) -> bool {
    let (colour, ground) = (light_of(colour), light_of(ground));
    colour.max(ground) * 100 >= colour.min(ground) * 465
}

fn contrast_is_higher(one: Rgb, other: Rgb, ground: Rgb) -> bool {
    // (lighter + 0.05) / (darker + 0.05) of one and the other, multiplied out.
    let [one, other, ground] = [one, other, ground].map(|colour| u64::from(light_of(colour)));
    let (one_high, one_low) = (one.max(ground), one.min(ground));
    let (other_high, other_low) = (other.max(ground), other.min(ground));
    one_high * other_low > other_high * one_low
}

const STEPS: u16 = 16;

/// The colour with so many sixteenths of another one.
fn mix(colour: Rgb, other: Rgb, part: u16) -> Rgb {
    let channel = |own: u8, other: u8| {
        let sum = u16::from(own) * (STEPS - part) + u16::from(other) * part;
        u8::try_from(sum / STEPS).unwrap_or(u8::MAX)
    };
    Rgb(
        channel(colour.0, other.0),
        channel(colour.1, other.1),
        channel(colour.2, other.2),
    )
}

/// The relative luminance (WCAG 2.2) in millionths, and 50,000, which every formula of contrast adds.
fn light_of(Rgb(red, green, blue): Rgb) -> u32 {
    let sum = 2126 * linear(red) + 7152 * linear(green) + 722 * linear(blue);
    u32::try_from(sum / 10_000).unwrap_or(u32::MAX) + 50_000
}

/// A channel without its gamma, in millionths, by a polynomial that is off by two thousandths at most.
fn linear(channel: u8) -> u64 {
    let channel = u64::from(channel);
    let cubic = 305_306 * channel / 255 + 682_171;
    let square = cubic * channel / 255 + 12_523;
    square * channel / 255
}

const fn rgb(hexadecimal: u32) -> Rgb {
    let [_, red, green, blue] = hexadecimal.to_be_bytes();
    Rgb(red, green, blue)
}

/// A CSS colour that is `light` in the light theme and `dark` in the dark one.
fn css(light: Rgb, dark: Rgb) -> String {
    [
        "light-dark(",
        &hexadecimal(light),
        ",",
        &hexadecimal(dark),
        ")",
    ]
    .concat()
}

fn hexadecimal(Rgb(red, green, blue): Rgb) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    let channels = [red, green, blue].into_iter();
    let digits = channels.flat_map(|channel| [digit(channel >> 4), digit(channel & 15)]);
    std::iter::once('#').chain(digits).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The contrast as WCAG 2.2 computes it.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let light = |Rgb(red, green, blue): Rgb| {
            let linear = |channel: u8| {
                let value = f64::from(channel) / 255.0;
                if value <= 0.04045 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (one, other) = (light(one) + 0.05, light(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_colour_of_a_theme_can_be_read_as_it_is() {
        for theme in [LIGHT, DARK] {
            for colour in theme.palette.into_iter().chain([theme.ink]) {
                let ratio = contrast(colour, theme.ground);
                assert!(ratio >= 4.5, "{colour:?} on {:?}: {ratio}", theme.ground);
            }
        }
    }

    #[test]
    fn the_terminal_has_the_colours_of_the_style_sheet() {
        let tokens = include_str!("../../style/tokens.css");
        for (name, light, dark) in [
            ("--terminal", LIGHT.ground, DARK.ground),
            ("--terminal-ink", LIGHT.ink, DARK.ink),
        ] {
            let line = [
                name,
                ": light-dark(",
                &hexadecimal(light),
                ", ",
                &hexadecimal(dark),
                ");",
            ]
            .concat();
            assert!(tokens.contains(&line), "{line}");
        }
    }

    #[test]
    fn what_is_the_terminals_own_is_not_painted() {
        assert_eq!(paint(Style::default()), Paint::default());
        let red = Style {
            foreground: Colour::Palette(1),
            ..Style::default()
        };
        let expected = Paint {
            foreground: Some(String::from("light-dark(#b0221b,#ff867c)")),
            background: None,
        };
        assert_eq!(paint(red), expected);
        let bold = Style {
            attributes: Attributes::BOLD,
            ..Style::default()
        };
        assert_eq!(paint(bold), Paint::default());
    }

    #[test]
    fn inverse_exchanges_and_concealed_hides() {
        let inverse = Style {
            attributes: Attributes::INVERSE,
            ..Style::default()
        };
        assert_eq!(colours(inverse, &LIGHT), (LIGHT.ground, LIGHT.ink));
        let concealed = Style {
            attributes: Attributes::CONCEALED,
            ..Style::default()
        };
        assert_eq!(colours(concealed, &DARK), (DARK.ground, DARK.ground));
    }

    fn any_colour() -> impl Strategy<Value = Colour> {
        let rgb =
            any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Colour::Rgb(Rgb(red, green, blue)));
        prop_oneof![
            Just(Colour::Default),
            (0_u8..16).prop_map(Colour::Palette),
            rgb
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_not_concealed_can_be_read(
            foreground in any_colour(),
            background in any_colour(),
            faint: bool,
            inverse: bool,
        ) {
            let mut attributes = Attributes::NONE;
            for (wanted, attribute) in [(faint, Attributes::FAINT), (inverse, Attributes::INVERSE)] {
                if wanted {
                    attributes = attributes.with(attribute);
                }
            }
            let style = Style { foreground, background, attributes };
            for theme in [LIGHT, DARK] {
                let (foreground, background) = colours(style, &theme);
                let ratio = contrast(foreground, background);
                prop_assert!(ratio >= 4.5, "{style:?}: {ratio}");
            }
        }
    }
}
