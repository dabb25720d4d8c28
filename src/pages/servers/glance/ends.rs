//! When the plans end over the days ahead, and which end first.

use chrono::{DateTime, TimeDelta};
use leptos::prelude::*;

use super::by;
use crate::browser::clock;
use crate::data::servers::Column;
use crate::data::servers::summary::{DAYS_AHEAD, DAYS_OF_A_PART, Summary};
use crate::format;
use crate::pages::servers::ListPage;
use crate::pages::servers::pieces::{Expiry, Texts};
use crate::ui::{Card, Slot, Timeline, Tone, dynamic, each};
use crate::words::{self, t};

/// A column for each week, what has ended already, and the way to what ends first.
#[component]
pub(super) fn Ends(page: ListPage, summary: Memo<Summary>) -> impl IntoView {
    let any = Memo::new(move |_| summary.with(|summary| !summary.next.is_empty()));
    let ended = Memo::new(move |_| summary.with(|summary| summary.ended));
    let href = move || page.address(|view| view.sort = Some(by(Column::Expires)));
    view! {
        <Card>
            <h2 class="card__title">{t(words::GLANCE_ENDS)}</h2>
            {dynamic(move || match any.get() {
                true => view! { <Ahead summary /> }.into_any(),
                false => view! { <p class="muted">{t(words::GLANCE_NO_ENDS)}</p> }.into_any(),
            })}
            {dynamic(move || {
                (ended.get() > 0).then(|| view! {
                    <p class="glance__ended">{words::glance_ended(ended.get())}</p>
                })
            })}
            <p class="glance__all"><a href=href>{t(words::GLANCE_BY_EXPIRY)}</a></p>
        </Card>
    }
}

/// The columns, and the servers whose plans end first.
#[component]
fn Ahead(summary: Memo<Summary>) -> impl IntoView {
    let ends = Memo::new(move |_| summary.with(|summary| summary.ends));
    let slots = Signal::derive(move || {
        let slots = ends.get().into_iter().enumerate();
        slots.map(|(part, count)| slot(part, count)).collect()
    });
    let marks = Signal::derive(|| {
        let ends = [30, 60, 90].map(words::time_days);
        std::iter::once(words::GLANCE_TODAY.text().to_owned())
            .chain(ends)
            .collect()
    });
    let ids = move || {
        summary.with(|summary| {
            let next = summary.next.iter();
            next.map(|server| server.instance_id.clone()).collect()
        })
    };
    view! {
        <Timeline label=words::GLANCE_ENDS slots marks />
        <ul class="glance__next" role="list">
            {each(ids, move |id| view! { <Next summary id /> }.into_any())}
        </ul>
    }
}

/// A week: its days, how many plans end in it, and how near it is.
fn slot(part: usize, count: u32) -> Slot {
    let first = i64::try_from(part).unwrap_or_default() * DAYS_OF_A_PART;
    let last = (first + DAYS_OF_A_PART).min(DAYS_AHEAD);
    let [from, to] = [first, last].map(|days| {
        let day = DateTime::from_timestamp_millis(clock::now())
            .and_then(|now| now.checked_add_signed(TimeDelta::days(days)));
        day.map(|day| format::date(&day.fixed_offset()))
            .unwrap_or_default()
    });
    Slot {
        amount: count.into(),
        value: format::number(count),
        tone: match first {
            0 => Some(Tone::Danger),
            7..30 => Some(Tone::Warning),
            _ => None,
        },
        spoken: words::glance_slot(&from, &to, &words::servers_count(count)),
    }
}

/// A server whose plan ends soon.
#[component]
fn Next(summary: Memo<Summary>, id: String) -> impl IntoView {
    let at = move |summary: &Summary| {
        let mut next = summary.next.iter();
        next.find(|server| server.instance_id == id).cloned()
    };
    let Some(first) = summary.with_untracked(&at) else {
        return ().into_any();
    };
    let server = Memo::new(move |_| summary.with(&at).unwrap_or_else(|| first.clone()));
    let Texts { name, href, .. } = Texts::of(server);
    view! {
        <li>
            <a href=href>{name}</a>
            <Expiry server />
        </li>
    }
    .into_any()
}
