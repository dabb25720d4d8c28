//! Servers as cards.

use leptos::prelude::*;

use super::pieces::{Addresses, Expiry, StatusOf, Texts};
use super::selection::select_one;
use crate::api::server::Server;
use crate::data::servers::Arranged;
use crate::pages::actions::ServerMenu;
use crate::ui::each;
use crate::words::{self, t};

/// A card for each server. One that stays in the list keeps its card, and with it the focus.
#[component]
pub(super) fn Cards(arranged: Memo<Arranged>) -> impl IntoView {
    view! {
        <div class="servers">
            {each_server(
                arranged,
                |arranged, server| view! { <Card arranged server /> }.into_any(),
            )}
        </div>
    }
}

/// A view for each server of the list.
pub(super) fn each_server(
    arranged: Memo<Arranged>,
    view: fn(Memo<Arranged>, Memo<Server>) -> AnyView,
) -> AnyView {
    let ids = move || {
        arranged.with(|arranged| {
            let ids = arranged
                .servers
                .iter()
                .map(|server| server.instance_id.clone());
            ids.collect()
        })
    };
    each(ids, move |id| {
        let first = arranged.with_untracked(|arranged| find(arranged, &id));
        first
            .map(|first| view(arranged, follow(arranged, first)))
            .into_any()
    })
}

/// The server as the newest list has it; the last known once it has left the list.
fn follow(arranged: Memo<Arranged>, first: Server) -> Memo<Server> {
    Memo::new(move |known: Option<&Server>| {
        let known = known.unwrap_or(&first);
        let found = arranged.with(|arranged| find(arranged, &known.instance_id));
        found.unwrap_or_else(|| known.clone())
    })
}

fn find(arranged: &Arranged, id: &str) -> Option<Server> {
    let mut servers = arranged.servers.iter();
    servers.find(|server| server.instance_id == id).cloned()
}

#[component]
fn Card(arranged: Memo<Arranged>, server: Memo<Server>) -> impl IntoView {
    let Texts {
        name,
        href,
        region,
        created,
    } = Texts::of(server);
    view! {
        <article class="card server" aria-label=name>
            {select_one(arranged, server)}
            <header class="server__head">
                <h2 class="server__name">
                    <a class="server__link" href=href>
                        {name}
                    </a>
                </h2>
                <StatusOf server />
                <ServerMenu server />
                <p class="server__region">{region}</p>
            </header>
            <Addresses server />
            <dl class="server__times">
                <div>
                    <dt>{t(words::SERVERS_CREATED)}</dt>
                    <dd>{created}</dd>
                </div>
                <div>
                    <dt>{t(words::SERVERS_EXPIRES)}</dt>
                    <dd>
                        <Expiry server />
                    </dd>
                </div>
            </dl>
        </article>
    }
}
