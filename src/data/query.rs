//! Questions that pages ask, and the answers as signals.
//!
//! Below this file no code knows what an answer is: the cache, the rhythm and the signals exist once for all questions,
//! not once for each, which is a fifth of what a reader would otherwise download.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::reactive::signal::RwSignal as AnySignal;

use super::cache::{self, Answer, Entry, Question};
pub use super::cache::{Known, clear, each_answer, newest_shown};
use super::{permissions, rhythm};
use crate::api::{ApiError, Client};
use crate::browser::{clock, presence};
use crate::shared::subscribed;

/// A question that can be asked again: its fields are all that its answer depends on.
pub trait Query: Clone + Send + Sync + 'static {
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

    /// The permission that asking it needs, `resource:action`: a token that is known to lack it does not ask.
    fn permission(&self) -> Option<&'static str> {
        None
    }

    /// What the answer to another question, of whatever type, tells of this one. It is shown until this one's own is
    /// there.
    fn borrow(&self, _other: &dyn Any) -> Option<Self::Answer> {
        None
    }
}

/// A question as a page holds it. Copy it wherever it is shown.
#[derive(Clone, Copy)]
pub struct Asked {
    /// What is known of the answer to the present question.
    pub known: Signal<Known>,
    /// The last good answer; until the present question has one, the answer to the question before.
    shown: Signal<Option<Answer>>,
    /// Asks again now.
    pub refresh: Callback<()>,
    /// The permission for the lack of which it is not asked.
    pub lacking: Signal<Option<String>>,
}

impl Asked {
    /// Whether there is an answer to show. Subscribes.
    #[must_use]
    pub fn is_answered(self) -> bool {
        self.shown.with(Option::is_some)
    }

    /// What is shown answers the question before: the answer to the present one is on its way. Subscribes.
    #[must_use]
    pub fn is_older(self) -> bool {
        self.known
            .with(|known| known.answer.is_none() && known.asking)
    }
}

/// A question, with the type of its answer.
pub struct Handle<A> {
    /// The question.
    pub asked: Asked,
    answer: PhantomData<fn() -> A>,
}

impl<A> Clone for Handle<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for Handle<A> {}

impl<A: Send + Sync + 'static> Handle<A> {
    /// What `read` makes of the answer that is shown; nothing while there is none. Subscribes.
    pub fn read<T>(self, read: impl FnOnce(&A) -> T) -> Option<T> {
        self.asked
            .shown
            .with(|answer| answer.as_ref()?.0.downcast_ref().map(read))
    }
}

/// Asks `query`, as long as the calling component lives; a change of the question asks the new one. A question of
/// `None` is not asked.
pub fn use_query<Q: Query>(
    query: impl Fn() -> Option<Q> + Send + Sync + 'static,
) -> Handle<Q::Answer> {
    let query = Arc::new(query);
    let wanted = Arc::clone(&query);
    let lacking = Signal::derive(move || {
        let permission = wanted()?.permission()?;
        (!permissions::allows(permission)).then(|| permission.to_owned())
    });
    let asked = use_question(
        Memo::new(move |_| match lacking.with(Option::is_some) {
            true => None,
            false => query().map(question),
        }),
        lacking,
    );
    Handle {
        asked,
        answer: PhantomData,
    }
}

/// A question that is asked for a page which is likely to come. Its answer is waited for until this is dropped.
pub struct Ahead(Rc<Entry>);

impl Drop for Ahead {
    fn drop(&mut self) {
        cache::leave(&self.0);
    }
}

/// Asks `query` once, unless its answer is here and new, so that whoever comes to it finds it.
pub fn ask_ahead<Q: Query>(query: Q) -> Ahead {
    let question = question(query);
    let entry = cache::enter(&question);
    if entry.known.with_untracked(is_asked_anew) {
        entry.ask(&question);
    }
    Ahead(entry)
}

/// A question without the type of its answer.
fn question<Q: Query>(query: Q) -> Question {
    let borrower = query.clone();
    Question {
        key: query.key(),
        borrow: Arc::new(move |other| Some(Answer(Arc::new(borrower.borrow(&*other.0)?)))),
        ask: Arc::new(move |client| {
            let answer = query.ask(client);
            async move { Ok(Answer(Arc::new(answer.await?))) }.boxed_local()
        }),
        interval: |answer| Q::interval(answer.and_then(|answer| answer.0.downcast_ref())),
        is_same: |one, other| typed::<Q>(one).is_some() && typed::<Q>(one) == typed::<Q>(other),
    }
}

