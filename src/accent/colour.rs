//! Colours, as far as an accent needs them: hue, saturation and lightness, and the contrast of two.

/// Red, green and blue, in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const WHITE: Rgb = Rgb(255, 255, 255);
pub(super) const BLACK: Rgb = Rgb(0, 0, 0);

impl Rgb {
    /// Reads `#rrggbb`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        // The parser of numbers takes a sign, too.
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(channel(0)?, channel(2)?, channel(4)?))
    }

    /// Writes `#rrggbb`.
    pub(super) fn text(self) -> String {
        let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
        let channels = [self.0, self.1, self.2].into_iter();
        let digits = channels.flat_map(|channel| [digit(channel >> 4), digit(channel & 15)]);
        std::iter::once('#').chain(digits).collect()
    }

    /// The relative luminance.
    fn luminance(self) -> f32 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The contrast ratio of two colours as WCAG 2.2 defines it, with the luminance of its "relative luminance".
pub(super) fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (one, other) = (one.luminance() + 0.05, other.luminance() + 0.05);
    one.max(other) / one.min(other)
}

/// The light of a channel, from 0 to 1.
fn linear(channel: u8) -> f32 {
    let value = f32::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        to_2_4((value + 0.055) / 1.055)
    }
}

/// A value between 0 and 1 to the power of 2.4, by Newton's way to the fifth root of its square: the function of the
/// standard library would be a tenth of the piece that this comes with.
fn to_2_4(value: f32) -> f32 {
    let square = value * value;
    let mut root = 1.0_f32;
    for _ in 0..16 {
        let fourth = root * root * root * root;
        root -= (root - square / fourth) / 5.0;
    }
    square * root
}

/// Hue in sixths of the circle; saturation and lightness from 0 to 1.
#[derive(Clone, Copy)]
pub(super) struct Hsl {
    pub(super) hue: f32,
    pub(super) saturation: f32,
    pub(super) lightness: f32,
}

impl Hsl {
    /// The same colour, lighter; darker where that is less than nothing.
    pub(super) fn lighter_by(self, step: f32) -> Self {
        Self {
            lightness: (self.lightness + step).clamp(0.0, 1.0),
            ..self
        }
    }
}

impl From<Rgb> for Hsl {
    fn from(Rgb(red, green, blue): Rgb) -> Self {
        let [red, green, blue] = [red, green, blue].map(|channel| f32::from(channel) / 255.0);
        let most = red.max(green).max(blue);
        let least = red.min(green).min(blue);
        let (sum, chroma) = (most + least, most - least);
        if chroma == 0.0 {
            return Self {
                hue: 0.0,
                saturation: 0.0,
                lightness: most,
            };
        }
        let hue = if most == red {
            (green - blue) / chroma
        } else if most == green {
            2.0 + (blue - red) / chroma
        } else {
            4.0 + (red - green) / chroma
        };
        Self {
            hue: if hue < 0.0 { hue + 6.0 } else { hue },
            saturation: chroma / (1.0 - (sum - 1.0).abs()),
            lightness: sum / 2.0,
        }
    }
}

impl From<Hsl> for Rgb {
    fn from(colour: Hsl) -> Self {
        let lightness = colour.lightness;
        let chroma = colour.saturation * lightness.min(1.0 - lightness);
        // CSS Color 4, "HSL to sRGB": each channel is a third of the circle from the next.
        let channel = |start: f32| {
            let place = (start + 2.0 * colour.hue) % 12.0;
            let share = (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0);
            let value = lightness - chroma * share;
            (value * 255.0 + 0.5) as u8
        };
        Self(channel(0.0), channel(8.0), channel(4.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_power_is_that_of_the_standard_library() {
        for channel in 11..=255_u8 {
            let value = (f32::from(channel) / 255.0 + 0.055) / 1.055;
            assert!((to_2_4(value) - value.powf(2.4)).abs() < 1e-6, "{value}");
        }
    }

    #[test]
    fn contrasts_are_those_of_the_definition() {
        assert!((contrast(WHITE, BLACK) - 21.0).abs() < 1e-3);
        // The grey that is told everywhere as the lightest for text on white, and the one after it.
        let grey = |value| contrast(WHITE, Rgb(value, value, value));
        assert!(grey(0x76) >= 4.5 && grey(0x77) < 4.5);
    }

    #[test]
    fn a_colour_comes_back_as_it_was() {
        for step in 0..=0xff_ffff_u32 / 257 {
            let [_, red, green, blue] = (step * 257).to_be_bytes();
            let colour = Rgb(red, green, blue);
            assert_eq!(Rgb::from(Hsl::from(colour)), colour);
            assert_eq!(Rgb::parse(&colour.text()), Some(colour));
        }
    }
}
