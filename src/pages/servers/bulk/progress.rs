//! A run while it is under way, and what came of it.

use std::time::Duration;

use leptos::prelude::*;

use super::names::{folded, group, key};
use super::words_of::run_text;
use crate::api::ApiError;
use crate::browser::clock;
use crate::data::bulk::{self, Counts, Item, Stage};
use crate::format;
use crate::pages::failure;
use crate::ui::{Button, Notice, NoticeTone, Progress, dynamic, each};
use crate::words;

/// Servers that failed alike.
#[derive(Clone, PartialEq)]
struct Failed {
    error: ApiError,
    /// When the first of them failed, in milliseconds since 1970.
    at: i64,
    keys: Vec<String>,
}

/// What the dialog shows of a run.
pub(super) fn progress(is_open: RwSignal<bool>) -> AnyView {
    let counts = Memo::new(|_| bulk::read(|run| run.counts()).unwrap_or_default());
    view! {
        <div class="bulk">
            {bar(counts)} {pause()} {failures(counts)} {under_way()}
            {stage(counts, |counts| counts.accepted, words::bulk_accepted, |stage| *stage == Stage::Accepted)}
            {stage(counts, |counts| counts.waiting, words::bulk_waiting, |stage| *stage == Stage::Waiting)}
            {stage(counts, |counts| counts.left_out, words::bulk_left_out, |stage| *stage == Stage::LeftOut)}
        </div>
        <p class="visually-hidden" role="status">
            {ending}
        </p>
        {actions(counts, is_open)}
    }
    .into_any()
}

/// How it ended, once it has: the title, which says it too, is not spoken when it changes.
fn ending() -> Option<String> {
    bulk::read(|run| run.is_over().then(|| run_text(run))).flatten()
}

/// How much of it is done.
fn bar(counts: Memo<Counts>) -> AnyView {
    let hundredths = Signal::derive(move || {
        let counts = counts.get();
        let done = u64::from(counts.total - counts.waiting - counts.asked);
        u8::try_from(done * 100 / u64::from(counts.total.max(1))).ok()
    });
    view! { <Progress label=words::BULK_BAR done=hundredths /> }.into_any()
}

/// Says that the service has asked to wait, and for how long.
fn pause() -> AnyView {
    let until = Memo::new(|_| bulk::read(|run| run.resumes_at()).flatten());
    let is_waiting = Memo::new(move |_| until.get().is_some());
    Effect::new(move || {
        if is_waiting.get()
            && let Ok(clock) = set_interval_with_handle(clock::set, Duration::from_secs(1))
        {
            on_cleanup(move || clock.clear());
        }
    });
    let text = move || {
        let time = until.get().map(format::relative);
        words::bulk_pause(&time.unwrap_or_default())
    };
    let notice = move || {
        view! { <Notice tone=NoticeTone::Info role="status" text=Signal::derive(text) /> }
    };
    dynamic(move || is_waiting.get().then(notice)).into_any()
}

/// What failed, by the reason.
fn failures(counts: Memo<Counts>) -> AnyView {
    let failed = Memo::new(|_| bulk::read(|run| by_reason(run.items())).unwrap_or_default());
    let reasons = move || {
        let count = failed.with(Vec::len);
        (0..count).map(|index| index.to_string()).collect()
    };
    let reason = move |index: String| {
        let index: usize = index.parse().unwrap_or_default();
        let of_group = move |read: fn(&Failed) -> String| {
            failed.with(|failed| failed.get(index).map(read).unwrap_or_default())
        };
        let text = move || of_group(|group| failure::told(&group.error, group.at));
        let keys = move || {
            failed.with(|failed| {
                failed
                    .get(index)
                    .map(|group| group.keys.clone())
                    .unwrap_or_default()
            })
        };
        group(Signal::derive(text), Signal::derive(keys))
    };
    let is_any = Memo::new(move |_| counts.with(|counts| counts.failed > 0));
    let title = move || counts.with(|counts| words::bulk_failed(&format::number(counts.failed)));
    let section = move || {
        view! {
            <section class="bulk__group bulk__group--failed">
                <h3>{title}</h3>
                <ul class="bulk__reasons">{each(reasons, reason)}</ul>
            </section>
        }
    };
    dynamic(move || is_any.get().then(section)).into_any()
}

fn by_reason(items: &[Item]) -> Vec<Failed> {
    let mut groups: Vec<Failed> = Vec::new();
    for item in items {
        let Stage::Failed(error, at) = &item.stage else {
            continue;
        };
        let key = key(&item.server);
        match groups
            .iter_mut()
            .find(|group| group.error.says_the_same(error))
        {
            Some(group) => group.keys.push(key),
            None => groups.push(Failed {
                error: error.clone(),
                at: *at,
                keys: vec![key],
            }),
        }
    }
    groups
}

/// The servers of a stage.
fn keys_of(is_of_stage: fn(&Stage) -> bool) -> Vec<String> {
    let keys = bulk::read(|run| {
        let items = run.items().iter();
        items
            .filter(|item| is_of_stage(&item.stage))
            .map(|item| key(&item.server))
            .collect()
    });
    keys.unwrap_or_default()
}

/// The servers whose requests are on their way.
fn under_way() -> AnyView {
    let keys = Memo::new(|_| keys_of(|stage| *stage == Stage::Asked));
    let name = |key: String| {
        let name = key.split_once('\n').map_or("", |(_, name)| name);
        view! { <li>{name.to_owned()}</li> }.into_any()
    };
    view! { <ul class="names bulk__asked">{each(move || keys.get(), name)}</ul> }.into_any()
}

/// How many servers are at a stage, and which.
fn stage(
    counts: Memo<Counts>,
    count: fn(&Counts) -> u32,
    text: fn(&str) -> String,
    is_of_stage: fn(&Stage) -> bool,
) -> AnyView {
    let count = Memo::new(move |_| counts.with(count));
    let is_any = Memo::new(move |_| count.get() > 0);
    let title = Signal::derive(move || text(&format::number(count.get())));
    let keys = Signal::derive(move || keys_of(is_of_stage));
    dynamic(move || is_any.get().then(|| folded(title, keys))).into_any()
}

/// What can be done about a run: cancel it, try failures again, leave it.
fn actions(counts: Memo<Counts>, is_open: RwSignal<bool>) -> AnyView {
    let is_under_way = Memo::new(|_| bulk::is_under_way());
    let waiting = Memo::new(move |_| counts.with(|counts| counts.waiting > 0));
    let failed = Memo::new(move |_| counts.with(|counts| counts.failed));
    let retry_label = Signal::derive(move || words::bulk_retry(&format::number(failed.get())));
    let end_label = Signal::derive(move || {
        let word = match is_under_way.get() {
            true => words::BULK_HIDE,
            false => words::BULK_CLOSE,
        };
        word.text().to_owned()
    });
    let offer = move || match (is_under_way.get(), waiting.get(), failed.get() > 0) {
        (true, true, _) => {
            view! { <Button label=words::BULK_CANCEL on_press=|()| bulk::cancel() /> }.into_any()
        }
        (false, _, true) => {
            view! { <Button label=retry_label on_press=|()| bulk::retry() /> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <div class="dialog__actions">
            {dynamic(offer)}
            <span class="bulk__end">
                <Button label=end_label on_press=move |()| is_open.set(false) />
            </span>
        </div>
    }
    .into_any()
}
