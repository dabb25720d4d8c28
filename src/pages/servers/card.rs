//! Servers as cards.

use leptos::list::{List, Renew, Shown};
use leptos::prelude::*;

use super::drawn::Drawn;
use super::pieces::{Addresses, Expiry, StatusOf, Texts};
use super::selection::select_one;
use crate::api::server::Server;
use crate::data::servers::Arranged;
use crate::pages::actions::ServerMenu;
use crate::words::{self, t};

/// A card for each server. One that stays in the list keeps its card, and with it the focus.
#[component]
pub(super) fn Cards(arranged: Memo<Arranged>, drawn: Drawn) -> impl IntoView {
    view! {
        <div class="servers">
            {each_server(
                arranged,
                drawn,
                Part::Others,
                |arranged, server| view! { <Card arranged server mark=().into_any() /> }.into_any(),
            )}
        </div>
    }
}

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The pinned servers, which come first.
    Pinned,
    /// Those after them.
    Others,
}

impl Part {
    /// The places at which it begins and ends.
    fn places(self, arranged: &Arranged) -> (usize, usize) {
        match self {
            Self::Pinned => (0, arranged.pinned),
            Self::Others => (arranged.pinned, usize::MAX),
        }
    }
}

/// A view for each server of a part of the list, as far as it is drawn.
pub(super) fn each_server(
    arranged: Memo<Arranged>,
    drawn: Drawn,
    part: Part,
    view: fn(Memo<Arranged>, Memo<Server>) -> AnyView,
) -> AnyView {
    let ids = move || {
        arranged.with(|arranged| {
            let (begin, end) = part.places(arranged);
            let servers = arranged.servers.iter().take(drawn.most().min(end));
            let ids = servers.skip(begin).map(|server| server.instance_id.clone());
            ids.collect()
        })
    };
    let list = List {
        keys: Box::new(ids),
        view: Box::new(move |_, place| {
            let followed = follow(arranged, part, place);
            let (server, renew) = followed.unzip();
            Shown {
                view: server.map(|server| view(arranged, server)).into_any(),
                renew,
            }
        }),
    };
    list.into_any()
}

/// The server at this place of a part, and what is called with its place in each newer list. Who reads it is told only where the
/// server itself has changed: most of a thousand stay as they are.
fn follow(arranged: Memo<Arranged>, part: Part, place: usize) -> Option<(Memo<Server>, Renew)> {
    let whole =
        move |place: usize| place + arranged.with_untracked(|arranged| part.places(arranged).0);
    let place = whole(place);
    let at = move |place: usize| {
        arranged.with_untracked(|arranged| arranged.servers.get(place).cloned())
    };
    let first = at(place)?;
    let place = RwSignal::new(place);
    let server = Memo::new(move |known: Option<&Server>| {
        let known = known.unwrap_or(&first);
        let found = at(place.get()).filter(|found| found.instance_id == known.instance_id);
        found.unwrap_or_else(|| known.clone())
    });
    let renew = move |now| {
        let now = whole(now);
        let is_same = arranged.with_untracked(|arranged| {
            server.with_untracked(|known| arranged.servers.get(now) == Some(known))
        });
        if !is_same {
            place.set(now);
        }
    };
    Some((server, Box::new(renew)))
}

#[component]
pub(super) fn Card(
    arranged: Memo<Arranged>,
    server: Memo<Server>,
    /// What marks it before its name.
    mark: AnyView,
) -> impl IntoView {
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
                    {mark}
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
