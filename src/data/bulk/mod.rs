//! One thing done to many servers, whichever page is open meanwhile. It belongs to the session.

mod run;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::run::Next;
pub use self::run::{Counts, Item, Run, Stage};
use super::actions::{self, Report};
use crate::api::ApiError;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::browser::clock;
use crate::shared::subscribed;

/// A browser's timer runs out at once where it is set for too many days; this one is set again when it has run out.
const LONGEST_TIMER: Duration = Duration::from_secs(60);

/// Tells a person how a run ended, wherever they are.
pub type Tell = Arc<dyn Fn(PowerAction, Counts) + Send + Sync>;

/// The run that is under way or has ended last.
struct Current {
    /// Tells its answers from those of a run before.
    number: u32,
    run: Run,
    tell: Tell,
}

static CURRENT: LazyLock<ArcRwSignal<Option<Current>>> = LazyLock::new(|| ArcRwSignal::new(None));

/// Whether a person looks at the run.
static IS_WATCHED: AtomicBool = AtomicBool::new(false);

/// What `read` makes of the run that is under way or has ended last; nothing where there is none. Subscribes.
pub fn read<T>(read: impl FnOnce(&Run) -> T) -> Option<T> {
    subscribed(&CURRENT).with(|current| current.as_ref().map(|current| read(&current.run)))
}

/// The number of the run that is under way or has ended last: one that follows it has another. Subscribes.
#[must_use]
pub fn number() -> Option<u32> {
    subscribed(&CURRENT).with(|current| current.as_ref().map(|current| current.number))
}

/// Whether a run is under way or its end has not been looked at. Subscribes.
#[must_use]
pub fn is_there() -> bool {
    subscribed(&CURRENT).with(Option::is_some)
}

/// Whether a run is under way. Subscribes.
#[must_use]
pub fn is_under_way() -> bool {
    read(|run| !run.is_over()).unwrap_or(false)
}

/// Whether a person looks at the run from now on: they see for themselves how it ends.
pub fn set_watched(is_watched: bool) {
    IS_WATCHED.store(is_watched, Ordering::Relaxed);
}

/// Does it to all these servers; does nothing while a run is under way. `tell` hears how it ended, unless that is seen.
pub fn start(action: PowerAction, servers: Vec<Server>, tell: Tell) {
    if untrack(is_under_way) {
        return;
    }
    let number = CURRENT.try_update(|current| {
        let number = current.as_ref().map_or(0, |before| before.number + 1);
        *current = Some(Current {
            number,
            run: Run::new(action, servers),
            tell,
        });
        number
    });
    if let Some(number) = number {
        go_on(number);
    }
}

/// Sends nothing more; what is on its way is awaited.
pub fn cancel() {
    change(Run::cancel);
}

/// Tries those again that failed, and no others; does nothing while the run is under way.
pub fn retry() {
    if !untrack(is_under_way) {
        change(Run::retry);
    }
}

/// Forgets a run that is over: its end has been looked at.
pub fn dismiss() {
    if !untrack(is_under_way) {
        forget();
    }
}

/// Forgets the run: it belongs to the session that ends. What is on its way is not followed any more.
pub(super) fn forget() {
    if untrack(is_there) {
        CURRENT.set(None);
    }
}

fn change(change: impl FnOnce(&mut Run)) {
    let number = CURRENT.try_update(|current| {
        let current = current.as_mut()?;
        change(&mut current.run);
        Some(current.number)
    });
    if let Some(number) = number.flatten() {
        go_on(number);
    }
}

/// What `change` makes of the run of this number, if it still is the present one.
fn of_run<T>(number: u32, change: impl FnOnce(&mut Current) -> T) -> Option<T> {
    let is_present =
        CURRENT.with_untracked(|current| current.as_ref().is_some_and(|run| run.number == number));
    is_present
        .then(|| CURRENT.try_update(|current| current.as_mut().map(change)))
        .flatten()
        .flatten()
}

/// Sends as many requests as may be on their way, and comes back when there is more to do.
fn go_on(number: u32) {
    loop {
        let now = clock::now();
        let next = of_run(number, |current| {
            let next = current.run.next(now);
            let server = match next {
                Next::Ask(index) => current
                    .run
                    .items()
                    .get(index)
                    .map(|item| item.server.clone()),
                _ => None,
            };
            (next, server, current.run.action())
        });
        match next {
            Some((Next::Ask(index), Some(server), action)) => {
                spawn_local(ask(number, index, server, action));
            }
            Some((Next::Wait(until), ..)) => {
                let pause = Duration::from_millis(u64::try_from(until - now).unwrap_or(0));
                set_timeout(move || go_on(number), pause.min(LONGEST_TIMER));
                return;
            }
            _ => return,
        }
    }
}

async fn ask(number: u32, index: usize, server: Server, action: PowerAction) {
    let answer = actions::power(&server, action, Report::Quiet).await;
    settle(number, index, answer);
    go_on(number);
}

fn settle(number: u32, index: usize, answer: Result<(), ApiError>) {
    let told = of_run(number, |current| {
        current.run.settle(index, answer, clock::now());
        let told = (
            Arc::clone(&current.tell),
            current.run.action(),
            current.run.counts(),
        );
        let is_untold = current.run.is_over() && !IS_WATCHED.load(Ordering::Relaxed);
        is_untold.then_some(told)
    });
    if let Some((tell, action, counts)) = told.flatten() {
        tell(action, counts);
    }
}
