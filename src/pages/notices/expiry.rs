//! Servers whose plans end soon: told once a day, of those that the list shows anyway.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::server::Server;
use crate::browser::{address, clock, document, presence, storage};
use crate::data::notices::personal;
use crate::data::servers::{Column, ListView, Sort};
use crate::format;
use crate::pages::servers::facts::Nearness;
use crate::pages::servers::pieces::name_of;
use crate::paths::{self, Page};
use crate::ui::ToastTone;
use crate::words;

/// How long an answer may take until the page shows it: a phone draws a long page in steps.
const SHOWN: Duration = Duration::from_secs(1);

/// Tells of those that end soon, once the page shows them: another page of the list is asked for before anybody turns to it.
pub(super) fn look_at(servers: &[Server]) {
    if was_told() {
        return;
    }
    let now = clock::now();
    let is_near = |server: &&Server| {
        server
            .expired
            .is_some_and(|end| is_near(end.timestamp_millis(), now))
    };
    let ending: Vec<Server> = servers.iter().filter(is_near).cloned().collect();
    if !ending.is_empty() {
        set_timeout(move || tell(&ending), SHOWN);
    }
}

/// Tells of those of `ending` that are on the page, unless this person has been told today, in whatever tab.
fn tell(ending: &[Server]) {
    let is_list_seen =
        presence::is_visible_now() && Page::at(&untrack(address::path)) == Page::Servers;
    if !is_list_seen || was_told() {
        return;
    }
    let ending: Vec<&Server> = ending.iter().filter(|server| is_shown(server)).collect();
    let [first, others @ ..] = ending.as_slice() else {
        return;
    };
    personal::write(storage::EXPIRY_TOLD, &clock::today());
    let end = first.expired.map(|end| end.timestamp_millis());
    let (text, label, address) = match (others, end) {
        ([], Some(end)) => (
            words::notice_expires(&name_of(first), &format::relative(end)),
            words::NOTICE_SHOW_SERVER,
            paths::server(&first.instance_id),
        ),
        _ => (
            words::notice_expire_many(u32::try_from(ending.len()).unwrap_or(u32::MAX)),
            words::NOTICE_SHOW_BY_EXPIRY,
            by_expiry(),
        ),
    };
    super::passed::push(ToastTone::Warning, text, label.text(), address);
}

/// Whether this person has been told today. A clock that has been put back tells nothing twice.
fn was_told() -> bool {
    personal::read(storage::EXPIRY_TOLD).is_some_and(|day| day >= clock::today())
}

/// Whether the page leads to the server.
fn is_shown(server: &Server) -> bool {
    document::has(&format!(
        "main a[href=\"{}\"]",
        paths::server(&server.instance_id)
    ))
}

/// Whether a plan with this end is warned of at `now`, as the cards warn: within a week.
fn is_near(end: i64, now: i64) -> bool {
    matches!(Nearness::of(end, now), Nearness::Days | Nearness::Hours)
}

/// The list, those first that end first.
fn by_expiry() -> String {
    let sort = Some(Sort {
        column: Column::Expires,
        descending: false,
    });
    let view = ListView {
        sort,
        ..ListView::default()
    };
    view.address()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_within_a_week_is_told_and_what_has_ended_is_not() {
        const DAY: i64 = 86_400_000;
        let near = |days: i64| is_near(days * DAY, 0);
        assert_eq!(
            [near(-1), near(0), near(1), near(7), near(8)],
            [false, false, true, true, false]
        );
    }

    #[test]
    fn those_that_end_first_come_first() {
        assert_eq!(by_expiry(), "/servers?sort=expires");
    }
}
