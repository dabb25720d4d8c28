//! What the style sheet makes of an accent (`style/tokens.css`), from the one colour that a provider sets: for light and
//! dark, and so that everything can be read. Lightness moves as far as that needs, the hue never.

mod colour;

use self::colour::{BLACK, Hsl, Rgb, WHITE, contrast};

/// What text needs (WCAG 2.2, 1.4.3), and what a control or a ring around it does (1.4.11).
const TEXT: f32 = 4.5;
const CONTROL: f32 = 3.0;

/// How far lightness moves at a time, and how far the accent under a pointer is from the accent.
const STEP: f32 = 0.01;
const HOVER: f32 = 0.08;

/// What differs between light and dark.
struct Theme {
    /// What text stands on: canvas, surface, raised, sunken and hover.
    grounds: [Rgb; 5],
    /// The direction in which a colour moves to stand out from them.
    step: f32,
    /// The most saturation, and the lightness, of a ground in the colour of the accent.
    soft: (f32, f32),
}

const LIGHT: Theme = Theme {
    grounds: [
        Rgb(0xf8, 0xf7, 0xf5),
        WHITE,
        WHITE,
        Rgb(0xef, 0xee, 0xeb),
        Rgb(0xf3, 0xf2, 0xef),
    ],
    step: -STEP,
    soft: (0.6, 0.95),
};

const DARK: Theme = Theme {
    grounds: [
        Rgb(0x0f, 0x10, 0x14),
        Rgb(0x17, 0x19, 0x1f),
        Rgb(0x1f, 0x22, 0x2a),
        Rgb(0x0b, 0x0c, 0x0f),
        Rgb(0x23, 0x26, 0x2f),
    ],
    step: STEP,
    soft: (0.35, 0.17),
};

/// The tokens, in the order in which [`Theme::colours`] gives their colours.
const TOKENS: [&str; 6] = [
    "--accent",
    "--accent-strong",
    "--accent-soft",
    "--accent-text",
    "--on-accent",
    "--focus",
];

/// The declarations of the tokens for an accent of the form `#rrggbb`; `None` for anything else.
#[must_use]
pub fn declarations(accent: &str) -> Option<String> {
    let accent = Rgb::parse(accent)?;
    let (light, dark) = (LIGHT.colours(accent), DARK.colours(accent));
    let declarations = TOKENS.iter().zip(light).zip(dark);
    let text = declarations.map(|((token, light), dark)| {
        [
            token,
            ":light-dark(",
            &light.text(),
            ",",
            &dark.text(),
            ");",
        ]
        .concat()
    });
    Some(text.collect())
}

impl Theme {
    fn colours(&self, accent: Rgb) -> [Rgb; 6] {
        let brand = Hsl::from(accent);
        let accent = self.standing_out(brand, CONTROL, &self.grounds);
        // One of the two always has 4.5: their contrasts multiply to 21.
        let on_accent = match contrast(WHITE, accent) > contrast(BLACK, accent) {
            true => WHITE,
            false => BLACK,
        };
        let away = if on_accent == WHITE { -HOVER } else { HOVER };
        let strong = Hsl::from(accent).lighter_by(away).into();
        let (saturation, lightness) = self.soft;
        let soft = Rgb::from(Hsl {
            saturation: brand.saturation.min(saturation),
            lightness,
            ..brand
        });
        let [a, b, c, d, e] = self.grounds;
        let text = self.standing_out(brand, TEXT, &[a, b, c, d, e, soft]);
        [accent, strong, soft, text, on_accent, text]
    }

    /// The colour nearest to `colour` that has so much contrast to all `grounds`.
    fn standing_out(&self, mut colour: Hsl, wanted: f32, grounds: &[Rgb]) -> Rgb {
        loop {
            let drawn = Rgb::from(colour);
            let stands_out = grounds
                .iter()
                .all(|ground| contrast(drawn, *ground) >= wanted);
            // Black and white stand out from everything that they are compared with.
            if stands_out || !(0.0..=1.0).contains(&(colour.lightness + self.step)) {
                return drawn;
            }
            colour = colour.lighter_by(self.step);
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
