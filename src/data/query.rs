//! Questions that pages ask, and the answers as signals.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::future::LocalBoxFuture;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::cache::{self, Entry};
pub use super::cache::{Known, clear};
use super::rhythm;
use crate::api::{ApiError, Client};
use crate::browser::{clock, presence};

/// A question that can be asked again: its fields are all that its answer depends on.
pub trait Query: Clone + PartialEq + Send + Sync + 'static {
    /// What a good answer is.
    type Answer: PartialEq + Send + Sync + 'static;

    /// The question as text. Equal texts share one answer, so it begins with a word of its own for each kind.
    fn key(&self) -> String;

    /// Asks it.
    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Self::Answer, ApiError>>;

    /// After how long a page wants to know again, given the last answer; `None` when it never does by itself.
    fn interval(_answer: Option<&Self::Answer>) -> Option<Duration> {
        None
    }
}

/// A question as a page holds it. Copy it wherever it is shown.
pub struct Handle<Answer: Send + Sync + 'static> {
    /// What is known of the answer to the present question.
    pub known: Signal<Known<Answer>>,
    /// The last good answer, until the present question has one also to the question before.
    pub shown: Signal<Option<Arc<Answer>>>,
    /// Asks again now.
    pub refresh: Callback<()>,
}

impl<Answer: Send + Sync> Clone for Handle<Answer> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Answer: Send + Sync> Copy for Handle<Answer> {}

/// Asks `query`, as long as the calling component lives; a change of the question asks the new one. A question of
/// `None` is not asked.
pub fn use_query<Q: Query>(
    query: impl Fn() -> Option<Q> + Send + Sync + 'static,
) -> Handle<Q::Answer> {
    let query = Memo::new(move |_| query());
    let entry = use_entry(query);
    let known = Signal::derive(move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map(|entry| entry.known.get())
                .unwrap_or_default()
        })
    });
    let shown = Memo::new(move |previous: Option<&Option<Arc<Q::Answer>>>| {
        known
            .with(|known| known.answer.clone())
            .or_else(|| previous.cloned().flatten())
    });
    let ask = move || {
        entry.with_untracked(|entry| {
            if let (Some(entry), Some(query)) = (entry, query.get_untracked()) {
                entry.ask(|client| query.ask(client));
            }
        });
    };
    repeat(known, Q::interval, ask);
    Handle {
        known,
        shown: shown.into(),
        refresh: Callback::new(move |()| ask()),
    }
}

type Entries<Answer> = RwSignal<Option<Rc<Entry<Answer>>>, LocalStorage>;

/// The cache's entry of the present question, entered and left with it.
fn use_entry<Q: Query>(query: Memo<Option<Q>>) -> Entries<Q::Answer> {
    let entry: Entries<Q::Answer> = RwSignal::new_local(None);
    let leave = move || {
        if let Some(Some(entry)) = entry.try_get_untracked() {
            cache::leave(&entry);
        }
    };
    Effect::new_isomorphic(move |_| {
        let next = query.get();
        let entered = next.map(|query| {
            let entered = cache::enter::<Q::Answer>(&query.key());
            if entered
                .known
                .with_untracked(|known| known.answer.is_none() || is_old(known))
            {
                entered.ask(|client| query.ask(client));
            }
            entered
        });
        leave();
        entry.set(entered);
    });
    on_cleanup(leave);
    entry
}

/// An answer that a page coming back to a question does not take on trust.
fn is_old<Answer>(known: &Known<Answer>) -> bool {
    const TRUSTED: i64 = 2_000;
    known
        .answered_at
        .is_none_or(|time| clock::now() - time > TRUSTED)
}

/// Asks again in the rhythm that the page wants, not while nobody looks or the device has no network, and at once when
/// either comes back.
fn repeat<Answer: Send + Sync + 'static>(
    known: Signal<Known<Answer>>,
    interval: fn(Option<&Answer>) -> Option<Duration>,
    ask: impl Fn() + Copy + 'static,
) {
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    Effect::new(move |was_away: Option<bool>| {
        stop();
        let away = !presence::visible() || !presence::online();
        let wait = known.with(|known| {
            let wanted = interval(known.answer.as_deref()).filter(|_| !known.asking)?;
            let returned = was_away == Some(true);
            let age = known
                .answered_at
                .and_then(|time| u64::try_from(clock::now() - time).ok());
            let age = age.map(Duration::from_millis);
            Some(rhythm::wait(
                wanted,
                age,
                known.failures,
                known.failure.as_ref(),
                returned,
            ))
        });
        if let (false, Some(wait)) = (away, wait) {
            timer.set_value(set_timeout_with_handle(ask, wait).ok());
        }
        away
    });
    on_cleanup(stop);
}
