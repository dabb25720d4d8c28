//! Select Graphic Rendition: the escape sequence that changes the style (ECMA-48, 8.3.117; colours as xterm has them).

use super::style::{Attributes, Colour, Rgb, Style};

const FOREGROUND: u16 = 38;
const BACKGROUND: u16 = 48;
const UNDERLINE_COLOUR: u16 = 58;

/// The style after a sequence with these parameters: numbers parted by `;`, each with parts of its own parted by `:`.
pub(super) fn apply(mut style: Style, parameters: &str) -> Style {
    let mut parameters = parameters.split(';');
    while let Some(parameter) = parameters.next() {
        if let Some((code, parts)) = parameter.split_once(':') {
            style = with_parts(style, number(code), parts);
            continue;
        }
        let code = number(parameter);
        style = match code {
            FOREGROUND | BACKGROUND | UNDERLINE_COLOUR => {
                let colour = extended(&mut parameters.by_ref().map(number));
                with_colour(style, code, colour)
            }
            _ => with_code(style, code),
        };
    }
    style
}

/// A parameter as a number: 0 where it is left out, the largest where it is too large.
fn number(parameter: &str) -> u16 {
    match parameter {
        "" => 0,
        digits => digits.parse().unwrap_or(u16::MAX),
    }
}

/// A parameter with parts of its own: `38:5:1`, `38:2:1:2:3`, `38:2::1:2:3` (with a colour space), `4:3`.
fn with_parts(style: Style, code: u16, parts: &str) -> Style {
    match code {
        4 if parts == "0" => with_code(style, 24),
        4 => with_code(style, 4),
        FOREGROUND | BACKGROUND => {
            let has_colour_space = parts.split(':').count() > 4;
            let mut numbers = parts.split(':').map(number);
            let mode = numbers.next();
            let skipped = usize::from(mode == Some(2) && has_colour_space);
            let colour = extended(&mut mode.into_iter().chain(numbers.skip(skipped)));
            with_colour(style, code, colour)
        }
        _ => style,
    }
}

/// The colour that the numbers after 38, 48 or 58 name, taken off them.
fn extended(numbers: &mut dyn Iterator<Item = u16>) -> Option<Colour> {
    match numbers.next()? {
        5 => Some(Colour::of_256(part_of_colour(numbers)?)),
        2 => {
            // All three are taken off, whether each is right or not.
            let [red, green, blue] = [(); 3].map(|()| part_of_colour(numbers));
            Some(Colour::Rgb(Rgb(red?, green?, blue?)))
        }
        _ => None,
    }
}

fn part_of_colour(numbers: &mut dyn Iterator<Item = u16>) -> Option<u8> {
    u8::try_from(numbers.next()?).ok()
}

fn with_colour(style: Style, code: u16, colour: Option<Colour>) -> Style {
    match (code, colour) {
        (FOREGROUND, Some(foreground)) => Style {
            foreground,
            ..style
        },
        (BACKGROUND, Some(background)) => Style {
            background,
            ..style
        },
        // The line below has the colour of the characters.
        _ => style,
    }
}

fn with_code(style: Style, code: u16) -> Style {
    let on = |attributes| Style {
        attributes: style.attributes.with(attributes),
        ..style
    };
    let off = |attributes| Style {
        attributes: style.attributes.without(attributes),
        ..style
    };
    let foreground = |foreground| Style {
        foreground,
        ..style
    };
    let background = |background| Style {
        background,
        ..style
    };
    match code {
        0 => Style::default(),
        1 => on(Attributes::BOLD),
        2 => on(Attributes::FAINT),
        3 => on(Attributes::ITALIC),
        4 | 21 => on(Attributes::UNDERLINED),
        // Nothing blinks here: 5, 6 and 25 are among the codes without effect.
        7 => on(Attributes::INVERSE),
        8 => on(Attributes::CONCEALED),
        9 => on(Attributes::STRUCK),
        22 => off(Attributes::BOLD.with(Attributes::FAINT)),
        23 => off(Attributes::ITALIC),
        24 => off(Attributes::UNDERLINED),
        27 => off(Attributes::INVERSE),
        28 => off(Attributes::CONCEALED),
        29 => off(Attributes::STRUCK),
        30..=37 => foreground(palette(code, 30, 0)),
        39 => foreground(Colour::Default),
        40..=47 => background(palette(code, 40, 0)),
        49 => background(Colour::Default),
        90..=97 => foreground(palette(code, 90, 8)),
        100..=107 => background(palette(code, 100, 8)),
        _ => style,
    }
}

/// The colour of a code in a row of eight that begins with the code `first` and the colour `offset`.
fn palette(code: u16, first: u16, offset: u8) -> Colour {
    let place = u8::try_from(code - first).unwrap_or_default();
    Colour::Palette(offset + place)
}
