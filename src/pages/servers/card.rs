//! Servers as cards.

use leptos::element::Element;
use leptos::list::{List, Renew, Shown};
use leptos::prelude::*;
use leptos::template::Template;

use super::drawn::Drawn;
use super::face::{ARTICLE, CREATED, CREATED_LABEL, EXPIRES_LABEL, NAME, REGION, face};
use super::pieces::{addresses, expiry};
use super::selection::tick;
use crate::api::server::Server;
use crate::data::servers::Arranged;
use crate::pages::actions::menu_button;
use crate::ui::status_badge;

/// A card for each server. One that stays in the list keeps its card, and with it the focus.
#[component]
pub(super) fn Cards(arranged: Memo<Arranged>, drawn: Drawn) -> impl IntoView {
    view! {
        <div class="servers">
            {each_server(
                arranged,
                drawn,
                Part::Others,
                |arranged, server| card(arranged, server, None),
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

thread_local! {
    static CARD: Template = Template::of(markup());
}

/// The card of a server; `mark` stands before its name.
pub(super) fn card(
    arranged: Memo<Arranged>,
    server: Memo<Server>,
    mark: Option<AnyView>,
) -> AnyView {
    face(&CARD, arranged, server, mark)
}

fn markup() -> View<Element> {
    view! {
        <article class="card server" data-slot=ARTICLE>
            {tick()}
            <header class="server__head">
                <h2 class="server__name">
                    <a class="server__link" data-slot=NAME></a>
                </h2>
                {status_badge()}
                {menu_button()}
                <p class="server__region" data-slot=REGION></p>
            </header>
            {addresses()}
            <dl class="server__times">
                <div>
                    <dt data-slot=CREATED_LABEL></dt>
                    <dd data-slot=CREATED></dd>
                </div>
                <div>
                    <dt data-slot=EXPIRES_LABEL></dt>
                    <dd>{expiry()}</dd>
                </div>
            </dl>
        </article>
    }
}
