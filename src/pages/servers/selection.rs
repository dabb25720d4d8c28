//! The boxes that select servers.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::pieces::name_of;
use crate::api::server::Server;
use crate::data::servers::{Arranged, selection};
use crate::words::{self, t};

/// The box that selects a server; with Shift held down, all between it and the one that was pressed before.
pub(super) fn select_one(arranged: Memo<Arranged>, server: Memo<Server>) -> AnyView {
    let press = move |event: MouseEvent| {
        arranged.with_untracked(|arranged| {
            server.with_untracked(|server| {
                selection::press(&arranged.servers, &server.instance_id, event.shift_key());
            });
        });
    };
    view! {
        <label class="tick">
            <input
                type="checkbox"
                aria-label=move || server.with(|server| words::selection_one(&name_of(server)))
                prop:checked=move || server.with(|server| selection::holds(&server.instance_id))
                on:click=press
            />
        </label>
    }
    .into_any()
}

/// The box that selects all servers of the page.
pub(super) fn select_page(arranged: Memo<Arranged>) -> AnyView {
    let size = move || arranged.with(|arranged| arranged.servers.len());
    let selected = Memo::new(move |_| {
        arranged.with(|arranged| {
            let servers = arranged.servers.iter();
            servers
                .filter(|server| selection::holds(&server.instance_id))
                .count()
        })
    });
    let is_empty = move || size() == 0;
    let all = move || !is_empty() && selected.get() == size();
    let some = move || selected.get() > 0 && !all();
    let press = move |_| {
        let wanted = !untrack(all);
        arranged.with_untracked(|arranged| selection::set(&arranged.servers, wanted));
    };
    view! {
        <label class="tick tick--page">
            <input
                type="checkbox"
                disabled=is_empty
                prop:checked=all
                prop:indeterminate=some
                on:click=press
            />
            <span>{t(words::SELECTION_PAGE)}</span>
        </label>
    }
    .into_any()
}
