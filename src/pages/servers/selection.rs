//! The boxes that select servers.

use leptos::element::Element;
use leptos::ev;
use leptos::prelude::*;
use leptos::template::Instance;

use super::pieces::name_of;
use crate::api::server::Server;
use crate::data::servers::{Arranged, selection};
use crate::words::{self, t};

/// What is filled in each copy.
const TICK: &str = "tick";

/// The box that selects a server, in a template.
pub(super) fn tick() -> View<Element> {
    view! {
        <label class="tick">
            <input type="checkbox" data-slot=TICK />
        </label>
    }
}

/// Keeps the box of a copy up to date. It selects its server; with Shift held down, all between it and the one that was
/// pressed before.
pub(super) fn follow_tick(copy: &mut Instance, arranged: Memo<Arranged>, server: Memo<Server>) {
    let mut tick = copy.slot(TICK);
    let mut whole = copy.whole();
    copy.follow(move || {
        server.with(|server| {
            let is_selected = selection::holds(&server.instance_id);
            tick.attribute("aria-label", words::selection_one(&name_of(server)));
            tick.property("checked", is_selected);
            // A style that looked for the box would be worked out anew for all of it with each change in it.
            whole.attribute("data-selected", is_selected);
        });
    });
    copy.on(TICK, ev::click, move |event| {
        arranged.with_untracked(|arranged| {
            server.with_untracked(|server| {
                selection::press(&arranged.servers, &server.instance_id, event.shift_key());
            });
        });
    });
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
