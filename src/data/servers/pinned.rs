//! The pinned servers: those that come first in the list, on whatever page of the service they stand.

use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture, join};

use super::{Arranged, QUICKLY, SLOWLY};
use crate::api::server::Server;
use crate::api::{ApiError, Client, ErrorKind};
use crate::browser::clock;
use crate::data::actions::{self, Source};
use crate::data::query::Query;

/// The question for servers by their instance ids: the contract has no call for several. Two are asked for at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServersById(pub Vec<String>);

/// What is known of [`ServersById`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Those that are there.
    pub servers: Vec<Server>,
    /// The ids of those that are gone.
    pub gone: Vec<String>,
}

impl Query for ServersById {
    type Answer = Found;

    fn key(&self) -> String {
        // No service writes an id with a line break in it; one that did would be asked for twice.
        ["servers by id\n", &self.0.join("\n")].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Found, ApiError>> {
        let ids = self.0.clone();
        async move {
            let asked_at = clock::now();
            let found = find(&client, &ids).await?;
            actions::seen(&found.servers, asked_at, Source::Page);
            Ok(found)
        }
        .boxed_local()
    }

    fn permission(&self) -> Option<&'static str> {
        Some("servers:list")
    }

    fn interval(answer: Option<&Found>) -> Option<Duration> {
        let servers = answer.map_or(&[][..], |found| &found.servers);
        let is_restless =
            servers.iter().any(|server| server.status.is_passing()) || actions::is_awaited(servers);
        Some(if is_restless { QUICKLY } else { SLOWLY })
    }
}

async fn find(client: &Client, ids: &[String]) -> Result<Found, ApiError> {
    let mut found = Found::default();
    for pair in ids.chunks(2) {
        let one = client.server(&pair[0]);
        let answers = match pair.get(1) {
            Some(other) => {
                let (one, other) = join(one, client.server(other)).await;
                vec![one, other]
            }
            None => vec![one.await],
        };
        for (id, answer) in pair.iter().zip(answers) {
            match answer {
                Ok(server) => found.servers.push(server),
                Err(error) if error.kind == ErrorKind::NotFound => found.gone.push(id.clone()),
                Err(error) => return Err(error),
            }
        }
    }
    Ok(found)
}

/// The `arranged` page with pinned servers first: those of `pins` that stand on it, in its order, or, where `all` of them
/// are known to belong there, each in the order of the pins.
#[must_use]
pub fn with_pinned(mut arranged: Arranged, pins: &[String], all: Option<&[Server]>) -> Arranged {
    let is_pinned = |server: &Server| pins.contains(&server.instance_id);
    let (on_page, rest): (Vec<_>, Vec<_>) = arranged.servers.into_iter().partition(is_pinned);
    let first = match all {
        None => on_page,
        Some(all) => {
            let by_id = |id: &String| {
                let mut known = on_page.iter().chain(all);
                known.find(|server| server.instance_id == *id).cloned()
            };
            pins.iter().filter_map(by_id).collect()
        }
    };
    arranged.pinned = first.len();
    arranged.servers = first;
    arranged.servers.extend(rest);
    arranged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(ids: &[&str]) -> Arranged {
        Arranged {
            servers: ids.iter().map(|id| Server::bare(id)).collect(),
            total: 40,
            ..Arranged::default()
        }
    }

    fn pins(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    fn shown(arranged: &Arranged) -> (String, usize) {
        let ids = arranged.servers.iter().map(|server| &*server.instance_id);
        (ids.collect(), arranged.pinned)
    }

    #[test]
    fn those_on_the_page_come_first_in_its_order() {
        let arranged = with_pinned(page(&["a", "b", "c", "d"]), &pins(&["d", "x", "b"]), None);
        assert_eq!(shown(&arranged), ("bdac".to_owned(), 2));
        assert_eq!(arranged.total, 40);
    }

    #[test]
    fn those_of_other_pages_come_in_the_order_of_the_pins_and_once() {
        let others = [Server::bare("x"), Server::bare("b"), Server::bare("z")];
        let pins = pins(&["x", "d", "gone", "b"]);
        let arranged = with_pinned(page(&["a", "b", "c", "d"]), &pins, Some(&others));
        assert_eq!(shown(&arranged), ("xdbac".to_owned(), 3));
    }

    #[test]
    fn without_pins_a_page_stays_as_it_is() {
        let arranged = with_pinned(page(&["a", "b"]), &[], Some(&[]));
        assert_eq!(shown(&arranged), ("ab".to_owned(), 0));
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod asking {
    use super::*;
    use crate::api::scripted::{Scripted, answer};

    fn ask(answers: [(u16, &str); 3]) -> Result<Found, ApiError> {
        let transport = Scripted::new(answers.map(|(status, body)| Ok(answer(status, body))));
        let ids = ["1", "2", "3"].map(str::to_owned);
        find(&transport.client(), &ids)
            .now_or_never()
            .expect("a scripted answer is ready")
    }

    #[test]
    fn those_that_are_gone_are_told_apart() {
        let server = |id: &str| format!(r#"{{"instance_id":"{id}","status":"ACTIVE"}}"#);
        let (one, three) = (server("1"), server("3"));
        let found = ask([(200, &one), (404, "{}"), (200, &three)]).expect("none failed");
        assert_eq!(found.servers.len(), 2);
        assert_eq!(found.gone, ["2"]);
        assert!(ask([(200, &one), (500, ""), (200, &three)]).is_err());
    }
}
