//! One line as it is drawn: its pieces, each of one style, what a search has found marked.

use super::{Log, Search, Style};

/// The most pieces a line is drawn in. A hostile log could give each character a style of its own.
const MOST_PIECES: usize = 300;

/// Why a piece is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is what is looked for.
    Match,
    /// It is the match that the reader has gone to.
    Current,
}

/// Some characters of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The characters.
    pub text: String,
    /// How they look.
    pub style: Style,
    /// Whether they are marked.
    pub mark: Option<Mark>,
}

/// A line as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, counted from 1; none for the next piece of a long line.
    pub number: Option<u32>,
    /// Its characters, from left to right. What lies beyond the most pieces is one piece without a style.
    pub pieces: Vec<Piece>,
}

impl Row {
    /// The line at `index`, with what `search` has found; `current` is the index of the match that the reader has gone to.
    #[must_use]
    pub fn of(log: &Log, index: usize, search: &Search, current: Option<usize>) -> Self {
        let line = log.range(index);
        let mut pieces = Pieces {
            text: log.text(),
            reached: line.start,
            done: Vec::new(),
        };
        let mut matches = search.within(line.clone()).peekable();
        for (run, style) in log.runs(index) {
            while let Some((found, place)) = matches.peek() {
                let mark = if current == Some(*found) {
                    Mark::Current
                } else {
                    Mark::Match
                };
                pieces.add(place.start.min(run.end), style, None);
                pieces.add(place.end.min(run.end), style, Some(mark));
                if place.end > run.end {
                    break;
                }
                matches.next();
            }
            pieces.add(run.end, style, None);
        }
        pieces.push(line.end, Style::default(), None);
        Self {
            number: log.number(index),
            pieces: pieces.done,
        }
    }
}

/// The pieces of a line, as far as they are made.
struct Pieces<'a> {
    text: &'a str,
    /// Where the next one begins.
    reached: usize,
    done: Vec<Piece>,
}

impl Pieces<'_> {
    /// Adds what is not yet done up to `end`, unless only the rest can still be added.
    fn add(&mut self, end: usize, style: Style, mark: Option<Mark>) {
        if self.done.len() + 1 < MOST_PIECES {
            self.push(end, style, mark);
        }
    }

    fn push(&mut self, end: usize, style: Style, mark: Option<Mark>) {
        let text = self.text.get(self.reached..end).unwrap_or_default();
        if !text.is_empty() {
            self.done.push(Piece {
                text: text.to_owned(),
                style,
                mark,
            });
            self.reached = end;
        }
    }
}
