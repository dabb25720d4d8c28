//! Makes a file of servers.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::ListPage;
use super::export_menu::{Format, Order};
use super::gathering::{Gathered, Gathering};
use crate::api::ApiError;
use crate::api::server::Server;
use crate::browser::{clock, download};
use crate::data::servers::export::{Heads, csv, json};
use crate::data::servers::selection;
use crate::pages::failure;
use crate::ui::{Button, ButtonKind, Notice, NoticeTone, dynamic};
use crate::words;

/// Fulfils the order while it shows how far that has come, or why it has failed. When it goes, the order is given up.
pub fn export(page: ListPage, order: Order) -> AnyView {
    let gathering = Gathering::new();
    let failed = RwSignal::new(None::<(ApiError, i64)>);
    let gathered: Gathered =
        Callback::new(
            move |servers: Result<Vec<Server>, ApiError>| match servers {
                Ok(servers) => {
                    save(order.format, &servers);
                    page.order.set(None);
                }
                Err(failure) => failed.set(Some((failure, clock::now()))),
            },
        );
    let begin = move || {
        failed.set(None);
        match order.selected {
            true => gathered.run(Ok(selection::servers())),
            false => gathering.start(page.view.get_untracked(), gathered),
        }
    };
    // Not while the page is being drawn, which it changes.
    spawn_local(async move { begin() });
    dynamic(move || match failed.get() {
        None => view! { <Progress page gathering /> }.into_any(),
        Some((error, at)) => {
            let text = Signal::derive(move || failure::told(&error, at));
            view! { <Failed page text on_retry=move |()| begin() /> }.into_any()
        }
    })
    .into_any()
}

/// How far a long list has come, and the way out.
#[component]
fn Progress(page: ListPage, gathering: Gathering) -> impl IntoView {
    let text = Memo::new(move |_| gathering.progress());
    let is_long = Memo::new(move |_| text.with(Option::is_some));
    let cancel = move |()| page.order.set(None);
    view! {
        <span class="list-line__progress" role="status">{text}</span>
        {dynamic(move || {
            is_long
                .get()
                .then(|| view! { <Button label=words::COMMON_CANCEL kind=ButtonKind::Quiet on_press=cancel /> })
        })}
    }
}

#[component]
fn Failed(
    page: ListPage,
    text: Signal<String>,
    #[prop(into)] on_retry: Callback<()>,
) -> impl IntoView {
    let cancel = move |()| page.order.set(None);
    view! {
        <div class="list-line__failure">
            <Notice tone=NoticeTone::Danger role="alert" title=words::EXPORT_FAILED text>
                <Button label=words::COMMON_TRY_AGAIN on_press=on_retry />
                <Button label=words::COMMON_CANCEL kind=ButtonKind::Quiet on_press=cancel />
            </Notice>
        </div>
    }
}

fn save(format: Format, servers: &[Server]) {
    let (ending, kind, text) = match format {
        Format::Csv => (".csv", "text/csv;charset=utf-8", csv(&heads(), servers)),
        Format::Json => (".json", "application/json", json(servers)),
    };
    let name = ["servers-", &clock::today(), ending].concat();
    download::save(&name, kind, &text);
}

fn heads() -> Heads {
    let [id, name, status, region, addresses, created, expires] = [
        words::SERVER_ID,
        words::SERVERS_NAME,
        words::SERVERS_STATUS,
        words::SERVERS_REGION,
        words::SERVERS_ADDRESSES,
        words::SERVERS_CREATED,
        words::SERVERS_EXPIRES,
    ]
    .map(|word| word.text().to_owned());
    Heads {
        id,
        name,
        status,
        region,
        addresses,
        created,
        expires,
    }
}
