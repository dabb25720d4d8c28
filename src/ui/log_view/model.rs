//! What is read and looked for in a log, as signals.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::terminal::{Log, Row, Search};

/// How much is looked through before the browser may do something else, in bytes: a few milliseconds.
const SLICE: usize = 512 * 1024;

/// A log and a search in it. Copy it to wherever it is shown or worked with.
#[derive(Clone, Copy)]
pub struct LogModel {
    pub(super) log: RwSignal<Log>,
    pub(super) search: RwSignal<Search>,
    /// The index of the match that the reader has gone to. Set, also to what it is, to show it.
    pub(super) current: RwSignal<Option<usize>>,
    /// The reader sees the end.
    pub(super) at_end: RwSignal<bool>,
    /// Set to show the end.
    pub(super) end_wanted: RwSignal<()>,
    /// Where in the text the first line begins that the reader sees.
    pub(super) top: StoredValue<usize>,
    /// The first match is to be shown as soon as it is found.
    seeking: StoredValue<bool>,
}

/// What a log looks like at a moment.
pub(super) struct Shown<'a> {
    pub(super) log: &'a Log,
    search: &'a Search,
    current: Option<usize>,
}

impl Shown<'_> {
    /// A line as it is drawn.
    pub(super) fn row(&self, line: usize) -> Row {
        Row::of(self.log, line, self.search, self.current)
    }

    /// The line of the match that the reader has gone to.
    pub(super) fn current_line(&self) -> Option<usize> {
        let place = self.search.place(self.current?)?;
        Some(self.log.line_at(place))
    }
}

impl Default for LogModel {
    fn default() -> Self {
        Self {
            log: RwSignal::new(Log::default()),
            search: RwSignal::new(Search::default()),
            current: RwSignal::new(None),
            at_end: RwSignal::new(true),
            end_wanted: RwSignal::new(()),
            top: StoredValue::new(0),
            seeking: StoredValue::new(false),
        }
    }
}

impl LogModel {
    /// Reads a newer state of the log, and looks through what is new.
    pub fn read(self, source: Arc<str>) {
        self.log.update(|log| log.update(source));
        let (changed_from, position) = self.log.with_untracked(|log| {
            let changed_from = log.changed_from();
            (changed_from, log.range(changed_from).start)
        });
        if changed_from == 0 && self.current.get_untracked().is_some() {
            self.current.set(None);
        }
        if self.search.with_untracked(Search::is_wanted) {
            self.search.update(|search| search.go_back_to(position));
            self.look_on();
        }
    }

    /// Looks for a text, and shows the first place from the reader's on.
    pub fn look_for(self, text: &str) {
        self.search.set(Search::new(text));
        self.seeking.set_value(true);
        self.current.set(None);
        self.look_on();
    }

    /// Goes to the next match, or to the one before; from the last to the first.
    pub fn step(self, forward: bool) {
        let count = self.search.with_untracked(Search::len);
        let next = match self.current.get_untracked() {
            _ if count == 0 => return,
            Some(current) if forward => (current + 1) % count,
            Some(current) => (current + count - 1) % count,
            None => self.first_in_sight() % count,
        };
        self.current.set(Some(next));
    }

    /// Shows the end of the log.
    pub fn go_to_end(self) {
        self.end_wanted.set(());
    }

    /// The reader sees the end of the log. Subscribes.
    #[must_use]
    pub fn is_at_end(self) -> bool {
        self.at_end.get()
    }

    /// What `read` makes of the log. Subscribes.
    pub fn with_log<T>(self, read: impl FnOnce(&Log) -> T) -> T {
        self.log.with(read)
    }

    /// What is found: whether anything is looked for, how many places there are (and perhaps more), and which of them the
    /// reader has gone to, counted from 1. Subscribes.
    #[must_use]
    pub fn found(self) -> Found {
        let current = self.current.get();
        self.search.with(|search| Found {
            is_wanted: search.is_wanted(),
            count: search.len(),
            is_cut_off: search.is_cut_off(),
            current: current.map(|current| current + 1),
        })
    }

    pub(super) fn shown<T>(self, draw: impl FnOnce(&Shown<'_>) -> T) -> T {
        let current = self.current.get_untracked();
        self.log.with_untracked(|log| {
            self.search.with_untracked(|search| {
                draw(&Shown {
                    log,
                    search,
                    current,
                })
            })
        })
    }

    fn first_in_sight(self) -> usize {
        let top = self.top.get_value();
        self.search.with_untracked(|search| search.first_from(top))
    }

    /// Looks through the log slice by slice, so that nothing has to wait for long.
    fn look_on(self) {
        let more = self.search.try_update(|search| {
            self.log
                .try_with_untracked(|log| search.advance(log.text(), SLICE))
        });
        // Neither is there any more when the log has left the page.
        let Some(Some(more)) = more else { return };
        self.show_first(more);
        if more {
            set_timeout(move || self.look_on(), Duration::ZERO);
        }
    }

    fn show_first(self, more: bool) {
        let count = self.search.with_untracked(Search::len);
        let first = self.first_in_sight();
        let found = match (first < count, more) {
            (true, _) => Some(first),
            (false, true) => return,
            // There is none further down.
            (false, false) => (count > 0).then_some(0),
        };
        if self.seeking.get_value() {
            self.seeking.set_value(false);
            if found.is_some() {
                self.current.set(found);
            }
        }
    }
}

/// What a search has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Anything is looked for.
    pub is_wanted: bool,
    /// How many places there are.
    pub count: usize,
    /// There may be more.
    pub is_cut_off: bool,
    /// Which of them the reader has gone to, counted from 1.
    pub current: Option<usize>,
}
