//! The answers that the page knows, by question.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::future::{AbortHandle, LocalBoxFuture, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::service;
use crate::api::{ApiError, Client};
use crate::browser::clock;

/// How many answers are kept: those that no page shows serve the way back.
const KEPT: usize = 40;

/// A good answer, of whatever type. Equal only to itself: the cache keeps the one it has where a newer one says the
/// same, so that what has not changed is not drawn anew.
#[derive(Clone, Debug)]
pub(super) struct Answer(pub(super) Arc<dyn Any + Send + Sync>);

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A way to ask the service.
type Ask = dyn Fn(Client) -> LocalBoxFuture<'static, Result<Answer, ApiError>> + Send + Sync;

/// What the answer to another question tells of this one.
type Borrow = dyn Fn(&Answer) -> Option<Answer> + Send + Sync;

/// A question, without the type of its answer.
#[derive(Clone)]
pub(super) struct Question {
    /// What it is known by.
    pub(super) key: String,
    pub(super) ask: Arc<Ask>,
    pub(super) borrow: Arc<Borrow>,
    /// After how long it wants to be asked again.
    pub(super) interval: fn(Option<&Answer>) -> Option<Duration>,
    /// Whether two of its answers say the same.
    pub(super) is_same: fn(&Answer, &Answer) -> bool,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// What is known of an answer.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The last good answer.
    pub(super) answer: Option<Answer>,
    /// When it came, in milliseconds since 1970.
    pub answered_at: Option<i64>,
    /// Why the last attempt failed; `None` after a good answer.
    pub failure: Option<ApiError>,
    /// How many attempts have failed since the last good answer.
    pub failures: u32,
    /// Whether an answer is on its way.
    pub asking: bool,
    /// Whether the answer is what an answer to another question told of this one.
    pub(super) borrowed: bool,
}

impl Known {
    /// Whether there is an answer to this very question.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer.is_some()
    }
}

/// One question and what is known of its answer.
pub(super) struct Entry {
    pub(super) known: ArcRwSignal<Known>,
    users: Cell<usize>,
    running: RefCell<Option<AbortHandle>>,
    insisted: Cell<bool>,
}

impl Entry {
    fn new(known: Known) -> Self {
        Self {
            known: ArcRwSignal::new(known),
            users: Cell::new(0),
            running: RefCell::new(None),
            insisted: Cell::new(false),
        }
    }

    /// Sends `question`, unless its answer is on its way already.
    pub(super) fn ask(self: &Rc<Self>, question: &Question) {
        let Some(client) = service::client().filter(|_| self.running.borrow().is_none()) else {
            return;
        };
        let (answer, handle) = abortable((question.ask)(client.clone()));
        *self.running.borrow_mut() = Some(handle);
        self.known.update(|known| known.asking = true);
        let question = question.clone();
        let entry = Rc::clone(self);
        spawn_local(async move {
            // An aborted question has been taken back by `leave`.
            let Ok(answer) = answer.await else { return };
            *entry.running.borrow_mut() = None;
            clock::set();
            let insisted = entry.insisted.take();
            match answer {
                Ok(answer) => entry.succeed(answer, question.is_same),
                Err(failure) => {
                    entry.fail(failure.clone());
                    service::judge(&client, &failure).await;
                    if insisted && entry.users.get() > 0 {
                        entry.ask(&question);
                    }
                }
            }
        });
    }

    /// Sends `question` as somebody wants it now. Where its answer is on its way already and turns out to be none, the
    /// question is sent once more: what made it fail may have been gone when they asked.
    pub(super) fn insist(self: &Rc<Self>, question: &Question) {
        self.insisted.set(self.running.borrow().is_some());
        self.ask(question);
    }

    fn succeed(&self, answer: Answer, is_same: fn(&Answer, &Answer) -> bool) {
        self.known.update(|known| {
            let kept = known.answer.take().filter(|kept| is_same(kept, &answer));
            *known = Known {
                answer: Some(kept.unwrap_or(answer)),
                answered_at: Some(clock::now()),
                ..Known::default()
            };
        });
    }

    fn fail(&self, failure: ApiError) {
        self.known.update(|known| {
            known.asking = false;
            known.failures += 1;
            known.failure = Some(failure);
        });
    }

