//! The answers that the page knows, by question.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use futures::future::{AbortHandle, LocalBoxFuture, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::service;
use crate::api::{ApiError, Client};
use crate::browser::clock;

/// How many answers that no page shows are kept, for the way back.
const KEPT: usize = 40;

/// What is known of an answer.
#[derive(Debug, PartialEq)]
pub struct Known<Answer> {
    /// The last good answer.
    pub answer: Option<Arc<Answer>>,
    /// When it came, in milliseconds since 1970.
    pub answered_at: Option<i64>,
    /// Why the last attempt failed; `None` after a good answer.
    pub failure: Option<ApiError>,
    /// How many attempts have failed since the last good answer.
    pub failures: u32,
    /// Whether an answer is on its way.
    pub asking: bool,
}

impl<Answer> Clone for Known<Answer> {
    fn clone(&self) -> Self {
        Self {
            answer: self.answer.clone(),
            answered_at: self.answered_at,
            failure: self.failure.clone(),
            failures: self.failures,
            asking: self.asking,
        }
    }
}

impl<Answer> Default for Known<Answer> {
    fn default() -> Self {
        Self {
            answer: None,
            answered_at: None,
            failure: None,
            failures: 0,
            asking: false,
        }
    }
}

/// One question and what is known of its answer.
pub(super) struct Entry<Answer: Send + Sync + 'static> {
    pub(super) known: ArcRwSignal<Known<Answer>>,
    users: Cell<usize>,
    running: RefCell<Option<AbortHandle>>,
}

impl<Answer: Send + Sync + 'static> Entry<Answer> {
    fn new() -> Self {
        Self {
            known: ArcRwSignal::new(Known::default()),
            users: Cell::new(0),
            running: RefCell::new(None),
        }
    }

    /// Sends `question`, unless its answer is on its way already.
    pub(super) fn ask(
        self: &Rc<Self>,
        question: impl FnOnce(Client) -> LocalBoxFuture<'static, Result<Answer, ApiError>>,
    ) {
        let Some(client) = service::client().filter(|_| self.running.borrow().is_none()) else {
            return;
        };
        let (answer, handle) = abortable(question(client.clone()));
        *self.running.borrow_mut() = Some(handle);
        self.known.update(|known| known.asking = true);
        let entry = Rc::clone(self);
        spawn_local(async move {
            // An aborted question has been taken back by `leave`.
            let Ok(answer) = answer.await else { return };
            *entry.running.borrow_mut() = None;
            entry.settle(answer, &client).await;
        });
    }

    async fn settle(&self, answer: Result<Answer, ApiError>, client: &Client) {
        clock::set();
        match answer {
            Ok(answer) => self.known.set(Known {
                answer: Some(Arc::new(answer)),
                answered_at: Some(clock::now()),
                ..Known::default()
            }),
            Err(failure) => {
                self.known.update(|known| {
                    known.asking = false;
                    known.failures += 1;
                    known.failure = Some(failure.clone());
                });
                service::judge(client, &failure).await;
            }
        }
    }

    fn enter(&self) {
        self.users.set(self.users.get() + 1);
    }

    /// Counts a page out. When the last one leaves, a question on its way is taken back.
    fn leave(&self) {
        self.users.set(self.users.get().saturating_sub(1));
        if self.users.get() == 0
            && let Some(handle) = self.running.borrow_mut().take()
        {
            handle.abort();
            self.known.update(|known| known.asking = false);
        }
    }
}

/// What the cache needs to know of an entry, whatever its answer is.
trait Kept {
    fn in_use(&self) -> bool;
    fn abort(&self);
    fn as_any(self: Rc<Self>) -> Rc<dyn Any>;
}

impl<Answer: Send + Sync + 'static> Kept for Entry<Answer> {
    fn in_use(&self) -> bool {
        self.users.get() > 0
    }

    fn abort(&self) {
        if let Some(handle) = self.running.borrow_mut().take() {
            handle.abort();
        }
    }

    fn as_any(self: Rc<Self>) -> Rc<dyn Any> {
        self
    }
}

#[derive(Default)]
struct Cache {
    entries: HashMap<String, Rc<dyn Kept>>,
    /// The keys, the least recently entered first.
    order: Vec<String>,
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::default();
}

/// The entry of a question, counted as used until [`leave`] is called with the same key.
pub(super) fn enter<Answer: Send + Sync + 'static>(key: &str) -> Rc<Entry<Answer>> {
    let entry = CACHE.with_borrow_mut(|cache| {
        cache.order.retain(|known| known != key);
        cache.order.push(key.to_owned());
        let known = cache
            .entries
            .get(key)
            .cloned()
            .and_then(|kept| kept.as_any().downcast::<Entry<Answer>>().ok());
        known.unwrap_or_else(|| {
            let entry = Rc::new(Entry::new());
            cache
                .entries
                .insert(key.to_owned(), Rc::clone(&entry) as Rc<dyn Kept>);
            entry
        })
    });
    entry.enter();
    entry
}

/// Counts one user of an entry out, and drops the answers that nobody has looked at for longest.
pub(super) fn leave<Answer: Send + Sync + 'static>(entry: &Entry<Answer>) {
    entry.leave();
    CACHE.with_borrow_mut(|cache| {
        let Cache { entries, order } = cache;
        let mut surplus = order.len().saturating_sub(KEPT);
        order.retain(|key| {
            let drop = surplus > 0 && entries.get(key).is_none_or(|entry| !entry.in_use());
            if drop {
                surplus -= 1;
                entries.remove(key);
            }
            !drop
        });
    });
}

/// Forgets everything: another person may look at the page next. Questions on their way are taken back.
pub fn clear() {
    let entries = CACHE.with_borrow_mut(std::mem::take).entries;
    for entry in entries.values() {
        entry.abort();
    }
}
