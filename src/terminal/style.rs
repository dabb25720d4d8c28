//! How characters look.

/// A colour of 24 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A colour as the log names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// The terminal's own.
    #[default]
    Default,
    /// One of the sixteen that the reader's theme decides on; 8 to 15 are the bright ones.
    Palette(u8),
    /// A colour of the log's own.
    Rgb(Rgb),
}

impl Colour {
    /// The colour of this number among the 256 of xterm: the palette, a cube of six steps a side, and 24 greys.
    #[must_use]
    pub fn of_256(number: u8) -> Self {
        match number {
            0..16 => Self::Palette(number),
            16..232 => {
                let place = number - 16;
                Self::Rgb(Rgb(
                    cube_step(place / 36),
                    cube_step(place / 6 % 6),
                    cube_step(place % 6),
                ))
            }
            232.. => {
                let grey = 8 + 10 * (number - 232);
                Self::Rgb(Rgb(grey, grey, grey))
            }
        }
    }
}

fn cube_step(step: u8) -> u8 {
    match step {
        0 => 0,
        step => 55 + 40 * step,
    }
}

/// What is done to characters besides colouring them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attributes(u8);

impl Attributes {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Thick strokes.
    pub const BOLD: Self = Self(1);
    /// A weaker colour.
    pub const FAINT: Self = Self(2);
    /// Slanted.
    pub const ITALIC: Self = Self(4);
    /// A line below.
    pub const UNDERLINED: Self = Self(8);
    /// Foreground and background exchanged.
    pub const INVERSE: Self = Self(16);
    /// Not to be seen.
    pub const CONCEALED: Self = Self(32);
    /// A line through.
    pub const STRUCK: Self = Self(64);

    /// Whether all of `others` are among these.
    #[must_use]
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// These and `others`.
    #[must_use]
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// These but for `others`.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }
}

/// How a run of characters looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// The colour of the characters.
    pub foreground: Colour,
    /// The colour behind them.
    pub background: Colour,
    /// All else.
    pub attributes: Attributes,
}
