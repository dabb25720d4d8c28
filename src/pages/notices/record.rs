//! Keeps the history: what is begun, and how it ends.

use leptos::prelude::*;

use super::device;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::browser::clock;
use crate::data::actions::news::News;
use crate::data::actions::{Action, Begun, Ending, Report};
use crate::data::bulk::{self, Counts};
use crate::data::history::{self, Deed, State};
use crate::pages::servers::run_outcome;
use crate::paths;
use crate::words;

/// A run that is followed.
#[derive(Clone, Copy)]
struct Followed {
    number: u32,
    /// The id of its entry.
    id: u32,
    is_over: bool,
}

/// Follows the runs.
pub(super) fn begin() {
    Effect::new(|before: Option<Option<Followed>>| {
        let run = bulk::read(|run| (run.action(), run.counts(), run.is_over()));
        follow(before.flatten(), bulk::number().zip(run))
    });
}

fn follow(
    before: Option<Followed>,
    run: Option<(u32, (PowerAction, Counts, bool))>,
) -> Option<Followed> {
    let Some((number, (action, counts, is_over))) = run else {
        if let Some(before) = before.filter(|before| !before.is_over) {
            end_well(before.id);
        }
        return None;
    };
    let known = before.filter(|before| before.number == number);
    let state = state_of(counts, is_over);
    let id = match known {
        Some(known) => {
            history::follow(known.id, counts, state);
            known.id
        }
        None => history::add(Deed::Many { action, counts }, clock::now(), state),
    };
    if is_over && known.is_some_and(|known| !known.is_over) {
        tell(action, counts);
    }
    Some(Followed {
        number,
        id,
        is_over,
    })
}

/// A run that ends well while somebody looks at it is forgotten at once: all of it was accepted.
fn end_well(id: u32) {
    let deed = untrack(|| history::entry(id)).map(|entry| entry.deed);
    if let Some(Deed::Many { action, counts }) = deed {
        let counts = Counts {
            total: counts.total,
            accepted: counts.total,
            ..Counts::default()
        };
        history::follow(id, counts, State::Done);
        tell(action, counts);
    }
}

/// Has the device tell how a run ended.
fn tell(action: PowerAction, counts: Counts) {
    untrack(|| {
        let title = words::servers_count(counts.total);
        let text = run_outcome(action, counts);
        device::show(title, &text, &paths::SERVERS.address());
    });
}

fn state_of(counts: Counts, is_over: bool) -> State {
    match (is_over, counts.failed) {
        (false, _) => State::UnderWay,
        (true, 0) => State::Done,
        (true, _) => State::Failed,
    }
}

/// Records what the news say.
pub(super) fn hear(news: &News<'_>) {
    match news {
        News::Begun {
            server,
            action,
            new_name,
            report: Report::Loud,
        } => {
            let deed = deed(server, *action, new_name);
            history::add(deed, clock::now(), State::UnderWay);
        }
        News::Refused {
            instance_id,
            failure,
        } => {
            let state = State::Refused((*failure).clone(), clock::now());
            history::end(instance_id, state);
        }
        News::Ended { outcome, .. } => {
            let state = match outcome.ending {
                Ending::Arrived => State::Done,
                Ending::Failed => State::Failed,
                Ending::TakesTooLong => State::TakesTooLong,
            };
            history::end(&outcome.instance_id, state);
        }
        News::ConsoleOpened(server) => {
            let deed = deed(server, Action::OpenConsole, "");
            history::add(deed, clock::now(), State::Done);
        }
        News::Seen { .. } | News::Begun { .. } => {}
    }
}

/// Records what was begun before anybody listened, at a `server` as the page knows it.
pub(super) fn catch_up(begun: &Begun, server: Option<&Server>) {
    if let (Report::Loud, Some(server)) = (begun.report, server) {
        let deed = deed(server, begun.action, &begun.new_name);
        history::add(deed, begun.since, State::UnderWay);
    }
}

fn deed(server: &Server, action: Action, new_name: &str) -> Deed {
    Deed::One {
        action,
        instance_id: server.instance_id.clone(),
        name: server.name.clone(),
        new_name: new_name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_has_failed_when_any_of_it_has() {
        let counts = |failed| Counts {
            total: 3,
            accepted: 3 - failed,
            failed,
            ..Counts::default()
        };
        assert_eq!(state_of(counts(1), false), State::UnderWay);
        assert_eq!(state_of(counts(0), true), State::Done);
        assert_eq!(state_of(counts(1), true), State::Failed);
    }
}
