//! The list where its filter or its page holds nothing.

use leptos::prelude::*;

use super::ListPage;
use crate::data::servers::ListView;
use crate::ui::{Button, EmptyState, Icon};
use crate::words;

/// Says that there is nothing here, and leads to where there may be something.
#[component]
pub fn NoneHere(page: ListPage) -> impl IntoView {
    move || match page.view.with(|view| view.page > 1) {
        true => past_the_end(page),
        false => nothing_found(page),
    }
}

/// The list has become shorter than the page that was asked for.
fn past_the_end(page: ListPage) -> AnyView {
    let first = move |()| {
        let view = ListView {
            page: 1,
            ..page.view.get_untracked()
        };
        page.go.run((view, true));
    };
    view! {
        <EmptyState
            icon=Icon::Server
            title=words::SERVERS_PAGE_GONE_TITLE
            text=words::SERVERS_PAGE_GONE_TEXT
        >
            <Button label=words::SERVERS_FIRST_PAGE on_press=first />
        </EmptyState>
    }
    .into_any()
}

/// No server matches the filter.
fn nothing_found(page: ListPage) -> AnyView {
    let clear = move |()| {
        let ListView {
            page_size, sort, ..
        } = page.view.get_untracked();
        let view = ListView {
            page_size,
            sort,
            ..ListView::default()
        };
        page.go.run((view, false));
    };
    view! {
        <EmptyState
            icon=Icon::Search
            title=words::SERVERS_NOTHING_TITLE
            text=words::SERVERS_NOTHING_TEXT
        >
            <Button label=words::SERVERS_CLEAR_FILTERS on_press=clear />
        </EmptyState>
    }
    .into_any()
}
