//! A log as a terminal shows it, which can grow.

use std::ops::Range;
use std::sync::Arc;

use super::parser::{Lines, Parser};
use super::style::Style;

/// The most lines that are shown: the last ones. A browser cannot draw an element that is much higher.
const MOST_LINES: usize = 400_000;

/// A log: its lines, without anything but characters, and their styles.
///
/// Kept compactly, as one text and where in it lines and styles begin, so that a log of several megabytes takes little
/// more than that.
#[derive(Debug, Default)]
pub struct Log {
    /// What all this was made of.
    source: Arc<str>,
    /// The characters. A line feed ends each line but those that go on in the next one, and perhaps the last.
    text: String,
    lines: Vec<Line>,
    runs: Vec<Run>,
    /// The length in characters of the longest line.
    widest: usize,
    /// What is known of the first lines of a log whose beginning has gone.
    origin: Origin,
    left_out: u32,
    /// The index of the first line that the latest update has read.
    changed_from: usize,
    /// Where reading can go on when the log has grown.
    checkpoint: Checkpoint,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    start: u32,
    /// The index of its first run.
    first_run: u32,
    /// Which line of the log it is, counted from 0; pieces of one long line are the same.
    number: u32,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    start: u32,
    style: Style,
}

/// How many lines came before the first one.
#[derive(Clone, Copy, Debug, Default)]
struct Origin {
    /// As they are counted in the log.
    number: u32,
    /// As they are drawn, the pieces of a long line apart.
    identity: u32,
}

/// Everything up to the end of the last line that is complete.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    source: usize,
    text: usize,
    lines: usize,
    runs: usize,
    style: Style,
}

impl Log {
    /// Reads a newer state of the log. Where it is the old one and more, only what is new is read; where the beginning
    /// has gone meanwhile, the lines that stay keep their numbers.
    pub fn update(&mut self, source: Arc<str>) {
        let known = self.source.get(..self.checkpoint.source);
        let grown = known.is_some_and(|known| !known.is_empty() && source.starts_with(known));
        let fits = self.checkpoint.lines <= MOST_LINES;
        if !(grown && fits) {
            let origin = self.origin_of(&source);
            *self = Self::starting_at(origin, &source);
        }
        self.source = source;
        self.read_on();
    }

    fn starting_at(origin: Origin, source: &str) -> Self {
        let skipped = beginning_of_last_lines(source, MOST_LINES);
        let left_out = index(line_feeds(source.get(..skipped).unwrap_or_default()));
        let checkpoint = Checkpoint {
            source: skipped,
            ..Checkpoint::default()
        };
        Self {
            origin: Origin {
                number: origin.number.saturating_add(left_out),
                identity: origin.identity.saturating_add(left_out),
            },
            checkpoint,
            left_out,
            ..Self::default()
        }
    }

    /// Reads what follows the checkpoint: first the lines that are complete, then the one that may still grow.
    fn read_on(&mut self) {
        let Checkpoint {
            source: start,
            text,
            lines,
            runs,
            style,
        } = self.checkpoint;
        self.changed_from = lines;
        self.text.truncate(text);
        self.lines.truncate(lines);
        self.runs.truncate(runs);
        let source = Arc::clone(&self.source);
        let end = source.rfind('\n').map_or(start, |last| start.max(last + 1));
        let mut parser = Parser::with_style(style);
        parser.read(source.get(start..end).unwrap_or_default(), self);
        self.checkpoint = Checkpoint {
            source: end,
            text: self.text.len(),
            lines: self.lines.len(),
            runs: self.runs.len(),
            style: parser.style,
        };
        parser.read(source.get(end..).unwrap_or_default(), self);
    }

    /// How many lines of the log come before `source`, which begins somewhere in it; none when it is another log.
    fn origin_of(&self, source: &str) -> Origin {
        let Some(gone) = overlap(&self.source, source) else {
            return Origin::default();
        };
        let feeds = index(line_feeds(self.source.get(..gone).unwrap_or_default()));
        // Lines that were left out of the present log count among its line feeds, too.
        let first = self.origin.number.saturating_sub(self.left_out);
        let number = first.saturating_add(feeds);
        let lines = self.lines.partition_point(|line| line.number < number);
        Origin {
            number,
            identity: self.origin.identity.saturating_add(index(lines)),
        }
    }

    /// The whole log as plain text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines it has, the pieces of a long line counted apart.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The length in characters of its longest line.
    #[must_use]
    pub fn widest(&self) -> usize {
        self.widest
    }

    /// The index of the first line that the latest update has read: those before are as they were.
    #[must_use]
    pub fn changed_from(&self) -> usize {
        self.changed_from
    }

