//! Asks for the servers that something is done to, where no page does.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use leptos::prelude::set_timeout;
use leptos::task::spawn_local;

use super::mark::Key;
use super::news::{self, News};
use super::store::{self, Source};
use crate::api::{ApiError, ErrorKind};
use crate::browser::{clock, presence};
use crate::data::{rhythm, service};

/// How often it looks for servers to ask for.
const BEAT: Duration = Duration::from_secs(1);
/// How many servers it asks for at each beat.
const AT_ONCE: usize = 4;
/// How old the last answer is, in milliseconds, when it asks: a page that shows the server has asked by then.
const PAUSE: i64 = 4_000;
/// The same while nobody looks.
const PAUSE_UNSEEN: i64 = 10_000;

#[derive(Default)]
struct Watch {
    is_running: bool,
    /// How many answers in a row were failures.
    failures: u32,
    /// When it may ask again after failures, in milliseconds since 1970.
    resumes_at: i64,
}

thread_local! {
    static WATCH: RefCell<Watch> = RefCell::default();
}

/// Whether it goes on while nobody looks, for those whose end is told.
static WATCHES_UNSEEN: AtomicBool = AtomicBool::new(false);

/// Watches also while nobody looks at the page, or no longer: whoever wants that tells the person elsewhere.
pub fn watch_unseen(watches: bool) {
    WATCHES_UNSEEN.store(watches, Ordering::Relaxed);
}

/// Watches until nothing is under way any more.
pub(super) fn start() {
    let was_running = WATCH.with_borrow_mut(|watch| std::mem::replace(&mut watch.is_running, true));
    if !was_running {
        set_timeout(beat, BEAT);
    }
}

fn beat() {
    if !store::is_any_accepted() {
        WATCH.set(Watch::default());
        return;
    }
    let now = clock::now();
    let may_ask = WATCH.with_borrow(|watch| now >= watch.resumes_at);
    let is_unseen = !presence::is_visible_now();
    let is_wanted = !is_unseen || WATCHES_UNSEEN.load(Ordering::Relaxed);
    if may_ask && is_wanted && presence::is_online_now() {
        let pause = if is_unseen { PAUSE_UNSEEN } else { PAUSE };
        for key in store::due(now, pause, AT_ONCE, is_unseen) {
            spawn_local(ask(key));
        }
    }
    set_timeout(beat, BEAT);
}

async fn ask(key: Key) {
    let asked_at = clock::now();
    let Some(client) = service::client() else {
        return;
    };
    let answer = client.server(&key.instance_id).await;
    store::answered(&key, clock::now());
    match answer {
        Ok(server) => {
            WATCH.with_borrow_mut(|watch| watch.failures = 0);
            store::seen(std::slice::from_ref(&server), asked_at, Source::Watcher);
        }
        Err(failure) => {
            if failure.kind == ErrorKind::NotFound {
                store::put_back(&key, clock::now());
                news::tell(&News::Refused {
                    instance_id: &key.instance_id,
                    failure: &failure,
                });
            }
            rest_after(&failure);
            service::judge(&client, &failure).await;
        }
    }
}

/// Lets the service rest, longer with each failure.
fn rest_after(failure: &ApiError) {
    WATCH.with_borrow_mut(|watch| {
        watch.failures += 1;
        let rest = rhythm::wait(
            BEAT,
            None,
            watch.failures,
            Some(failure),
            false,
            js_sys::Math::random(),
        );
        let rest = i64::try_from(rest.as_millis()).unwrap_or(i64::MAX);
        watch.resumes_at = clock::now().saturating_add(rest);
    });
}
