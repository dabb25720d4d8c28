//! The order of a run: who is asked next, who is tried again, and when it is over.

use std::collections::VecDeque;
use std::time::Duration;

use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::api::{ApiError, ErrorKind};

/// How many requests are on their way at a time.
const AT_ONCE: usize = 6;
/// How often a server is asked for while the service says that it has had too many requests.
const MOST_TRIES: u8 = 3;
/// The pause that too many requests call for where the service does not say how long.
const PAUSE: Duration = Duration::from_secs(5);

/// How far a server of a run has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has been sent for it yet.
    Waiting,
    /// The request is on its way.
    Asked,
    /// The service has accepted it.
    Accepted,
    /// It failed, at this time in milliseconds since 1970.
    Failed(ApiError, i64),
    /// The run was cancelled before its turn came.
    LeftOut,
}

/// A server of a run.
#[derive(Clone, Debug)]
pub struct Item {
    /// As it was when the run began.
    pub server: Server,
    /// How far it has come.
    pub stage: Stage,
    tries: u8,
}

/// How many servers of a run are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub total: u32,
    /// Nothing has been sent for these yet.
    pub waiting: u32,
    /// The requests for these are on their way.
    pub asked: u32,
    /// The service has accepted these.
    pub accepted: u32,
    /// These have failed.
    pub failed: u32,
    /// These were left out when the run was cancelled.
    pub left_out: u32,
}

/// What a run does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Send the request for the server of this index.
    Ask(usize),
    /// Wait until this time, in milliseconds since 1970: the service has had enough.
    Wait(i64),
    /// Wait for an answer, or nothing is left.
    Nothing,
}

/// One thing that is done to many servers.
#[derive(Debug)]
pub struct Run {
    action: PowerAction,
    items: Vec<Item>,
    /// The indices of the servers that wait, the next first.
    queue: VecDeque<usize>,
    asked: usize,
    resumes_at: Option<i64>,
    is_cancelled: bool,
}

impl Run {
    pub(super) fn new(action: PowerAction, servers: Vec<Server>) -> Self {
        let item = |server| Item {
            server,
            stage: Stage::Waiting,
            tries: 0,
        };
        Self {
            action,
            queue: (0..servers.len()).collect(),
            items: servers.into_iter().map(item).collect(),
            asked: 0,
            resumes_at: None,
            is_cancelled: false,
        }
    }

    /// What is done.
    #[must_use]
    pub fn action(&self) -> PowerAction {
        self.action
    }

    /// The servers, in the order in which they were given.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether nothing is left to be sent or awaited.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.queue.is_empty() && self.asked == 0
    }

    /// When it goes on, in milliseconds since 1970, while it waits because the service has asked for that.
    #[must_use]
    pub fn resumes_at(&self) -> Option<i64> {
        self.resumes_at.filter(|_| !self.queue.is_empty())
    }

    /// How many servers are where.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for item in &self.items {
            counts.total += 1;
            *match item.stage {
                Stage::Waiting => &mut counts.waiting,
                Stage::Asked => &mut counts.asked,
                Stage::Accepted => &mut counts.accepted,
                Stage::Failed(..) => &mut counts.failed,
                Stage::LeftOut => &mut counts.left_out,
            } += 1;
        }
        counts
    }

    /// What to do at `now`; a server that is to be asked for counts as such from here on.
    pub(super) fn next(&mut self, now: i64) -> Next {
        if self.asked >= AT_ONCE || self.queue.is_empty() {
            return Next::Nothing;
        }
        if let Some(time) = self.resumes_at.filter(|time| *time > now) {
            return Next::Wait(time);
        }
        self.resumes_at = None;
        let Some(index) = self.queue.pop_front() else {
            return Next::Nothing;
        };
        self.asked += 1;
        if let Some(item) = self.items.get_mut(index) {
            item.stage = Stage::Asked;
            item.tries += 1;
        }
        Next::Ask(index)
    }

    /// Takes the answer for a server that was asked for.
    pub(super) fn settle(&mut self, index: usize, answer: Result<(), ApiError>, now: i64) {
        let is_cancelled = self.is_cancelled;
        let Some(item) = self.items.get_mut(index) else {
            return;
        };
        self.asked = self.asked.saturating_sub(1);
        let Err(failure) = answer else {
            item.stage = Stage::Accepted;
            return;
        };
        let pause = pause_after(&failure);
        if let Some(pause) = pause {
            let until = now.saturating_add(i64::try_from(pause.as_millis()).unwrap_or(i64::MAX));
            self.resumes_at = self.resumes_at.max(Some(until));
        }
        if pause.is_some() && item.tries < MOST_TRIES && !is_cancelled {
            item.stage = Stage::Waiting;
            self.queue.push_front(index);
        } else {
            item.stage = Stage::Failed(failure, now);
        }
    }

    /// Sends nothing more. What is on its way is awaited.
    pub(super) fn cancel(&mut self) {
        self.is_cancelled = true;
        for index in self.queue.drain(..) {
            if let Some(item) = self.items.get_mut(index) {
                item.stage = Stage::LeftOut;
            }
        }
    }

    /// Lets those that failed wait again, and no others.
    pub(super) fn retry(&mut self) {
        self.is_cancelled = false;
        for (index, item) in self.items.iter_mut().enumerate() {
            if matches!(item.stage, Stage::Failed(..)) {
                item.stage = Stage::Waiting;
                item.tries = 0;
                self.queue.push_back(index);
            }
        }
    }
}

