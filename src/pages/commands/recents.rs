//! The servers where a person has been last: kept in this browser for as long as their session.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::browser::storage;
use crate::pages::servers::pieces::name_of;
use crate::paths::{self, Page};
use crate::session;

/// How many are kept: that of the moment, and five to go back to.
const KEPT: usize = 6;

/// A server where the person has been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recent {
    /// Its address.
    pub(super) address: String,
    /// What it was called.
    pub(super) title: String,
}

/// Keeps that they are at `server`, by the name that it has then.
pub fn keep(server: Memo<Server>) {
    let recent = Memo::new(move |_| {
        server.with(|server| Recent {
            address: paths::server(&server.instance_id),
            title: name_of(server),
        })
    });
    Effect::new(move || add(recent.get()));
}

/// Where they have been, the last first.
pub(super) fn all() -> Vec<Recent> {
    let kept = storage::read(storage::RECENT).unwrap_or_default();
    read(&kept, &owner())
}

fn add(recent: Recent) {
    let kept = with(recent, all());
    storage::write(storage::RECENT, &write(&kept, &owner()));
}

/// Forgets them once nobody is signed in: whoever comes next may be somebody else.
pub fn forget_when_signed_out() {
    if untrack(session::current).is_none() {
        storage::remove(storage::RECENT);
    }
}

/// Whose they are: others who sign in here do not meet them.
fn owner() -> String {
    let session = untrack(session::current);
    session.map_or_else(String::new, |session| {
        one_line(&[session.email.as_str(), " ", &session.project].concat())
    })
}

fn with(recent: Recent, mut all: Vec<Recent>) -> Vec<Recent> {
    all.retain(|known| known.address != recent.address);
    all.insert(0, recent);
    all.truncate(KEPT);
    all
}

/// A line for whose they are, and one for each.
fn write(all: &[Recent], owner: &str) -> String {
    let line = |recent: &Recent| [recent.address.as_str(), "\t", &one_line(&recent.title)].concat();
    let lines = all.iter().map(line);
    std::iter::once(owner.to_owned())
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn read(kept: &str, owner: &str) -> Vec<Recent> {
    let mut lines = kept.split('\n');
    if lines.next() != Some(owner) {
        return Vec::new();
    }
    let recent = |line: &str| {
        let (address, title) = line.split_once('\t')?;
        // What leads elsewhere was not kept by the portal.
        let is_server = matches!(Page::at(address), Page::Server(_));
        is_server.then(|| Recent {
            address: address.to_owned(),
            title: title.to_owned(),
        })
    };
    lines.filter_map(recent).take(KEPT).collect()
}

fn one_line(text: &str) -> String {
    text.replace(|character: char| character.is_control(), " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(address: &str, title: &str) -> Recent {
        Recent {
            address: address.to_owned(),
            title: title.to_owned(),
        }
    }

    #[test]
    fn the_last_comes_first_and_once() {
        let all = ["/1", "/2", "/3", "/4", "/5", "/2", "/6", "/7"]
            .iter()
            .fold(Vec::new(), |all, address| with(recent(address, ""), all));
        let addresses: Vec<_> = all.iter().map(|recent| recent.address.as_str()).collect();
        assert_eq!(addresses, ["/7", "/6", "/2", "/5", "/4", "/3"]);
    }

    #[test]
    fn nobody_meets_those_of_another() {
        let kept = write(&[recent("/servers/1", "web-01")], "an@example.com demo");
        assert_eq!(read(&kept, "an@example.com demo").len(), 1);
        assert!(read(&kept, "binh@example.com demo").is_empty());
    }

    #[test]
    fn what_leads_elsewhere_is_left_out() {
        for kept in [
            "o\nhttps://evil.example\tx",
            "o\n//evil.example\tx",
            "o\njavascript:1\tx",
            "o\n/servers\tx",
            "o\n/servers/1",
            "o\nx",
        ] {
            assert!(read(kept, "o").is_empty(), "{kept}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_kept_is_read_back(title in "\\PC{0,20}", id in "[a-z0-9-]{1,20}") {
            let all = vec![recent(&format!("/servers/{id}"), &title)];
            proptest::prop_assert_eq!(read(&write(&all, "o"), "o"), all);
        }

        #[test]
        fn nothing_kept_breaks_it(kept in ".{0,60}") {
            let _ = read(&kept, "o");
        }
    }
}