fn typed<Q: Query>(answer: &Answer) -> Option<&Q::Answer> {
    let answer: &(dyn Any + Send + Sync) = &*answer.0;
    answer.downcast_ref()
}

fn use_question(question: Memo<Option<Question>>, lacking: Signal<Option<String>>) -> Asked {
    let entry = use_entry(question);
    let known = Signal::derive(move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map(|entry| subscribed(&entry.known).get())
                .unwrap_or_default()
        })
    });
    let shown = Memo::new(move |previous: Option<&Option<Answer>>| {
        known
            .with(|known| known.answer.clone())
            .or_else(|| previous.cloned().flatten())
    });
    let send = move |ask: fn(&Rc<Entry>, &Question)| {
        entry.with_untracked(|entry| {
            if let (Some(entry), Some(question)) = (entry, question.get_untracked()) {
                ask(entry, &question);
            }
        });
    };
    repeat(question, known, move || send(Entry::ask));
    Asked {
        known,
        shown: shown.into(),
        refresh: Callback::new(move |()| send(Entry::insist)),
        lacking,
    }
}

/// A signal of what stays on this thread.
type LocalSignal<T> = AnySignal<T, LocalStorage>;

/// The cache's entry of the present question, entered and left with it.
fn use_entry(question: Memo<Option<Question>>) -> LocalSignal<Option<Rc<Entry>>> {
    let entry = LocalSignal::new_local(None::<Rc<Entry>>);
    let leave = move || {
        if let Some(Some(entry)) = entry.try_get_untracked() {
            cache::leave(&entry);
        }
    };
    Effect::new_isomorphic(move |_| {
        let entered = question.get().map(|question| {
            let entered = cache::enter(&question);
            if entered.known.with_untracked(is_asked_anew) {
                entered.ask(&question);
            }
            entered
        });
        leave();
        entry.set(entered);
        if !presence::is_online_now() {
            // The page tells how old what it shows is, and shows something else from now on.
            clock::set();
        }
    });
    on_cleanup(leave);
    entry
}

/// Whether a page that comes to a question asks it, though it may have been answered before.
fn is_asked_anew(known: &Known) -> bool {
    const TRUSTED: i64 = 2_000;
    let is_old = known.borrowed
        || known
            .answered_at
            .is_none_or(|time| clock::now() - time > TRUSTED);
    // Offline, what is known is all there is; what is not fails, and says so.
    is_old && (presence::is_online_now() || !known.is_answered())
}

/// Asks again in the rhythm that the page wants, not while nobody looks or the device has no network, and at once when
/// either comes back.
fn repeat(question: Memo<Option<Question>>, known: Signal<Known>, ask: impl Fn() + Copy + 'static) {
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    Effect::new(move |was_away: Option<bool>| {
        stop();
        let away = !presence::visible() || !presence::online();
        let returned = was_away == Some(true);
        let interval =
            question.with(|question| question.as_ref().map(|question| question.interval));
        let wait =
            interval.and_then(|interval| known.with(|known| wait(known, interval, returned)));
        if let (false, Some(wait)) = (away, wait) {
            timer.set_value(set_timeout_with_handle(ask, wait).ok());
        }
        away
    });
    on_cleanup(stop);
}

/// How long to wait before asking again; `None` while an answer is on its way, and where none is wanted any more.
fn wait(
    known: &Known,
    interval: fn(Option<&Answer>) -> Option<Duration>,
    returned: bool,
) -> Option<Duration> {
    if known.asking {
        return None;
    }
    let age = known
        .answered_at
        .and_then(|time| u64::try_from(clock::now() - time).ok());
    let age = age.map(Duration::from_millis);
    let failure = known.failure.as_ref();
    let once = || rhythm::repeats(failure, known.failures, age, returned).then_some(Duration::ZERO);
    let wanted = interval(known.answer.as_ref()).or_else(once)?;
    Some(rhythm::wait(
        wanted,
        age,
        known.failures,
        failure,
        returned,
        js_sys::Math::random(),
    ))
}
