//! One thing that was done.

use chrono::DateTime;
use leptos::prelude::*;

use crate::data::actions::Action;
use crate::data::history::{self, Deed, Entry, State};
use crate::format;
use crate::pages::actions::sentences::name_of_action;
use crate::pages::failure;
use crate::pages::servers::pieces::name_or_unnamed;
use crate::pages::servers::run_counts;
use crate::paths;
use crate::ui::{Item, StatusBadge, Tone, dynamic};
use crate::words::{self, Word, t};

/// What was done to which server, when, and how it ended.
pub(super) fn entry(id: u32) -> AnyView {
    let first = untrack(|| history::entry(id));
    let Some(first) = first else {
        return ().into_any();
    };
    let kept = first.clone();
    let now = Memo::new(move |_| history::entry(id).unwrap_or_else(|| kept.clone()));
    let ending = Memo::new(move |_| now.with(|entry| ending_of(&entry.state)));
    let title = view! {
        <span>{t(name_of_action(action_of(&first.deed)))}</span>
        {servers_of(&first.deed)}
        <StatusBadge
            tone=Signal::derive(move || ending.get().0)
            word=Signal::derive(move || ending.get().1.text().to_owned())
        />
    };
    let told = move || now.with(told);
    let more = view! {
        {time(first.began_at)}
        {dynamic(move || told().map(|told| view! { <span>{told}</span> }))}
    };
    view! { <Item title=title.into_any() more=more.into_any() actions=().into_any() /> }.into_any()
}

const fn ending_of(state: &State) -> (Tone, Word) {
    match state {
        State::UnderWay => (Tone::Busy, words::HISTORY_UNDER_WAY),
        State::Done => (Tone::Ok, words::HISTORY_DONE),
        State::Failed => (Tone::Danger, words::HISTORY_FAILED),
        State::TakesTooLong => (Tone::Warning, words::HISTORY_TOO_LONG),
        State::Refused(..) => (Tone::Danger, words::HISTORY_REFUSED),
    }
}

fn action_of(deed: &Deed) -> Action {
    match deed {
        Deed::One { action, .. } => *action,
        Deed::Many { action, .. } => (*action).into(),
    }
}

/// The server, a link to its page; of many, how many.
fn servers_of(deed: &Deed) -> AnyView {
    match deed {
        Deed::One {
            instance_id, name, ..
        } => {
            let (href, name) = (paths::server(instance_id), name.clone());
            view! { <a href=href>{move || name_or_unnamed(&name)}</a> }.into_any()
        }
        Deed::Many { counts, .. } => {
            let total = counts.total;
            view! { <span>{move || words::servers_count(total)}</span> }.into_any()
        }
    }
}

/// What more there is to tell: why it failed, what the server is called now, how many servers of many came how far.
fn told(entry: &Entry) -> Option<String> {
    match (&entry.deed, &entry.state) {
        (_, State::Refused(error, at)) => Some(failure::sentence(error, *at)),
        (Deed::Many { counts, .. }, _) => Some(run_counts(*counts)).filter(|text| !text.is_empty()),
        (Deed::One { .. }, State::Failed) => Some(words::HISTORY_FAILED_TEXT.text().to_owned()),
        (Deed::One { new_name, .. }, _) if !new_name.is_empty() => {
            Some(words::history_new_name(new_name))
        }
        _ => None,
    }
}

fn time(milliseconds: i64) -> AnyView {
    let exactly = DateTime::from_timestamp_millis(milliseconds).map(|time| time.fixed_offset());
    let datetime = exactly.as_ref().map(format::machine_readable);
    view! {
        <time datetime=datetime title=move || exactly.as_ref().map(format::date_time)>
            {move || format::relative(milliseconds)}
        </time>
    }
    .into_any()
}
