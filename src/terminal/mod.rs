//! What a terminal makes of a text: lines of plain characters, each with the style that it is shown in.
//!
//! A boot log comes from a machine that somebody else may run, so nothing in it is trusted: escape sequences change
//! styles and the place of the cursor within its line, and are swallowed whatever else they ask for; control and
//! bidirectional override characters are taken out. Time and memory grow with the length of the text and with nothing
//! else. Plain Rust without a browser, so that all of it is tested, and fuzzed, natively.

mod escape;
mod line_buffer;
mod log;
mod paint;
mod parser;
mod row;
mod search;
mod sgr;
mod style;

#[cfg(test)]
mod tests;

pub use self::log::Log;
pub use self::paint::{Paint, paint};
pub use self::row::{Mark, Piece, Row};
pub use self::search::Search;
pub use self::style::{Attributes, Colour, Rgb, Style};
