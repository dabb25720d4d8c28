//! Each test has servers of its own, and the signals to itself: both are the whole page's, which has one thread.

use std::slice::from_ref;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::super::mark::Report;
use super::super::outcome::{Ending, Outcome, take_outcomes};
use super::super::shown::{ShownStatus, present_status, shown_status};
use super::super::table::Action;
use super::*;
use crate::api::server::Status;

fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn server(id: &str, status: Status) -> Server {
    Server {
        status,
        name: ["name of ", id].concat(),
        ..Server::bare(id)
    }
}

fn task(action: Action, report: Report) -> Task {
    Task {
        action,
        new_name: String::new(),
        patience: Duration::from_secs(300),
        report,
    }
}

fn begun(server: &Server, action: Action, report: Report) -> Key {
    begin(server, task(action, report), 1_000).unwrap()
}

fn outcomes_of(server: &Server) -> Vec<Outcome> {
    let outcomes = take_outcomes().into_iter();
    outcomes
        .filter(|outcome| outcome.name == server.name)
        .collect()
}

#[test]
fn an_action_shows_at_once_and_happens_once() {
    let _alone = alone();
    let off = server("once", Status::Shutoff);
    assert_eq!(shown_status(&off), ShownStatus::Told(Status::Shutoff));
    begun(&off, Action::Start, Report::Quiet);
    assert!(begin(&off, task(Action::Start, Report::Quiet), 1_001).is_none());
    assert_eq!(shown_status(&off), ShownStatus::Starting);
    let underway = underway("once").unwrap();
    assert_eq!((underway.action, underway.since), (Action::Start, 1_000));
    assert_eq!(underway.before, Status::Shutoff);
    assert!(is_awaited(&[server("another", Status::Active), off]));
}

#[test]
fn the_service_s_own_word_for_what_goes_on_is_shown() {
    let _alone = alone();
    let running = server("own-word", Status::Active);
    begun(&running, Action::Reboot, Report::Quiet);
    assert_eq!(shown_status(&running), ShownStatus::Told(Status::Reboot));
    let hard = server("own-word", Status::HardReboot);
    assert_eq!(shown_status(&hard), ShownStatus::Told(Status::HardReboot));
}

#[test]
fn a_refusal_puts_everything_back_and_pages_look_again() {
    let _alone = alone();
    let running = server("refused", Status::Active);
    let key = begun(&running, Action::Stop, Report::Quiet);
    put_back(&key, 2_000);
    assert_eq!(underway("refused"), None);
    assert_eq!(shown_status(&running), ShownStatus::Told(Status::Active));
    seen(from_ref(&running), 1_999, Source::Page);
    assert!(is_awaited(from_ref(&running)));
    seen(from_ref(&running), 2_000, Source::Page);
    assert!(!is_awaited(from_ref(&running)));
    assert!(begin(&running, task(Action::Stop, Report::Quiet), 3_000).is_some());
}

#[test]
fn an_answer_to_a_question_from_before_says_nothing() {
    let _alone = alone();
    let off = server("before", Status::Shutoff);
    let on = server("before", Status::Active);
    let key = begun(&off, Action::Start, Report::Quiet);
    seen(from_ref(&on), 1_500, Source::Page);
    accept(&key, 2_000);
    seen(from_ref(&on), 1_999, Source::Page);
    assert!(underway("before").is_some());
    seen(from_ref(&on), 2_000, Source::Page);
    assert_eq!(underway("before"), None);
}

#[test]
fn what_the_watcher_sees_is_shown_until_the_page_sees_it() {
    let _alone = alone();
    let off = server("watched", Status::Shutoff);
    let on = server("watched", Status::Active);
    let key = begun(&off, Action::Start, Report::Loud);
    accept(&key, 2_000);
    seen(from_ref(&on), 6_000, Source::Watcher);
    assert_eq!(underway("watched"), None);
    assert_eq!(present_status(&off), Status::Active);
    let expected = Outcome {
        action: Action::Start,
        instance_id: on.instance_id.clone(),
        name: on.name.clone(),
        ending: Ending::Arrived,
    };
    assert_eq!(outcomes_of(&on), [expected]);
    seen(from_ref(&on), 7_000, Source::Page);
    assert_eq!(present_status(&off), Status::Shutoff);
    assert_eq!(outcomes_of(&on), []);
}