/// The pause that a failure calls for, where waiting may help.
fn pause_after(failure: &ApiError) -> Option<Duration> {
    match failure.kind {
        ErrorKind::RateLimited { retry_after } => Some(retry_after.unwrap_or(PAUSE)),
        ErrorKind::Server { retry_after } => retry_after,
        _ => None,
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn run(count: usize) -> Run {
        let server = |number: usize| Server::bare(&number.to_string());
        Run::new(PowerAction::Stop, (0..count).map(server).collect())
    }

    fn failure(kind: ErrorKind) -> Result<(), ApiError> {
        Err(ApiError {
            kind,
            message: None,
            status: None,
            reference: None,
        })
    }

    fn too_many(seconds: u64) -> Result<(), ApiError> {
        failure(ErrorKind::RateLimited {
            retry_after: Some(Duration::from_secs(seconds)),
        })
    }

    /// Asks for all that may be asked for at `now`.
    fn ask(run: &mut Run, now: i64) -> Vec<usize> {
        std::iter::from_fn(|| match run.next(now) {
            Next::Ask(index) => Some(index),
            _ => None,
        })
        .collect()
    }

    #[test]
    fn six_are_asked_for_at_a_time() {
        let mut run = run(8);
        assert_eq!(ask(&mut run, 0), [0, 1, 2, 3, 4, 5]);
        run.settle(3, Ok(()), 0);
        assert_eq!(ask(&mut run, 0), [6]);
        assert!(!run.is_over());
        for index in [0, 1, 2, 4, 5, 6] {
            run.settle(index, Ok(()), 0);
        }
        assert_eq!(ask(&mut run, 0), [7]);
        run.settle(7, failure(ErrorKind::Conflict), 0);
        assert!(run.is_over());
        let counts = run.counts();
        assert_eq!((counts.accepted, counts.failed, counts.total), (7, 1, 8));
    }

    #[test]
    fn a_cancelled_run_awaits_what_is_on_its_way_and_sends_nothing_more() {
        let mut run = run(10);
        ask(&mut run, 0);
        run.cancel();
        assert!(!run.is_over());
        run.settle(0, Ok(()), 0);
        run.settle(1, too_many(1), 0);
        assert_eq!(run.next(9_999), Next::Nothing);
        for index in 2..6 {
            run.settle(index, Ok(()), 0);
        }
        assert!(run.is_over());
        let counts = run.counts();
        assert_eq!((counts.accepted, counts.failed, counts.left_out), (5, 1, 4));
    }

    #[test]
    fn only_failures_are_tried_again() {
        let mut run = run(4);
        ask(&mut run, 0);
        for index in [0, 2] {
            run.settle(index, Ok(()), 0);
        }
        for index in [1, 3] {
            run.settle(index, failure(ErrorKind::Network), 0);
        }
        run.retry();
        assert_eq!(ask(&mut run, 0), [1, 3]);
    }

    #[test]
    fn a_service_that_has_had_enough_is_left_alone_as_long_as_it_asks() {
        let mut run = run(9);
        ask(&mut run, 0);
        run.settle(0, too_many(20), 1_000);
        run.settle(1, too_many(10), 1_000);
        assert_eq!(run.resumes_at(), Some(21_000));
        assert_eq!(run.next(20_999), Next::Wait(21_000));
        assert_eq!(ask(&mut run, 21_000), [1, 0]);
        assert_eq!(run.resumes_at(), None);
    }

    #[test]
    fn a_server_that_is_always_too_much_fails_in_the_end() {
        let mut run = run(1);
        for _ in 0..3 {
            assert_eq!(run.next(i64::MAX), Next::Ask(0));
            run.settle(0, too_many(0), 0);
        }
        assert!(run.is_over());
        assert_eq!(run.counts().failed, 1);
    }

    #[test]
    fn a_busy_service_is_obeyed_where_it_says_how_long() {
        let server = |retry_after| ErrorKind::Server { retry_after };
        let pause = |kind| pause_after(&failure(kind).unwrap_err());
        assert_eq!(pause(server(None)), None);
        assert_eq!(pause(server(Some(PAUSE))), Some(PAUSE));
        assert_eq!(
            pause(ErrorKind::RateLimited { retry_after: None }),
            Some(PAUSE)
        );
        assert_eq!(pause(ErrorKind::Forbidden), None);
    }

    proptest! {
        #[test]
        fn whatever_happens_every_server_ends_in_one_place(
            count in 0_usize..30,
            events in prop::collection::vec((0_u8..12, any::<prop::sample::Index>()), 0..120),
        ) {
            let mut run = run(count);
            let mut on_the_way = Vec::new();
            let mut accepted = std::collections::HashSet::new();
            let mut now = 0;
            for (event, index) in events {
                now += 1_000;
                match event {
                    0 => run.cancel(),
                    1 => run.retry(),
                    2..=6 => match run.next(now) {
                        Next::Ask(asked) => {
                            prop_assert!(!on_the_way.contains(&asked) && !accepted.contains(&asked));
                            on_the_way.push(asked);
                        }
                        Next::Wait(until) => prop_assert!(until > now),
                        Next::Nothing => {}
                    },
                    answer if !on_the_way.is_empty() => {
                        let index = on_the_way.swap_remove(index.index(on_the_way.len()));
                        run.settle(index, match answer {
                            7 => too_many(3),
                            8 => failure(ErrorKind::Network),
                            _ => { accepted.insert(index); Ok(()) }
                        }, now);
                    }
                    _ => {}
                }
                prop_assert!(on_the_way.len() <= AT_ONCE);
                let counts = run.counts();
                let sum = counts.waiting + counts.asked + counts.accepted + counts.failed + counts.left_out;
                prop_assert_eq!(sum, counts.total);
                prop_assert_eq!(usize::try_from(counts.asked).unwrap(), on_the_way.len());
                prop_assert_eq!(run.is_over(), counts.waiting + counts.asked == 0);
            }
        }
    }
}
