//! The way through the pages of the list.

use std::time::Duration;

use leptos::prelude::*;

use super::toolbar::PageSize;
use super::{ListPage, address_of};
use crate::browser::{document, presence};
use crate::data::query::{Ahead, ask_ahead};
use crate::data::servers::{Arranged, ListView, ServersQuery};
use crate::format;
use crate::ui::{Pagination, lasting};
use crate::words;

/// For how long a page is looked at before the next one is asked for: whoever looks for a server mostly goes on sooner.
const PATIENCE: Duration = Duration::from_secs(1);

/// The link to the page before, while somebody is at it: whoever has turned back a page is likely to turn back the next one.
const TURNS_BACK: &str = ".pagination__steps > :first-child:is(:hover, :focus)";

/// The way through the pages of the list. The next page is asked for while somebody reads this one, and any page when
/// somebody reaches for its link: it is here by the time they press that.
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
    let ahead = StoredValue::new_local(None::<Ahead>);
    let near = move |is_after: bool| {
        if let Some(view) = untrack(|| if is_after { after() } else { before() }) {
            fetch_ahead(page, ahead, &view);
        }
    };
    let is_here = Memo::new(move |_| !is_older.get() && presence::visible());
    let is_read = lasting(is_here, PATIENCE);
    Effect::new(move || {
        page.view.track();
        is_read.track();
        // It is known whether this page is here once all that follows the view has done so.
        let ask = move || {
            if is_read.try_get_untracked() == Some(true) {
                near(!document::has(TURNS_BACK));
            }
        };
        set_timeout(ask, Duration::ZERO);
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
fn fetch_ahead(page: ListPage, ahead: StoredValue<Option<Ahead>, LocalStorage>, view: &ListView) {
    let query = ServersQuery::of(view);
    let is_here = page
        .view
        .with_untracked(|present| ServersQuery::of(present) == query);
    if !is_here && presence::is_online_now() {
        ahead.set_value(Some(ask_ahead(query)));
    }
}
