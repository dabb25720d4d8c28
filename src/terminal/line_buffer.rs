//! The line that is being written, with a cursor in it.

use super::style::Style;

/// How many columns a line has. What is longer goes on in the next one, as in every terminal; so a log of one endless
/// line is drawn piece by piece, too.
pub(super) const COLUMNS: usize = 1000;

/// How far to the right of a line's end the cursor can be moved: as far as a wide terminal goes. A short sequence could
/// otherwise make a long line.
const REACH: usize = 132;

const TAB: usize = 8;

const BLANK: (char, Style) = (
    ' ',
    Style {
        foreground: super::Colour::Default,
        background: super::Colour::Default,
        attributes: super::Attributes::NONE,
    },
);

/// The line that is being written. A column holds one character of Unicode: the widths that differ between fonts
/// matter only to what is written over.
#[derive(Debug, Default)]
pub(super) struct LineBuffer {
    cells: Vec<(char, Style)>,
    cursor: usize,
}

impl LineBuffer {
    /// What is written so far.
    pub(super) fn cells(&self) -> &[(char, Style)] {
        &self.cells
    }

    /// Nothing is written, and the cursor stands at the start.
    pub(super) fn is_fresh(&self) -> bool {
        self.cells.is_empty() && self.cursor == 0
    }

    /// The next character does not fit any more.
    pub(super) fn is_full(&self) -> bool {
        self.cursor >= COLUMNS
    }

    /// Empties it.
    pub(super) fn clear(&mut self) {
        self.cells.clear();
        self.cursor = 0;
    }

    /// Writes a character at the cursor, over what stands there.
    pub(super) fn write(&mut self, character: char, style: Style) {
        if self.cursor > self.cells.len() {
            self.cells.resize(self.cursor, BLANK);
        }
        match self.cells.get_mut(self.cursor) {
            Some(cell) => *cell = (character, style),
            None => self.cells.push((character, style)),
        }
        self.cursor += 1;
    }

    /// Sets the cursor to the start.
    pub(super) fn carriage_return(&mut self) {
        self.cursor = 0;
    }

    /// Sets the cursor to the next tab stop.
    pub(super) fn tab(&mut self) {
        self.cursor = ((self.cursor / TAB + 1) * TAB).min(COLUMNS - 1);
    }

    /// Moves the cursor to the left.
    pub(super) fn back(&mut self, columns: usize) {
        self.cursor = self.cursor.saturating_sub(columns);
    }

    /// Moves the cursor to the right.
    pub(super) fn forward(&mut self, columns: usize) {
        self.set_column(self.cursor.saturating_add(columns));
    }

    /// Sets the cursor to a column.
    pub(super) fn set_column(&mut self, column: usize) {
        let farthest = self.cells.len().max(self.cursor).max(REACH);
        self.cursor = column.min(farthest).min(COLUMNS - 1);
    }

    /// Erases in the line: 0 from the cursor on, 1 up to the cursor, 2 all; the cursor stays.
    pub(super) fn erase(&mut self, part: u16) {
        match part {
            0 => self.cells.truncate(self.cursor),
            1 => {
                let end = self.cells.len().min(self.cursor.saturating_add(1));
                if let Some(erased) = self.cells.get_mut(..end) {
                    erased.fill(BLANK);
                }
            }
            2 => self.cells.clear(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, LineBuffer, Style};

    fn text(line: &LineBuffer) -> String {
        line.cells()
            .iter()
            .map(|(character, _)| character)
            .collect()
    }

    fn written(text: &str) -> LineBuffer {
        let mut line = LineBuffer::default();
        for character in text.chars() {
            line.write(character, Style::default());
        }
        line
    }

    #[test]
    fn characters_are_written_over() {
        let mut line = written("10%");
        line.carriage_return();
        line.write('2', Style::default());
        assert_eq!(text(&line), "20%");
        line.back(9);
        line.write('3', Style::default());
        assert_eq!(text(&line), "30%");
    }

    #[test]
    fn the_cursor_moves_past_the_end_and_leaves_blanks() {
        let mut line = written("a");
        line.tab();
        line.write('b', Style::default());
        assert_eq!(text(&line), "a       b");
        line.set_column(12);
        line.write('c', Style::default());
        assert_eq!(text(&line), "a       b   c");
        line.forward(usize::MAX);
        line.write('d', Style::default());
        assert_eq!(line.cells().len(), 133);
    }

    #[test]
    fn parts_are_erased() {
        let mut line = written("abcdef");
        line.back(3);
        line.erase(0);
        assert_eq!(text(&line), "abc");
        line.back(2);
        line.erase(1);
        assert_eq!(text(&line), "  c");
        line.erase(2);
        assert_eq!(text(&line), "");
        line.erase(7);
        line.write('x', Style::default());
        assert_eq!(text(&line), " x");
    }

    #[test]
    fn no_line_is_longer_than_it_may_be() {
        let line = written(&"x".repeat(COLUMNS));
        assert!(line.is_full());
        let mut line = LineBuffer::default();
        for _ in 0..COLUMNS {
            line.tab();
            line.write('x', Style::default());
            if line.is_full() {
                break;
            }
        }
        assert!(line.cells().len() <= COLUMNS);
    }
}
