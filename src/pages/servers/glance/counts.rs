//! How many servers there are of each status, and in each region. Each bar leads to its servers, and back from them.

use leptos::prelude::*;

use crate::api::server::Status;
use crate::data::actions::ShownStatus;
use crate::data::servers::ListView;
use crate::data::servers::summary::Summary;
use crate::format;
use crate::pages::servers::ListPage;
use crate::pages::servers::facts::{shown_tone, status_text};
use crate::pages::servers::pieces::Fold;
use crate::ui::{Bar, BarChart, Card, Text};
use crate::words::{self, Word, t};

/// How many bars are shown at first.
const FIRST: usize = 5;

/// The statuses, with the colour and the shape that they have in the list.
#[component]
pub(super) fn Statuses(page: ListPage, summary: Memo<Summary>) -> impl IntoView {
    let bars = Signal::derive(move || {
        let statuses = summary.with(|summary| summary.statuses.clone());
        let bars = statuses.into_iter().map(|(status, count)| {
            let current = page.view.with(|view| view.status.as_ref() == Some(&status));
            Bar {
                name: status_text(&status),
                tone: Some(shown_tone(&ShownStatus::Told(status.clone()))),
                href: Some(of_status(page, (!current).then_some(status))),
                current,
                ..counted(count)
            }
        });
        bars.collect()
    });
    view! { <Chart title=words::SERVERS_STATUS bars /> }
}

/// The regions. Servers of which no region is told are counted too, but cannot be picked.
#[component]
pub(super) fn Regions(page: ListPage, summary: Memo<Summary>) -> impl IntoView {
    let bars = Signal::derive(move || {
        let regions = summary.with(|summary| summary.regions.clone());
        let bars = regions.into_iter().map(|(region, count)| {
            let is_told = !region.is_empty();
            let current = is_told && page.view.with(|view| view.region == region);
            let picked = if current {
                String::new()
            } else {
                region.clone()
            };
            Bar {
                name: match is_told {
                    true => region,
                    false => words::GLANCE_NO_REGION.text().to_owned(),
                },
                href: is_told.then(|| of_region(page, picked)),
                current,
                ..counted(count)
            }
        });
        bars.collect()
    });
    view! { <Chart title=words::SERVERS_REGION bars /> }
}

fn counted(count: u32) -> Bar {
    Bar {
        amount: count.into(),
        value: format::number(count),
        spoken: words::servers_count(count),
        ..Bar::default()
    }
}

/// The address of the servers of a status alone: as many as its bar tells, whatever the list shows now.
fn of_status(page: ListPage, status: Option<Status>) -> String {
    page.address(|view| {
        *view = ListView {
            status,
            ..unfiltered(view)
        };
    })
}

/// The address of the servers of a region alone.
fn of_region(page: ListPage, region: String) -> String {
    page.address(|view| {
        *view = ListView {
            region,
            ..unfiltered(view)
        };
    })
}

fn unfiltered(view: &ListView) -> ListView {
    ListView {
        search: String::new(),
        status: None,
        region: String::new(),
        ..view.clone()
    }
}

/// The first bars, and the others on demand.
#[component]
fn Chart(title: Word, bars: Signal<Vec<Bar>>) -> impl IntoView {
    let unfolded = RwSignal::new(false);
    let shown = Signal::derive(move || {
        let count = if unfolded.get() { usize::MAX } else { FIRST };
        bars.get().into_iter().take(count).collect()
    });
    let folded = Signal::derive(move || {
        let count = bars.with(Vec::len);
        u32::try_from(count.saturating_sub(FIRST)).unwrap_or(u32::MAX)
    });
    view! {
        <Card>
            <h2 class="card__title">{t(title)}</h2>
            <BarChart label=Text::from(title) bars=shown />
            <Fold folded unfolded more=words::glance_more />
        </Card>
    }
}
