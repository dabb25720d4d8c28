//! From a text with escape sequences to lines of styled characters.

use super::escape::{self, Effect};
use super::line_buffer::{COLUMNS, LineBuffer};
use super::sgr;
use super::style::Style;

/// Takes the lines that are read, in their order.
pub(super) trait Lines {
    /// A line of one style. `continues` when it is the end of a line that was too long.
    fn plain(&mut self, text: &str, style: Style, continues: bool);
    /// A line of any styles.
    fn styled(&mut self, cells: &[(char, Style)], continues: bool);
    /// The line ends here: the next one is another.
    fn end(&mut self);
}

/// Reads lines.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// How the next character looks.
    pub(super) style: Style,
    line: LineBuffer,
    /// The line that is being written goes on from the one before.
    continues: bool,
}

impl Parser {
    /// One that starts with this style.
    pub(super) fn with_style(style: Style) -> Self {
        Self {
            style,
            ..Self::default()
        }
    }

    /// Reads `text` to its end. What follows the last line feed is a line, too, unless it is empty.
    pub(super) fn read(&mut self, text: &str, lines: &mut impl Lines) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = rest.find(is_special).unwrap_or(rest.len());
            let (plain, after) = rest.split_at(length);
            let used = match plain {
                "" => self.act(
                    first,
                    rest.get(first.len_utf8()..).unwrap_or_default(),
                    lines,
                ),
                plain => self.print(plain, after, lines),
            };
            rest = rest.get(used..).unwrap_or_default();
        }
        if !self.line.is_fresh() {
            self.flush(lines);
        }
    }

    /// Prints characters, and answers how many bytes that took. A whole line, the usual case, goes the short way.
    fn print(&mut self, plain: &str, after: &str, lines: &mut impl Lines) -> usize {
        let is_whole = after.starts_with('\n') || after.starts_with("\r\n");
        if is_whole && self.line.is_fresh() && plain.len() < COLUMNS {
            lines.plain(plain, self.style, self.continues);
            lines.end();
            self.continues = false;
            return plain.len() + after.find('\n').unwrap_or_default() + 1;
        }
        for character in plain.chars() {
            if self.line.is_full() {
                self.flush(lines);
                self.continues = true;
            }
            self.line.write(character, self.style);
        }
        plain.len()
    }

    /// Does what a special character asks for, and answers how many bytes that took.
    fn act(&mut self, special: char, after: &str, lines: &mut impl Lines) -> usize {
        let mut used = special.len_utf8();
        match special {
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                self.flush(lines);
                lines.end();
                self.continues = false;
            }
            '\r' => self.line.carriage_return(),
            '\t' => self.line.tab(),
            '\u{8}' => self.line.back(1),
            introducer => {
                let (effect, length) = escape::read(introducer, after);
                self.take_effect(effect);
                used += length;
            }
        }
        used
    }

    fn take_effect(&mut self, effect: Effect<'_>) {
        match effect {
            Effect::Style(parameters) => self.style = sgr::apply(self.style, parameters),
            Effect::EraseInLine(part) => self.line.erase(part),
            Effect::Column(column) => self.line.set_column(column),
            Effect::Forward(columns) => self.line.forward(columns),
            Effect::Back(columns) => self.line.back(columns),
            Effect::Nothing => {}
        }
    }

    fn flush(&mut self, lines: &mut impl Lines) {
        lines.styled(self.line.cells(), self.continues);
        self.line.clear();
    }
}

/// Whether a character is anything but itself: a control character, or one that changes the direction of others, with
/// which a text can be made to look like another one (Unicode Technical Report 36, 3.2; the isolates, too).
fn is_special(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}
