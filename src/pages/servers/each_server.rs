//! A view for each server of the list, which follows its server wherever that goes.

use leptos::list::{List, Shown};
use leptos::prelude::*;

use super::drawn::Drawn;
use super::face::{Face, is_free};
use crate::api::server::Server;
use crate::data::servers::Arranged;

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
    view: fn(Memo<Arranged>, Memo<Server>) -> Face,
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
        view: Box::new(move |_, place| match Followed::at(arranged, part, place) {
            Some(followed) => followed.shown(view),
            None => Shown {
                view: ().into_any(),
                renew: None,
                is_free: None,
            },
        }),
    };
    list.into_any()
}

/// The server that a view is about, wherever it stands in each newer list.
#[derive(Clone, Copy)]
struct Followed {
    arranged: Memo<Arranged>,
    part: Part,
    /// Its place among all servers, and its id.
    stands: RwSignal<(usize, String)>,
    server: Memo<Server>,
}

impl Followed {
    /// The server at this place of a part. Who reads it is told only where the server itself has changed: most of a thousand
    /// stay as they are.
    fn at(arranged: Memo<Arranged>, part: Part, place: usize) -> Option<Self> {
        let stood = standing(arranged, part, place);
        let first = server_at(arranged, &stood)?;
        let stands = RwSignal::new(stood);
        let server = Memo::new(move |known: Option<&Server>| {
            let now = stands.with(|stands| server_at(arranged, stands));
            now.unwrap_or_else(|| known.unwrap_or(&first).clone())
        });
        Some(Self {
            arranged,
            part,
            stands,
            server,
        })
    }

    fn shown(self, view: fn(Memo<Arranged>, Memo<Server>) -> Face) -> Shown {
        let Face { view, root } = view(self.arranged, self.server);
        Shown {
            view,
            renew: Some(Box::new(move |place| self.renew(place))),
            is_free: Some(Box::new(move || is_free(&root))),
        }
    }

    /// Finds it, or the server that is to be shown instead, at this place of a newer list.
    fn renew(self, place: usize) {
        let is_same = self.arranged.with_untracked(|arranged| {
            let found = arranged.servers.get(self.part.places(arranged).0 + place);
            self.server.with_untracked(|known| found == Some(known))
        });
        if !is_same {
            self.stands.set(standing(self.arranged, self.part, place));
        }
    }
}

/// Where the server at this place of a part stands among all, and its id.
fn standing(arranged: Memo<Arranged>, part: Part, place: usize) -> (usize, String) {
    arranged.with_untracked(|arranged| {
        let place = place + part.places(arranged).0;
        let id = arranged
            .servers
            .get(place)
            .map(|server| &server.instance_id);
        (place, id.cloned().unwrap_or_default())
    })
}

/// The server that stands there, if it is the one of this id.
fn server_at(arranged: Memo<Arranged>, (place, id): &(usize, String)) -> Option<Server> {
    arranged.with_untracked(|arranged| {
        let found = arranged.servers.get(*place);
        found.filter(|server| server.instance_id == *id).cloned()
    })
}