    /// Takes a question on its way back.
    fn abort(&self) {
        self.insisted.set(false);
        if let Some(handle) = self.running.borrow_mut().take() {
            handle.abort();
            self.known.update(|known| known.asking = false);
        }
    }
}

/// The entries by the keys of their questions, the least recently entered first. Few enough to be looked through: a hash
/// table would be more to download than it saves.
#[derive(Default)]
struct Cache(Vec<(String, Rc<Entry>)>);

impl Cache {
    /// What the answers to other questions tell of `question`: the newest that tells anything.
    fn borrow_for(&self, question: &Question) -> Known {
        let told = self.0.iter().filter_map(|(_, entry)| {
            entry.known.with_untracked(|known| {
                let answer = (question.borrow)(known.answer.as_ref()?)?;
                Some((known.answered_at, answer))
            })
        });
        match told.max_by_key(|(answered_at, _)| *answered_at) {
            Some((answered_at, answer)) => Known {
                answer: Some(answer),
                answered_at,
                borrowed: true,
                ..Known::default()
            },
            None => Known::default(),
        }
    }
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::default();
}

/// The entry of a question, counted as used until it is [left](leave).
pub(super) fn enter(question: &Question) -> Rc<Entry> {
    let key = &question.key;
    CACHE.with_borrow_mut(|cache| {
        let place = cache.0.iter().position(|(known, _)| known == key);
        let entry = match place {
            Some(place) => cache.0.remove(place).1,
            None => Rc::new(Entry::new(cache.borrow_for(question))),
        };
        entry.users.set(entry.users.get() + 1);
        cache.0.push((key.clone(), Rc::clone(&entry)));
        entry
    })
}

/// Counts one user of an entry out. A question that nobody waits for any more is taken back, and the answers that
/// nobody has looked at for longest are dropped.
pub(super) fn leave(entry: &Entry) {
    entry.users.set(entry.users.get().saturating_sub(1));
    if entry.users.get() == 0 {
        entry.abort();
    }
    CACHE.with_borrow_mut(|cache| {
        let mut surplus = cache.0.len().saturating_sub(KEPT);
        cache.0.retain(|(_, entry)| {
            let dropped = surplus > 0 && entry.users.get() == 0;
            if dropped {
                surplus -= 1;
            }
            !dropped
        });
    });
}

/// What `read` makes of each answer of its type, the one that was looked at last first. Does not subscribe.
pub(super) fn told<Answer: 'static, T>(read: impl Fn(&Answer) -> T) -> Vec<T> {
    CACHE.with_borrow(|cache| {
        let answers = cache.0.iter().rev().filter_map(|(_, entry)| {
            entry.known.with_untracked(|known| {
                let answer: &(dyn Any + Send + Sync) = &*known.answer.as_ref()?.0;
                answer.downcast_ref().map(&read)
            })
        });
        answers.collect()
    })
}

/// When the newest of the answers that the page shows came, in milliseconds since 1970; `None` before the first.
#[must_use]
pub fn newest_shown() -> Option<i64> {
    CACHE.with_borrow(|cache| {
        let shown = cache.0.iter().filter(|(_, entry)| entry.users.get() > 0);
        let times =
            shown.filter_map(|(_, entry)| entry.known.with_untracked(|known| known.answered_at));
        times.max()
    })
}

/// Shows all good answers to `look`, of whatever type, each with the time when it came.
pub fn each_answer(look: &mut dyn FnMut(&dyn Any, i64)) {
    let entries = CACHE.with_borrow(|cache| {
        let entries = cache.0.iter().map(|(_, entry)| Rc::clone(entry));
        entries.collect::<Vec<_>>()
    });
    for entry in entries {
        let (answer, at) = entry
            .known
            .with_untracked(|known| (known.answer.clone(), known.answered_at));
        if let (Some(answer), Some(at)) = (answer, at) {
            look(&*answer.0, at);
        }
    }
}

/// Forgets everything: another person may look at the page next. Questions on their way are taken back.
pub fn clear() {
    let entries = CACHE.with_borrow_mut(std::mem::take).0;
    for (_, entry) in entries {
        entry.abort();
    }
}
