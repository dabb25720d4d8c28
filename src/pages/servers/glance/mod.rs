//! The servers at a glance: how many of which status and where, and when their plans end.

mod counts;
mod ends;
mod room;

use leptos::{html, prelude::*};

use self::counts::{Regions, Statuses};
use self::ends::Ends;
use super::ListPage;
use crate::browser::clock;
use crate::data::query::{Handle, use_query};
use crate::data::servers::summary::Summary;
use crate::data::servers::{Column, Gathered, ListView, ServersQuery, Sort};
use crate::format;
use crate::pages::page::{Waiting, answered};
use crate::ui::{Button, Icon, IconView, Notice, NoticeTone, dynamic};
use crate::words::{self, t};

/// What the list comes to. It looks at all servers of the project, whatever the list shows of them.
#[component]
pub fn Glance(page: ListPage) -> impl IntoView {
    let further = RwSignal::new(false);
    let all = move || ListView {
        // Any order will do: it has all of them gathered.
        sort: Some(by(Column::Region)),
        everything: further.get(),
        ..ListView::default()
    };
    let handle = use_query(move || Some(ServersQuery::of(&all())));
    let section = NodeRef::new();
    view! {
        <section class="glance" aria-label=t(words::SERVERS_GLANCE) node_ref=section>
            {answered(
                handle.asked,
                words::GLANCE_FAILED_TITLE,
                || view! { <Waiting /> }.into_any(),
                move || view! { <Looked page handle further section /> }.into_any(),
            )}
        </section>
    }
}

/// The smallest first, or what asks for somebody.
fn by(column: Column) -> Sort {
    Sort {
        column,
        descending: false,
    }
}

/// What the servers come to, once they have come.
#[component]
fn Looked(
    page: ListPage,
    handle: Handle<Gathered>,
    further: RwSignal<bool>,
    section: NodeRef<html::Section>,
) -> impl IntoView {
    let summary = Memo::new(move |_| {
        let now = clock::follow();
        let summary = handle.read(|gathered| Summary::of(&gathered.servers, now));
        summary.unwrap_or_default()
    });
    room::remember(section, summary);
    let any = Memo::new(move |_| summary.with(|summary| summary.servers > 0));
    dynamic(move || match any.get() {
        false => view! { <p class="muted">{t(words::SERVERS_EMPTY_TEXT)}</p> }.into_any(),
        true => view! {
            <Part handle further />
            <Needy page summary />
            <div class="glance__charts">
                <Statuses page summary />
                <Regions page summary />
                <Ends page summary />
            </div>
        }
        .into_any(),
    })
}

/// Says that only a part of the servers was looked at, and how to see all.
#[component]
fn Part(handle: Handle<Gathered>, further: RwSignal<bool>) -> impl IntoView {
    let looked = Memo::new(move |_| {
        let looked = |gathered: &Gathered| Some((gathered.looked_through?, gathered.total));
        handle.read(looked).flatten()
    });
    dynamic(move || {
        let (looked, total) = looked.get()?;
        let text = words::servers_looked_through(&format::number(looked), &format::number(total));
        Some(view! {
            <Notice tone=NoticeTone::Info text>
                <Button label=words::SERVERS_LOOK_FURTHER on_press=move |()| further.set(true) />
            </Notice>
        })
    })
}

/// How many servers somebody should look at, and the way to have them first; the same way leads back.
#[component]
fn Needy(page: ListPage, summary: Memo<Summary>) -> impl IntoView {
    let count = Memo::new(move |_| summary.with(|summary| summary.needy));
    let first = by(Column::Attention);
    let are_first = Memo::new(move |_| page.view.with(|view| view.sort == Some(first)));
    let href = move || {
        let sort = (!are_first.get()).then_some(first);
        page.address(|view| view.sort = sort)
    };
    let any = Memo::new(move |_| count.get() > 0);
    dynamic(move || match any.get() {
        false => view! {
            <p class="glance__needy" data-tone="ok">
                <IconView icon=Icon::Check />
                {t(words::GLANCE_NONE_NEEDY)}
            </p>
        }
        .into_any(),
        true => view! {
            <p class="glance__needy" data-tone="danger">
                <IconView icon=Icon::Warning />
                {move || words::glance_needy(count.get())}
                <a href=href aria-current=move || are_first.get().then_some("true")>
                    {t(words::GLANCE_NEEDY_FIRST)}
                </a>
            </p>
        }
        .into_any(),
    })
}
