//! What was done to servers in this tab, and how it ended: in the memory of the page, for as long as the session.

use std::sync::LazyLock;

use leptos::prelude::*;

use super::actions::Action;
use super::bulk::Counts;
use crate::api::ApiError;
use crate::api::server_actions::PowerAction;
use crate::session;
use crate::shared::subscribed;

/// How many entries are kept.
const KEPT: usize = 100;

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// To one server.
    One {
        /// What.
        action: Action,
        /// The server.
        instance_id: String,
        /// What it was called when that began.
        name: String,
        /// The name that a rename gives; empty otherwise.
        new_name: String,
    },
    /// To many at once.
    Many {
        /// What.
        action: PowerAction,
        /// How many servers are where.
        counts: Counts,
    },
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It has not ended.
    UnderWay,
    /// As it should.
    Done,
    /// The server, or one of many, has failed.
    Failed,
    /// It takes far longer than it should.
    TakesTooLong,
    /// The service did not accept it, at this time in milliseconds since 1970.
    Refused(ApiError, i64),
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Tells it from the others.
    pub id: u32,
    /// What was done.
    pub deed: Deed,
    /// When it began, in milliseconds since 1970.
    pub began_at: i64,
    /// How it ended.
    pub state: State,
}

/// The entries, the newest first.
#[derive(Debug, Default)]
struct History {
    /// Of which session they are.
    generation: u32,
    entries: Vec<Entry>,
    next_id: u32,
}

impl History {
    /// Holds nothing of another session than this one.
    fn keep_to(&mut self, generation: u32) {
        if self.generation != generation {
            self.generation = generation;
            self.entries.clear();
        }
    }

    fn add(&mut self, deed: Deed, began_at: i64, state: State) -> u32 {
        let id = self.next_id;
        self.next_id = id.wrapping_add(1);
        let entry = Entry {
            id,
            deed,
            began_at,
            state,
        };
        self.entries.insert(0, entry);
        self.entries.truncate(KEPT);
        id
    }

    /// What is under way at a server has come to its end.
    fn end(&mut self, server: &str, state: State) {
        let is_it = |entry: &&mut Entry| {
            entry.state == State::UnderWay
                && matches!(&entry.deed, Deed::One { instance_id, .. } if instance_id == server)
        };
        if let Some(entry) = self.entries.iter_mut().find(is_it) {
            entry.state = state;
        }
    }

    /// A run has come so far.
    fn follow(&mut self, id: u32, now: Counts, state: State) {
        let entry = self.entries.iter_mut().find(|entry| entry.id == id);
        if let Some(entry) = entry
            && let Deed::Many { counts, .. } = &mut entry.deed
        {
            *counts = now;
            entry.state = state;
        }
    }
}

static HISTORY: LazyLock<ArcRwSignal<History>> = LazyLock::new(ArcRwSignal::default);

/// Adds something that was done; gives the id of its entry.
pub fn add(deed: Deed, began_at: i64, state: State) -> u32 {
    change(|history| history.add(deed, began_at, state)).unwrap_or_default()
}

/// What is under way at a server has come to its end. One that is not known changes nothing.
pub fn end(instance_id: &str, state: State) {
    change(|history| history.end(instance_id, state));
}

/// A run, the entry of this id, has come so far.
pub fn follow(id: u32, counts: Counts, state: State) {
    change(|history| history.follow(id, counts, state));
}

/// The ids of the entries of this session, the newest first. Subscribes.
#[must_use]
pub fn ids() -> Vec<u32> {
    let generation = session::generation();
    subscribed(&HISTORY).with(|history| match history.generation == generation {
        true => history.entries.iter().map(|entry| entry.id).collect(),
        false => Vec::new(),
    })
}

/// The entry of this id. Subscribes.
#[must_use]
pub fn entry(id: u32) -> Option<Entry> {
    subscribed(&HISTORY).with(|history| {
        let mut entries = history.entries.iter();
        entries.find(|entry| entry.id == id).cloned()
    })
}

/// Forgets all of it.
pub fn clear() {
    HISTORY.update(|history| history.entries.clear());
}

fn change<T>(change: impl FnOnce(&mut History) -> T) -> Option<T> {
    let generation = untrack(session::generation);
    HISTORY.try_update(|history| {
        history.keep_to(generation);
        change(history)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(action: Action, server: &str) -> Deed {
        Deed::One {
            action,
            instance_id: server.to_owned(),
            name: String::new(),
            new_name: String::new(),
        }
    }

    fn states(history: &History) -> Vec<&State> {
        history.entries.iter().map(|entry| &entry.state).collect()
    }

    #[test]
    fn an_end_belongs_to_what_is_under_way_at_that_server() {
        let mut history = History::default();
        for (action, server) in [(Action::Stop, "a"), (Action::Start, "b")] {
            history.add(one(action, server), 0, State::UnderWay);
        }
        history.end("a", State::Done);
        history.end("another", State::Failed);
        assert_eq!(states(&history), [&State::UnderWay, &State::Done]);
        history.add(one(Action::Reboot, "a"), 1, State::UnderWay);
        history.end("a", State::Failed);
        let expected = [&State::Failed, &State::UnderWay, &State::Done];
        assert_eq!(states(&history), expected);
    }

    #[test]
    fn the_newest_hundred_are_kept() {
        let mut history = History::default();
        for time in 0..130 {
            history.add(one(Action::Start, "a"), time, State::Done);
        }
        let times = history.entries.iter().map(|entry| entry.began_at);
        assert!(times.eq((30..130).rev()));
    }

    #[test]
    fn nothing_outlives_its_session() {
        let mut history = History::default();
        history.add(one(Action::Start, "a"), 0, State::Done);
        history.keep_to(0);
        assert_eq!(history.entries.len(), 1);
        history.keep_to(1);
        assert!(history.entries.is_empty());
    }

    #[test]
    fn a_run_is_one_entry_that_goes_on() {
        let mut history = History::default();
        let deed = Deed::Many {
            action: PowerAction::Stop,
            counts: Counts::default(),
        };
        let id = history.add(deed, 0, State::UnderWay);
        let counts = Counts {
            total: 3,
            accepted: 3,
            ..Counts::default()
        };
        history.follow(id, counts, State::Done);
        history.follow(id + 1, Counts::default(), State::Failed);
        assert_eq!(states(&history), [&State::Done]);
        let deed = &history.entries[0].deed;
        assert!(matches!(deed, Deed::Many { counts: now, .. } if *now == counts));
    }
}
