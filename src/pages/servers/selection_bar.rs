//! What can be done with the servers that are selected.

use leptos::prelude::*;

use super::ListPage;
use super::bulk::{self, Bulk};
use super::export_menu::export_menu;
use super::gathering::{Gathered, Gathering};
use crate::api::ApiError;
use crate::api::server::Server;
use crate::browser::{clock, document};
use crate::data::servers::{Arranged, selection};
use crate::format;
use crate::pages::failure;
use crate::ui::{
    Announcer, Button, ButtonKind, Icon, IconButton, ToastTone, Toasts, dynamic, mark_root,
};
use crate::words;

/// The bar at the foot of the window, there while servers are selected.
pub fn selection_bar(page: ListPage, arranged: Memo<Arranged>) -> AnyView {
    let count = Memo::new(|_| selection::count());
    let is_any = Memo::new(move |_| count.get() > 0);
    let bulk = Bulk::new();
    announce(count);
    mark_root("data-selection");
    let clear = |()| {
        selection::clear();
        // The bar goes, and with it the button that had the focus.
        document::focus(".tick--page > input");
    };
    let selected = move || {
        view! {
            <p class="selection-bar__count">{move || words::selection_count(count.get())}</p>
            <SelectAll page arranged count />
            <div class="selection-bar__actions">
                {bulk::buttons(bulk)} {export_menu(page, true)}
            </div>
            <span class="selection-bar__clear">
                <IconButton label=words::SELECTION_CLEAR icon=Icon::Close on_press=clear />
            </span>
        }
    };
    view! {
        <section class="selection-bar" aria-label=words::t(words::SELECTION_LABEL)>
            {bulk::notice(bulk)} {dynamic(move || is_any.get().then(selected))}
        </section>
        {bulk::dialog(bulk)}
    }
    .into_any()
}

/// Speaks the count when it changes.
fn announce(count: Memo<u32>) {
    let announcer = Announcer::from_context();
    Effect::new(move || {
        let count = count.get();
        if let Some(announcer) = announcer.filter(|_| count > 0) {
            announcer.say(words::selection_count(count));
        }
    });
}

/// Selects what stands on the other pages too.
#[component]
fn SelectAll(page: ListPage, arranged: Memo<Arranged>, count: Memo<u32>) -> impl IntoView {
    let gathering = Gathering::new();
    let toasts = Toasts::from_context();
    let gathered: Gathered =
        Callback::new(
            move |servers: Result<Vec<Server>, ApiError>| match servers {
                Ok(servers) => selection::replace(servers),
                Err(failure) => {
                    if let Some(toasts) = toasts {
                        toasts.push(ToastTone::Failure, failure::told(&failure, clock::now()));
                    }
                }
            },
        );
    // Of a list that is not looked through to its end, nobody knows how many match.
    let total = Memo::new(move |_| {
        arranged.with(|arranged| (arranged.total, arranged.looked_through.is_none()))
    });
    let is_left = Memo::new(move |_| {
        let (total, is_all) = total.get();
        count.get() < total || (!is_all && count.get() == total)
    });
    let label = move || match total.get() {
        (total, true) => words::selection_all_of(&format::number(total)),
        _ => words::SELECTION_ALL.text().to_owned(),
    };
    let busy_label = move || {
        gathering
            .progress()
            .unwrap_or_else(|| words::COMMON_LOADING.text().to_owned())
    };
    let press = move |()| gathering.start(page.view.get_untracked(), gathered);
    dynamic(move || {
        is_left.get().then(|| {
            view! {
                <Button
                    label=Signal::derive(label)
                    kind=ButtonKind::Quiet
                    busy=Signal::derive(move || gathering.is_under_way())
                    busy_label=Signal::derive(busy_label)
                    on_press=press
                />
            }
        })
    })
}
