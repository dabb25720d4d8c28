//! The scrolling part of the document in which a log is drawn.

use std::ops::Range;

use web_sys::HtmlElement;

use super::layout::Layout;
use super::model::Shown;
use super::rows::DrawnRows;

/// How many rows are drawn above and below what is seen, so that a scroll does not uncover an empty place.
const MARGIN: usize = 20;
/// How many lines are printed: the last ones. More would be hundreds of sheets, and much for a browser to lay out.
pub const PRINTED_LINES: usize = 20_000;
/// How many characters the ruler has.
pub(super) const RULER: usize = 64;

/// The elements that a log is drawn with.
pub(super) struct Elements {
    /// What scrolls.
    pub(super) screen: HtmlElement,
    /// As high as all rows are.
    pub(super) canvas: HtmlElement,
    /// Holds the rows that are drawn.
    pub(super) rows: HtmlElement,
    /// An unseen row to measure.
    pub(super) track: HtmlElement,
    /// So many characters in it.
    pub(super) ruler: HtmlElement,
}

/// A log on the screen.
pub(super) struct Screen {
    elements: Elements,
    drawn: DrawnRows,
    layout: Layout,
    /// The height of a row in CSS pixels.
    row_height: f64,
    wraps: bool,
    /// What told the first line from all others when it was last drawn.
    first_identity: usize,
    /// Where the reader was when the page began to be printed, while it is.
    printed_from: Option<i32>,
}

impl Screen {
    pub(super) fn new(elements: Elements) -> Self {
        Self {
            drawn: DrawnRows::within(elements.rows.clone()),
            elements,
            layout: Layout::default(),
            row_height: 1.0,
            wraps: false,
            first_identity: 0,
            printed_from: None,
        }
    }

    /// The log has other lines. `keeps_to_end` when its end is to be seen whatever it is.
    pub(super) fn update(&mut self, shown: &Shown<'_>, keeps_to_end: bool) {
        let gone = shown.log.identity(0).saturating_sub(self.first_identity);
        let rows_gone = self.layout.row_of(gone);
        self.first_identity = shown.log.identity(0);
        self.lay_out(shown, shown.log.changed_from());
        if keeps_to_end {
            self.scroll_to_end();
        } else if rows_gone > 0 {
            self.scroll_by(-(rows_gone as f64));
        }
        self.draw(shown, true);
        if keeps_to_end {
            self.scroll_to_end();
        }
    }

    /// The size of the screen, of its characters, or the way to break lines is another: what is seen at the top stays there,
    /// or the end.
    pub(super) fn measure(&mut self, shown: &Shown<'_>, wraps: bool, keeps_to_end: bool) {
        let top = self.layout.line_at(self.row_at_top());
        self.wraps = wraps;
        let ruler = self.elements.ruler.get_bounding_client_rect();
        self.row_height = ruler.height().max(1.0);
        self.drawn.forget_heights();
        self.lay_out(shown, 0);
        let row = self.layout.row_of(top);
        self.scroll_to_row(row);
        if keeps_to_end {
            self.scroll_to_end();
        }
        self.draw(shown, true);
        if keeps_to_end {
            self.scroll_to_end();
        }
    }

    fn lay_out(&mut self, shown: &Shown<'_>, changed_from: usize) {
        let columns = self.wraps.then(|| self.columns());
        self.layout.update(shown.log, changed_from, columns);
        self.set_rows();
        let widest = if self.wraps { 0 } else { shown.log.widest() };
        set_number(&self.elements.canvas, "--log-columns", widest);
        let digits = shown.log.last_number().checked_ilog10().unwrap_or_default() + 1;
        set_number(&self.elements.canvas, "--log-digits", digits as usize);
    }

    /// How many characters fit into a row.
    fn columns(&self) -> usize {
        let Elements { track, ruler, .. } = &self.elements;
        let character = ruler.get_bounding_client_rect().width() / RULER as f64;
        let width = track.get_bounding_client_rect().width();
        // What is no number becomes 0.
        ((width + 0.01) / character.max(1.0)) as usize
    }

    fn set_rows(&self) {
        set_number(&self.elements.canvas, "--log-rows", self.layout.rows());
    }

    /// Draws all that is printed, until printing [ends](Self::end_print): paper is not scrolled.
    pub(super) fn print(&mut self, shown: &Shown<'_>) {
        self.printed_from = Some(self.elements.screen.scroll_top());
        let lines = shown.log.len();
        let printed = lines.saturating_sub(PRINTED_LINES)..lines;
        self.drawn.draw(shown, printed, true);
    }

