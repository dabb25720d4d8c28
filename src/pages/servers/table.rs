//! Servers in a table.

use leptos::element::Element;
use leptos::prelude::*;
use leptos::template::Template;

use super::ListPage;
use super::columns;
use super::drawn::Drawn;
use super::each_server::{Part, each_server};
use super::face::{ARTICLE, CREATED, Face, NAME, REGION, face};
use super::pieces::{addresses, expiry};
use super::selection::tick;
use super::views::mark;
use crate::api::server::Server;
use crate::data::servers::{Arranged, Column, Sort};
use crate::pages::actions::server_menu_button;
use crate::ui::{SortDirection, SortHeader, TableFrame, VisuallyHidden, dynamic, status_badge};
use crate::words::{self, Word, t};

/// A row for each server.
#[component]
pub fn Table(page: ListPage, arranged: Memo<Arranged>, drawn: Drawn) -> impl IntoView {
    let has_pinned = Memo::new(move |_| arranged.with(|arranged| arranged.pinned > 0));
    view! {
        <div class="servers-table" data-without=columns::left_out>
        <TableFrame caption=words::SERVERS_TITLE>
            <thead>
                <tr>
                    <th scope="col">
                        <VisuallyHidden text=words::SELECTION_COLUMN />
                    </th>
                    {sort_header(page, Column::Name, words::SERVERS_NAME)}
                    {sort_header(page, Column::Status, words::SERVERS_STATUS)}
                    {sort_header(page, Column::Region, words::SERVERS_REGION)}
                    <th scope="col">{t(words::SERVERS_ADDRESSES)}</th>
                    {sort_header(page, Column::Created, words::SERVERS_CREATED)}
                    {sort_header(page, Column::Expires, words::SERVERS_EXPIRES)}
                    <th scope="col">
                        <VisuallyHidden text=words::ACTION_COLUMN />
                    </th>
                </tr>
            </thead>
            {dynamic(move || has_pinned.get().then(|| view! { <PinnedRows arranged drawn /> }))}
            <tbody>
                {dynamic(move || has_pinned.get().then(|| group(words::PINS_OTHERS)))}
                {each_server(
                    arranged,
                    drawn,
                    Part::Others,
                    |arranged, server| row(arranged, server, None),
                )}
            </tbody>
        </TableFrame>
        </div>
    }
}

/// The rows of the pinned servers.
#[component]
fn PinnedRows(arranged: Memo<Arranged>, drawn: Drawn) -> impl IntoView {
    view! {
        <tbody>
            {group(words::PINS_TITLE)}
            {each_server(
                arranged,
                drawn,
                Part::Pinned,
                |arranged, server| row(arranged, server, Some(mark())),
            )}
        </tbody>
    }
}

/// The head of a group of rows.
fn group(name: Word) -> AnyView {
    view! {
        <tr class="table__group">
            <th scope="rowgroup" colspan="8">
                {t(name)}
            </th>
        </tr>
    }
    .into_any()
}

/// The head of a column: the first press sorts up, the second down, the third gives the service's order back.
fn sort_header(page: ListPage, column: Column, word: Word) -> impl IntoView {
    let sort = move || {
        page.view
            .with(|view| view.sort)
            .filter(|sort| sort.column == column)
    };
    let direction = move || {
        let descending = sort()?.descending;
        Some(if descending {
            SortDirection::Descending
        } else {
            SortDirection::Ascending
        })
    };
    let press = move |()| {
        let next = match untrack(sort) {
            None => Some(Sort {
                column,
                descending: false,
            }),
            Some(Sort {
                descending: false, ..
            }) => Some(Sort {
                column,
                descending: true,
            }),
            Some(Sort {
                descending: true, ..
            }) => None,
        };
        page.change(|view| view.sort = next);
    };
    view! { <SortHeader label=word direction=Signal::derive(direction) on_sort=press /> }
}

thread_local! {
    static ROW: Template = Template::of(markup());
}

fn row(arranged: Memo<Arranged>, server: Memo<Server>, mark: Option<AnyView>) -> Face {
    face(&ROW, arranged, server, mark)
}

fn markup() -> View<Element> {
    view! {
        <tr>
            <td class="table__tick">{tick()}</td>
            <th scope="row" class="server__cell-name">
                <article data-slot=ARTICLE>
                    <a class="server__link" data-slot=NAME></a>
                </article>
            </th>
            <td class="server__cell-status">{status_badge()}</td>
            <td class="server__cell-line" data-slot=REGION></td>
            <td>{addresses()}</td>
            <td class="server__cell-line" data-slot=CREATED></td>
            <td>{expiry()}</td>
            <td class="server__cell-menu">{server_menu_button()}</td>
        </tr>
    }
}