#[test]
fn an_end_that_is_seen_after_a_long_sleep_is_no_news() {
    let _alone = alone();
    const DAY: i64 = 24 * 60 * 60 * 1_000;
    let off = server("asleep", Status::Shutoff);
    let key = begun(&off, Action::Start, Report::Loud);
    accept(&key, 2_000);
    seen(from_ref(&off), DAY, Source::Page);
    assert_eq!(underway("asleep"), None);
    assert_eq!(outcomes_of(&off), []);
}

#[test]
fn the_watcher_asks_for_those_that_wait_longest() {
    let _alone = alone();
    let key_of = |id: &str, seen_at: i64| {
        let key = begin(
            &server(id, Status::Shutoff),
            task(Action::Start, Report::Quiet),
            -100_000,
        );
        let key = key.unwrap();
        accept(&key, -100_000);
        seen(&[server(id, Status::Shutoff)], seen_at, Source::Page);
        key
    };
    let (late, early) = (key_of("late", -60_000), key_of("early", -70_000));
    let is = |keys: &[Key], wanted: &[&Key]| keys.iter().eq(wanted.iter().copied());
    assert!(is(&due(-62_000, 4_000, 4, false), &[&early]));
    assert!(is(&due(-56_000, 4_000, 4, false), &[&late]));
    assert!(due(-50_000, 4_000, 4, false).is_empty());
    answered(&early, -49_000);
    assert!(is(&due(-45_000, 4_000, 4, false), &[&early]));
}

#[test]
fn while_nobody_looks_only_what_is_told_is_asked_for_and_not_for_ever() {
    let _alone = alone();
    const MINUTE: i64 = 60_000;
    const BEGUN: i64 = -9_000_000;
    let mut keys = Vec::new();
    for (id, report) in [("told", Report::Loud), ("untold", Report::Quiet)] {
        let off = server(id, Status::Shutoff);
        let key = begin(&off, task(Action::Start, report), BEGUN).unwrap();
        accept(&key, BEGUN);
        keys.push(key);
    }
    assert!(due(BEGUN + 10_000, 10_000, 4, true).iter().eq([&keys[0]]));
    answered(&keys[0], BEGUN + 11_000);
    assert!(due(BEGUN + 6 * MINUTE + 1, 10_000, 4, true).is_empty());
    assert_eq!(due(BEGUN + 7 * MINUTE, 10_000, 4, false).len(), 2);
}

/// What has been told, in words.
fn hear(news: &News<'_>) {
    let told = match news {
        News::Seen { servers, .. } => ["seen ", &servers[0].instance_id].concat(),
        News::Begun { new_name, .. } => ["begun ", new_name].concat(),
        News::Ended { is_told, .. } => format!("ended {is_told}"),
        News::Refused { .. } | News::ConsoleOpened(_) => String::new(),
    };
    TOLD.with_borrow_mut(|all| all.push(told));
}

thread_local! {
    static TOLD: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

#[test]
fn whoever_listens_hears_all_that_happens() {
    let _alone = alone();
    news::listen(Some(hear));
    let old = server("heard", Status::Active);
    let new = Server {
        name: "new".to_owned(),
        ..old.clone()
    };
    let rename = Task {
        new_name: "new".to_owned(),
        ..task(Action::Rename, Report::Quiet)
    };
    let key = begin(&old, rename, 1_000).unwrap();
    assert!(is_marked("heard"));
    accept(&key, 2_000);
    seen(from_ref(&new), 3_000, Source::Page);
    news::listen(None);
    seen(from_ref(&new), 4_000, Source::Page);
    assert!(!is_marked("heard"));
    let told = TOLD.with_borrow(|told| told.join(", "));
    assert_eq!(told, "begun new, seen heard, ended false");
}
