//! Where each line of a log stands, in rows of one height.

use std::ops::Range;

use crate::terminal::Log;

/// How many rows each line takes. Without wrapping that is one. Wrapped, it follows from the number of characters,
/// which is right wherever all of them are equally wide; what was drawn otherwise is [corrected](Self::correct).
#[derive(Debug, Default)]
pub(super) struct Layout {
    lines: usize,
    /// How many characters fit into a row; `None` where lines are not wrapped.
    columns: Option<usize>,
    /// The rows of each line; empty where lines are not wrapped.
    heights: Vec<u32>,
    /// How many rows come before each line, and after all of them; empty where lines are not wrapped.
    before: Vec<u32>,
}

impl Layout {
    /// Follows a log whose lines have changed from `changed_from` on, and another width.
    pub(super) fn update(&mut self, log: &Log, changed_from: usize, columns: Option<usize>) {
        let from = match self.columns == columns {
            true => changed_from,
            false => 0,
        };
        self.lines = log.len();
        self.columns = columns;
        let Some(columns) = columns else {
            self.heights.clear();
            self.before.clear();
            return;
        };
        self.heights.truncate(from);
        let known = self.heights.len();
        let lines = known..self.lines;
        let height = |line| rows_of(log.text().get(log.range(line)).unwrap_or_default(), columns);
        self.heights.extend(lines.map(height));
        self.sum_up_from(known);
    }

    /// Takes what the heights of some lines really are, and answers by how many rows `line` has moved down.
    pub(super) fn correct(&mut self, corrections: &[(usize, u32)], line: usize) -> i64 {
        let Some((first, _)) = corrections.first() else {
            return 0;
        };
        let before = self.row_of(line);
        for (line, rows) in corrections {
            if let Some(height) = self.heights.get_mut(*line) {
                *height = *rows;
            }
        }
        self.sum_up_from(*first);
        let moved = |row: usize| i64::try_from(row).unwrap_or_default();
        moved(self.row_of(line)) - moved(before)
    }

    fn sum_up_from(&mut self, line: usize) {
        self.before.truncate(line + 1);
        let mut sum = self.before.last().copied().unwrap_or_default();
        if self.before.is_empty() {
            self.before.push(0);
        }
        for height in self.heights.get(line..).unwrap_or_default() {
            sum = sum.saturating_add(*height);
            self.before.push(sum);
        }
    }

    /// How many rows all lines take.
    pub(super) fn rows(&self) -> usize {
        self.row_of(self.lines)
    }

    /// The row in which a line begins; that after the last one for a line past the end.
    pub(super) fn row_of(&self, line: usize) -> usize {
        let line = line.min(self.lines);
        match self.columns {
            None => line,
            Some(_) => self.before.get(line).map_or(0, |row| *row as usize),
        }
    }

    /// The rows that a line is thought to take.
    pub(super) fn height(&self, line: usize) -> u32 {
        self.heights.get(line).copied().unwrap_or(1)
    }

    /// The line that stands in a row; the last one for a row past the end.
    pub(super) fn line_at(&self, row: usize) -> usize {
        let last = self.lines.saturating_sub(1);
        match self.columns {
            None => row.min(last),
            Some(_) => {
                let after = self.before.partition_point(|first| *first as usize <= row);
                after.saturating_sub(1).min(last)
            }
        }
    }

    /// The lines that stand in these rows, whole or in part.
    pub(super) fn lines_in(&self, rows: Range<usize>) -> Range<usize> {
        let end = self.line_at(rows.end) + usize::from(self.lines > 0);
        self.line_at(rows.start)..end
    }
}

fn rows_of(line: &str, columns: usize) -> u32 {
    let characters = line.chars().count();
    u32::try_from(characters.div_ceil(columns.max(1)).max(1)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn log(source: &str) -> Log {
        let mut log = Log::default();
        log.update(Arc::from(source));
        log
    }

    #[test]
    fn unwrapped_lines_take_a_row_each() {
        let mut layout = Layout::default();
        layout.update(&log("a\nb\nc"), 0, None);
        assert_eq!(
            (layout.rows(), layout.row_of(2), layout.line_at(1)),
            (3, 2, 1)
        );
        assert_eq!((layout.line_at(99), layout.height(1)), (2, 1));
        assert_eq!(layout.lines_in(1..9), 1..3);
        layout.update(&log(""), 0, None);
        assert_eq!((layout.rows(), layout.lines_in(0..9)), (0, 0..0));
    }

    #[test]
    fn wrapped_lines_take_what_they_need() {
        let mut layout = Layout::default();
        let source = log("12345\n\n1234567890\nx");
        layout.update(&source, 0, Some(4));
        assert_eq!(layout.rows(), 2 + 1 + 3 + 1);
        let begins: Vec<_> = (0..5).map(|line| layout.row_of(line)).collect();
        assert_eq!(begins, [0, 2, 3, 6, 7]);
        let lines: Vec<_> = (0..8).map(|row| layout.line_at(row)).collect();
        assert_eq!(lines, [0, 0, 1, 2, 2, 2, 3, 3]);
        assert_eq!(layout.lines_in(1..4), 0..3);
        layout.update(&source, 4, None);
        assert_eq!(layout.rows(), 4);
    }

    #[test]
    fn corrections_move_what_follows() {
        let mut layout = Layout::default();
        let mut source = log("1\n2\n3\n");
        layout.update(&source, 0, Some(4));
        assert_eq!(layout.correct(&[(0, 3), (1, 2)], 2), 3);
        assert_eq!(
            (layout.row_of(1), layout.row_of(2), layout.rows()),
            (3, 5, 6)
        );
        assert_eq!(layout.correct(&[(2, 5)], 2), 0);
        assert_eq!(layout.correct(&[], 2), 0);
        source.update(Arc::from("1\n2\n3\n4\n"));
        layout.update(&source, source.changed_from(), Some(4));
        assert_eq!((layout.row_of(3), layout.rows()), (10, 11));
    }
}
