//! Servers in a table.

use leptos::prelude::*;

use super::ListPage;
use super::card::each_server;
use super::drawn::Drawn;
use super::pieces::{Addresses, Expiry, StatusOf, Texts};
use super::selection::select_one;
use crate::api::server::Server;
use crate::data::servers::{Arranged, Column, Sort};
use crate::pages::actions::ServerMenu;
use crate::ui::{SortDirection, SortHeader, TableFrame, VisuallyHidden};
use crate::words::{self, Word, t};

/// A row for each server.
#[component]
pub fn Table(page: ListPage, arranged: Memo<Arranged>, drawn: Drawn) -> impl IntoView {
    view! {
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
            <tbody>
                {each_server(
                    arranged,
                    drawn,
                    |arranged, server| view! { <Row arranged server /> }.into_any(),
                )}
            </tbody>
        </TableFrame>
    }
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

#[component]
fn Row(arranged: Memo<Arranged>, server: Memo<Server>) -> impl IntoView {
    let Texts {
        name,
        href,
        region,
        created,
    } = Texts::of(server);
    view! {
        <tr>
            <td class="table__tick">{select_one(arranged, server)}</td>
            <th scope="row" class="server__cell-name">
                <article aria-label=name>
                    <a class="server__link" href=href>
                        {name}
                    </a>
                </article>
            </th>
            <td>
                <StatusOf server />
            </td>
            <td class="server__cell-line">{region}</td>
            <td>
                <Addresses server />
            </td>
            <td class="server__cell-line">{created}</td>
            <td>
                <Expiry server />
            </td>
            <td class="server__cell-menu">
                <ServerMenu server />
            </td>
        </tr>
    }
}
