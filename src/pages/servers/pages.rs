//! The way through the pages of the list.

use leptos::prelude::*;

use super::toolbar::PageSize;
use super::{ListPage, address_of};
use crate::browser::document;
use crate::data::query::{Ahead, ask_ahead};
use crate::data::servers::{Arranged, ListView, ServersQuery};
use crate::format;
use crate::ui::Pagination;
use crate::words;

/// The links to the pages before and after, while somebody is at them.
const REACHED: &str = ".pagination__steps:is(:hover, :focus-within)";

/// The way through the pages of the list. A page is asked for when somebody reaches for its link: mostly it is here by
/// the time they press that, and so are the ones after it.
#[component]
pub(super) fn Pages(
    page: ListPage,
    arranged: Memo<Arranged>,
    /// Whether the page that is wanted is still on its way.
    is_older: Memo<bool>,
) -> impl IntoView {
    let shown = move || page.view.with(|view| view.page);
    let pages = move || arranged.with(|arranged| arranged.pages);
    let at = move |number: u32| {
        page.view.with(|view| ListView {
            page: number,
            ..view.clone()
        })
    };
    let before = move || (shown() > 1).then(|| at((shown() - 1).min(pages())));
    let after = move || (shown() < pages()).then(|| at(shown() + 1));
    let position =
        move || words::pagination_position(&format::number(shown()), &format::number(pages()));
    let ahead = StoredValue::new_local(None::<(ServersQuery, Ahead)>);
    let near = move |is_after: bool| {
        if let Some(view) = untrack(|| if is_after { after() } else { before() }) {
            fetch_ahead(page, ahead, &view);
        }
    };
    // Whoever has turned a page, and is still at the links, is likely to turn the next one.
    Effect::new(move |turned_from: Option<u32>| {
        let now = shown();
        let from = turned_from.unwrap_or(now);
        if is_older.get() {
            return from;
        }
        if now != from && document::has(REACHED) {
            near(now > from);
        }
        now
    });
    view! {
        <Pagination
            label=words::PAGINATION_LABEL
            position=Signal::derive(position)
            previous_label=words::PAGINATION_PREVIOUS
            previous=Signal::derive(move || before().as_ref().map(address_of))
            next_label=words::PAGINATION_NEXT
            next=Signal::derive(move || after().as_ref().map(address_of))
            on_near=Callback::new(near)
        >
            <PageSize page />
        </Pagination>
    }
}

/// Asks for another page of the list, where that takes a request of its own, and takes back what was asked ahead before.
fn fetch_ahead(
    page: ListPage,
    ahead: StoredValue<Option<(ServersQuery, Ahead)>, LocalStorage>,
    view: &ListView,
) {
    let query = ServersQuery::of(view);
    let is_here = page
        .view
        .with_untracked(|present| ServersQuery::of(present) == query);
    let is_asked = ahead.with_value(|ahead| matches!(ahead, Some((asked, _)) if *asked == query));
    if !is_here && !is_asked {
        ahead.set_value(Some((query.clone(), ask_ahead(query))));
    }
}