    /// Draws what is seen again, where the reader was.
    pub(super) fn end_print(&mut self, shown: &Shown<'_>) {
        if let Some(top) = self.printed_from.take() {
            self.elements.screen.set_scroll_top(top);
            self.draw(shown, true);
        }
    }

    /// Draws what is seen, and a little more.
    pub(super) fn draw(&mut self, shown: &Shown<'_>, changed: bool) {
        if self.printed_from.is_some() {
            return;
        }
        let lines = self.lines_in_sight();
        set_number(
            &self.elements.rows,
            "--log-first-row",
            self.layout.row_of(lines.start),
        );
        self.drawn.draw(shown, lines.clone(), changed);
        if self.wraps {
            self.correct(lines.start);
        }
    }

    fn lines_in_sight(&self) -> Range<usize> {
        let top = self.row_at_top();
        let height = f64::from(self.elements.screen.client_height());
        let seen = (height / self.row_height) as usize + 1;
        self.layout
            .lines_in(top.saturating_sub(MARGIN)..top + seen + MARGIN)
    }

    /// Tells the layout the true heights of what was drawn, without moving what is seen.
    fn correct(&mut self, first_line: usize) {
        let row_height = self.row_height;
        let rows_of = |pixels: i32| (f64::from(pixels) / row_height).round().max(1.0) as u32;
        let heights = self.drawn.measure().into_iter();
        let heights = heights.map(|(place, pixels)| (first_line + place, rows_of(pixels)));
        let corrections: Vec<_> = heights
            .filter(|(line, rows)| self.layout.height(*line) != *rows)
            .collect();
        if corrections.is_empty() {
            return;
        }
        let top = self.layout.line_at(self.row_at_top());
        let moved = self.layout.correct(&corrections, top);
        self.set_rows();
        if moved != 0 {
            self.scroll_by(moved as f64);
        }
    }

    /// The end of the log is seen.
    pub(super) fn is_at_end(&self) -> bool {
        let screen = &self.elements.screen;
        let below = screen.scroll_height() - screen.scroll_top() - screen.client_height();
        f64::from(below) < self.row_height
    }

    /// The line at the top of what is seen.
    pub(super) fn top_line(&self) -> usize {
        self.layout.line_at(self.row_at_top())
    }

    pub(super) fn scroll_to_end(&self) {
        let screen = &self.elements.screen;
        screen.set_scroll_top(screen.scroll_height());
    }

    /// Brings a line into sight, unless it is.
    pub(super) fn show_line(&self, line: usize) {
        let (row, top) = (self.layout.row_of(line), self.row_at_top());
        let height = f64::from(self.elements.screen.client_height());
        let seen = (height / self.row_height) as usize;
        if row < top || row + 2 > top + seen {
            self.scroll_to_row(row.saturating_sub(seen / 3));
        }
    }

    /// Brings the match that the reader has gone to into sight, where a long line has it beside the screen.
    pub(super) fn show_current_match(&self) {
        let Elements { screen, rows, .. } = &self.elements;
        let Ok(Some(found)) = rows.query_selector(".log__match--current") else {
            return;
        };
        let (found, place) = (
            found.get_bounding_client_rect(),
            screen.get_bounding_client_rect(),
        );
        let gutter = self.elements.track.get_bounding_client_rect().left()
            + f64::from(screen.scroll_left())
            - place.left();
        let start = found.left() - place.left() - gutter;
        let beyond = found.right() > place.left() + f64::from(screen.client_width());
        if start < 0.0 || beyond {
            let third = f64::from(screen.client_width()) / 3.0;
            let left = f64::from(screen.scroll_left()) + start - third;
            screen.set_scroll_left(left as i32);
        }
    }

    fn row_at_top(&self) -> usize {
        // What is above the top, on a screen that is pulled down beyond it, becomes 0.
        (f64::from(self.elements.screen.scroll_top()) / self.row_height) as usize
    }

    fn scroll_to_row(&self, row: usize) {
        let top = row as f64 * self.row_height;
        self.elements.screen.set_scroll_top(top as i32);
    }

    fn scroll_by(&self, rows: f64) {
        let screen = &self.elements.screen;
        let top = f64::from(screen.scroll_top()) + rows * self.row_height;
        screen.set_scroll_top(top as i32);
    }
}

/// Sets a custom property, by which the style sheet knows where things are.
fn set_number(element: &HtmlElement, property: &str, value: usize) {
    // Fails only for a property that is read-only.
    let _ = element.style().set_property(property, &value.to_string());
}
