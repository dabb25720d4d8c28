//! The pinned servers in the list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::server::Server;
use crate::data::query::{Handle, use_query};
use crate::data::servers::kept;
use crate::data::servers::pinned::{Found, ServersById, with_pinned};
use crate::data::servers::{Arranged, Gathered};
use crate::pages::servers::ListPage;
use crate::pages::servers::card::card;
use crate::pages::servers::drawn::Drawn;
use crate::pages::servers::each_server::{Part, each_server};
use crate::ui::{Icon, IconView, VisuallyHidden};
use crate::words::{self, t};

/// Has the list begin with the pinned servers. On the first page of the whole list these are all of them: those that the
/// list does not hold are asked for, and the list waits for them once. Elsewhere they are those that stand there anyway.
pub(super) fn put_first(page: ListPage, list: Handle<Gathered>) {
    let pins = Memo::new(|_| kept::mine().pins);
    let is_whole = Memo::new(move |_| page.view.with(|view| view.page == 1 && !view.is_filtered()));
    let missing = Memo::new(move |_| match is_whole.get() {
        true => list
            .read(|list| not_in(&pins.get(), &list.servers))
            .unwrap_or_default(),
        false => Vec::new(),
    });
    let others = use_query(move || {
        let missing = missing.get();
        (!missing.is_empty()).then_some(ServersById(missing))
    });
    forget_gone(others);
    let is_due = move || {
        let has_come = others.asked.is_answered()
            || others.asked.lacking.with(Option::is_some)
            || others.asked.known.with(|known| known.failure.is_some());
        missing.with(Vec::is_empty) || has_come
    };
    let is_shown = StoredValue::new(false);
    let first = move |arranged: Arranged| {
        if !list.asked.is_answered() {
            return arranged;
        }
        let is_due = is_due();
        if !is_due && !is_shown.get_value() {
            return arranged.awaiting();
        }
        is_shown.set_value(true);
        let all = is_whole.get().then(|| {
            let mut all = list.read(|list| list.servers.clone()).unwrap_or_default();
            all.extend(
                others
                    .read(|found| found.servers.clone())
                    .unwrap_or_default(),
            );
            all
        });
        pins.with(|pins| with_pinned(arranged, pins, all.as_deref()))
    };
    page.first.set(Some(Arc::new(move |arranged| {
        match pins.with(Vec::is_empty) {
            true => arranged,
            false => first(arranged),
        }
    })));
    on_cleanup(move || _ = page.first.try_set(None));
}

fn not_in(pins: &[String], servers: &[Server]) -> Vec<String> {
    let is_missing = |id: &&String| !servers.iter().any(|server| server.instance_id == **id);
    pins.iter().filter(is_missing).cloned().collect()
}

/// Unpins what the service no longer knows.
fn forget_gone(others: Handle<Found>) {
    Effect::new(move || {
        let gone = others.read(|found| found.gone.clone()).unwrap_or_default();
        if !gone.is_empty() {
            kept::change(|kept| gone.iter().for_each(|id| kept.pin(id, false)));
        }
    });
}

/// The cards of the pinned servers, over those of the others.
pub fn pinned_cards(arranged: Memo<Arranged>, drawn: Drawn) -> AnyView {
    view! {
        <section class="pinned" aria-label=t(words::PINS_TITLE)>
            <h2 class="list-heading">
                <IconView icon=Icon::Pin />
                {t(words::PINS_TITLE)}
            </h2>
            <div class="servers">
                {each_server(
                    arranged,
                    drawn,
                    Part::Pinned,
                    |arranged, server| card(arranged, server, Some(mark())),
                )}
            </div>
        </section>
        <h2 class="list-heading">{t(words::PINS_OTHERS)}</h2>
    }
    .into_any()
}

/// Says of a server that it is pinned.
pub fn mark() -> AnyView {
    view! {
        <span class="pin-mark">
            <IconView icon=Icon::Pin />
            <VisuallyHidden text=words::PINS_MARK />
        </span>
    }
    .into_any()
}