    /// What tells the line at `index` from all others, also when the log's beginning has gone.
    #[must_use]
    pub fn identity(&self, index: usize) -> usize {
        index.saturating_add(self.origin.identity as usize)
    }

    /// The number of the line at `index`, counted from 1; `None` when it is only the next piece of a long one.
    #[must_use]
    pub fn number(&self, index: usize) -> Option<u32> {
        let number = self.lines.get(index)?.number;
        let before = index
            .checked_sub(1)
            .and_then(|before| self.lines.get(before));
        let is_new = before.is_none_or(|before| before.number != number);
        is_new.then(|| number.saturating_add(1))
    }

    /// How many lines at its beginning are left out: a browser could not show them all.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        self.left_out
    }

    /// The number of its last line, counted from 1; 0 for an empty log.
    #[must_use]
    pub fn last_number(&self) -> u32 {
        self.lines
            .last()
            .map_or(0, |line| line.number.saturating_add(1))
    }

    /// The place of the line at `index` in [`text`](Self::text), without its line feed; an empty one past the end.
    #[must_use]
    pub fn range(&self, index: usize) -> Range<usize> {
        let start = self.start_of_line(index);
        let end = self.start_of_line(index + 1);
        let has_feed = self
            .text
            .get(start..end)
            .is_some_and(|line| line.ends_with('\n'));
        start..end - usize::from(has_feed)
    }

    /// The index of the line in which the byte at `position` of the text stands.
    #[must_use]
    pub fn line_at(&self, position: usize) -> usize {
        let after = self
            .lines
            .partition_point(|line| line.start as usize <= position);
        after.saturating_sub(1)
    }

    /// The styles in the line at `index`, each with its place in the text: in order, side by side, none of them empty.
    pub fn runs(&self, index: usize) -> impl Iterator<Item = (Range<usize>, Style)> {
        let Range { start, end } = self.range(index);
        let first = self
            .lines
            .get(index)
            .map_or(0, |line| line.first_run as usize);
        let runs = self.runs.get(first..).unwrap_or_default();
        runs.iter().enumerate().map_while(move |(place, run)| {
            let from = (run.start as usize).max(start);
            let next = runs.get(place + 1).map_or(end, |next| next.start as usize);
            (from < end).then(|| (from..next.min(end), run.style))
        })
    }

    fn start_of_line(&self, index: usize) -> usize {
        let line = self.lines.get(index);
        line.map_or(self.text.len(), |line| line.start as usize)
    }

    fn begin_line(&mut self, continues: bool) {
        let number = match self.lines.last() {
            Some(last) => last.number.saturating_add(u32::from(!continues)),
            None => self.origin.number,
        };
        self.lines.push(Line {
            start: index(self.text.len()),
            first_run: index(self.runs.len()),
            number,
        });
    }

    fn begin_run(&mut self, style: Style) {
        self.runs.push(Run {
            start: index(self.text.len()),
            style,
        });
    }
}

impl Lines for Log {
    fn plain(&mut self, text: &str, style: Style, continues: bool) {
        self.begin_line(continues);
        if !text.is_empty() {
            self.begin_run(style);
        }
        self.text.push_str(text);
        self.widest = self.widest.max(text.len());
    }

    fn styled(&mut self, cells: &[(char, Style)], continues: bool) {
        self.begin_line(continues);
        self.widest = self.widest.max(cells.len());
        let mut before = None;
        for (character, style) in cells {
            if before != Some(style) {
                self.begin_run(*style);
                before = Some(style);
            }
            self.text.push(*character);
        }
    }

    fn end(&mut self) {
        self.text.push('\n');
    }
}

/// A place or a count. An answer is never as long as what a `u32` holds (`MAX_BODY_BYTES`).
fn index(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn line_feeds(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Where the last `most` lines of a text begin.
fn beginning_of_last_lines(text: &str, most: usize) -> usize {
    let complete = text.strip_suffix('\n').unwrap_or(text);
    let mut feeds = complete
        .bytes()
        .enumerate()
        .rev()
        .filter(|(_, byte)| *byte == b'\n');
    feeds.nth(most - 1).map_or(0, |(place, _)| place + 1)
}

/// Where in `old` the text `new` begins that has lost its beginning and may have grown at its end.
fn overlap(old: &str, new: &str) -> Option<usize> {
    /// Long enough to stand in few places of a log.
    const PROBE: usize = 1024;
    /// In a log that repeats itself without end no place is looked for.
    const MOST_PLACES: usize = 8;
    let probe = new.get(..new.floor_char_boundary(PROBE))?;
    let mut places = old.match_indices(probe).take(MOST_PLACES);
    let found =
        places.find(|(place, _)| old.get(*place..).is_some_and(|rest| new.starts_with(rest)));
    found.map(|(place, _)| place).filter(|_| !probe.is_empty())
}
