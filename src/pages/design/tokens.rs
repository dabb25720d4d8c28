//! The tokens as `style/tokens.css` has them.

/// The style sheet itself: what is added there is shown here.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Every token of the first block, its name without the dashes, and its value.
pub(super) fn tokens() -> Vec<(&'static str, &'static str)> {
    let block = TOKENS.split_once(":root {").map_or("", |(_, rest)| rest);
    let block = block.split("\n}").next().unwrap_or_default();
    block.split(';').filter_map(declaration).collect()
}

fn declaration(text: &'static str) -> Option<(&'static str, &'static str)> {
    let code = text.rsplit("*/").next()?.trim();
    let (name, value) = code.strip_prefix("--")?.split_once(':')?;
    Some((name, value.trim()))
}

/// A colour as red, green and blue.
type Rgb = [u8; 3];

/// The colour of the token `name`, light and dark, where it is one colour in each.
pub(super) fn colour(name: &str) -> Option<[Rgb; 2]> {
    let (_, value) = tokens().into_iter().find(|(known, _)| *known == name)?;
    let (light, dark) = value
        .strip_prefix("light-dark(")?
        .strip_suffix(')')?
        .split_once(',')?;
    Some([rgb(light.trim())?, rgb(dark.trim())?])
}

fn rgb(hex: &str) -> Option<Rgb> {
    let number = u32::from_str_radix(hex.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    (hex.len() == 7).then_some([red, green, blue])
}

/// How far apart two colours are in brightness: the contrast ratio of WCAG 2.2, from 1 to 21.
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_with_their_values() {
        let tokens = tokens();
        assert!(tokens.contains(&("space-1", "0.25rem")));
        assert!(tokens.iter().any(|(name, _)| *name == "shadow-l"));
        assert!(
            tokens
                .iter()
                .all(|(name, _)| !name.contains(char::is_whitespace))
        );
        assert!(tokens.len() > 50);
    }

    #[test]
    fn a_colour_is_one_in_light_and_one_in_dark() {
        assert!(colour("canvas").is_some());
        assert_eq!(colour("scrim"), None);
        assert_eq!(colour("space-1"), None);
        assert_eq!(rgb("#0a0b0c"), Some([10, 11, 12]));
        assert_eq!(rgb("#fff"), None);
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let (black, white) = ([0; 3], [255; 3]);
        assert!((contrast(black, white) - 21.0).abs() < 0.001);
        assert!((contrast(white, white) - 1.0).abs() < 0.001);
        assert!((contrast([0x76; 3], white) - 4.54).abs() < 0.01);
    }
}
