//! Search, filters and the choice of the drawing.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::facts::statuses;
use super::{Drawing, ListPage};
use crate::api::server::Status;
use crate::browser::storage;
use crate::data::query::use_query;
use crate::data::servers::{Column, ListView, PAGE_SIZES, ServersQuery, Sort, regions};
use crate::format;
use crate::ui::{Choice, Icon, SearchField, Segments, SelectField};
use crate::words;

/// How long a person pauses before what they typed is searched for.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// The toolbar of the list.
#[component]
pub(super) fn Toolbar(page: ListPage, drawing: RwSignal<Drawing>) -> impl IntoView {
    view! {
        <div class="toolbar" role="search">
            <Search page />
            <StatusFilter page />
            <RegionFilter page />
            <div class="toolbar__end">
                <DrawingChoice drawing />
            </div>
        </div>
    }
}

#[component]
fn Search(page: ListPage) -> impl IntoView {
    let typed = RwSignal::new(page.view.with_untracked(|view| view.search.clone()));
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    // Back, forward and "Clear filters" change the address under the field.
    let in_address = Memo::new(move |_| page.view.with(|view| view.search.clone()));
    Effect::new(move |_| {
        let searched = in_address.get();
        if typed.with_untracked(|typed| typed.trim() != searched) {
            typed.set(searched);
        }
    });
    let search = move || {
        let text = typed.get_untracked().trim().to_owned();
        let (view, replace) = page.view.with_untracked(|view| {
            // Each letter is not a step to go back through, but the first one is.
            (
                view.from_first_page(|view| view.search.clone_from(&text)),
                !view.search.is_empty() && !text.is_empty(),
            )
        });
        if in_address.with_untracked(|searched| *searched != text) {
            page.go.run((view, replace));
        }
    };
    let input = move |text: String| {
        typed.set(text);
        stop();
        timer.set_value(set_timeout_with_handle(search, TYPING_PAUSE).ok());
    };
    view! {
        <SearchField
            label=words::SERVERS_SEARCH
            placeholder=words::SERVERS_SEARCH_HINT
            clear_label=words::COMMON_CLEAR_SEARCH
            value=typed
            on_input=input
        />
    }
}

#[component]
fn StatusFilter(page: ListPage) -> impl IntoView {
    let choices = || {
        let all = Choice::new("", words::SERVERS_ALL_STATUSES.text());
        let each = statuses().map(|(status, word)| Choice::new(status.as_word(), word.text()));
        std::iter::once(all).chain(each).collect::<Vec<_>>()
    };
    let value = move || {
        page.view
            .with(|view| view.status.as_ref().map_or("", Status::as_word).to_owned())
    };
    let change = move |word: String| {
        page.change(|view| view.status = (!word.is_empty()).then(|| Status::from_word(&word)));
    };
    view! {
        <SelectField
            label=words::SERVERS_STATUS
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=change
        />
    }
}

/// The regions are those of the servers seen so far; reaching for the filter looks for more.
#[component]
fn RegionFilter(page: ListPage) -> impl IntoView {
    let wanted = RwSignal::new(false);
    let learned = RwSignal::new(false);
    let any_order = Sort {
        column: Column::Region,
        descending: false,
    };
    let all = ListView {
        sort: Some(any_order),
        ..ListView::default()
    };
    let everything =
        use_query(move || (wanted.get() && !learned.get()).then(|| ServersQuery::of(&all)));
    Effect::new(move || {
        if everything.asked.is_answered() {
            learned.set(true);
        }
    });
    let choices = move || {
        let mut names = regions::known();
        let chosen = page.view.with(|view| view.region.clone());
        if !chosen.is_empty() {
            regions::add(&mut names, chosen);
        }
        let all = Choice::new("", words::SERVERS_ALL_REGIONS.text());
        let each = names
            .into_iter()
            .map(|name| Choice::new(name.clone(), name));
        std::iter::once(all).chain(each).collect::<Vec<_>>()
    };
    view! {
        <div on:focusin=move |_| wanted.set(true) on:pointerenter=move |_| wanted.set(true)>
            <SelectField
                label=words::SERVERS_REGION
                choices=Signal::derive(choices)
                value=Signal::derive(move || page.view.with(|view| view.region.clone()))
                on_change=move |region| page.change(|view| view.region = region)
            />
        </div>
    }
}

#[component]
fn DrawingChoice(drawing: RwSignal<Drawing>) -> impl IntoView {
    let choices = || {
        vec![
            Choice::new(Drawing::Cards.name(), words::SERVERS_GRID.text()).with_icon(Icon::Grid),
            Choice::new(Drawing::Table.name(), words::SERVERS_TABLE.text()).with_icon(Icon::Table),
        ]
    };
    let change = move |name: String| {
        storage::write(storage::SERVERS_VIEW, &name);
        drawing.set(Drawing::from_name(&name));
    };
    view! {
        <Segments
            label=words::SERVERS_VIEW
            choices=Signal::derive(choices)
            value=Signal::derive(move || drawing.get().name().to_owned())
            on_change=change
        />
    }
}

/// How many servers a page has.
#[component]
pub(super) fn PageSize(page: ListPage) -> impl IntoView {
    let choices = || {
        PAGE_SIZES
            .iter()
            .map(|size| Choice::new(size.to_string(), format::number(*size)))
            .collect::<Vec<_>>()
    };
    let change = move |size: String| {
        if let Ok(size) = size.parse() {
            page.change(|view| view.page_size = size);
        }
    };
    view! {
        <SelectField
            label=words::PAGINATION_PAGE_SIZE
            choices=Signal::derive(choices)
            value=Signal::derive(move || page.view.with(|view| view.page_size.to_string()))
            on_change=change
        />
    }
}
