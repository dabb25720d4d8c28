//! What cards, rows and the page of a server show alike.

mod addresses;
mod expiry;
mod fold;
mod status;

use leptos::element::Element;
use leptos::prelude::*;
use leptos::template::{Instance, Template};

pub use self::addresses::Addresses;
pub(super) use self::addresses::{addresses, follow_addresses};
pub use self::expiry::Expiry;
pub(super) use self::expiry::{expiry, follow_expiry};
pub use self::fold::Fold;
pub use self::status::StatusOf;
pub(super) use self::status::follow_status;
use crate::api::server::Server;
use crate::data::actions::shown_name;
use crate::format;
use crate::paths;
use crate::ui::Text;
use crate::words;

/// A server's plain facts, in the reader's language.
#[derive(Clone, Copy)]
pub struct Texts {
    /// Its name; one without a name is called so.
    pub name: Text,
    /// The address of its page.
    pub href: Text,
    /// Where it stands.
    pub region: Text,
}

impl Texts {
    /// The facts of `server`, which follow it.
    pub fn of(server: Memo<Server>) -> Self {
        let text = |read: fn(&Server) -> String| Signal::derive(move || server.with(read));
        Self {
            name: text(name_of),
            href: text(|server| paths::server(&server.instance_id)),
            region: text(|server| server.region.clone()),
        }
    }
}

/// What a card shows of a server, by itself: the same template, copied once.
fn by_itself(
    markup: View<Element>,
    follow: fn(&mut Instance, Memo<Server>),
    server: Memo<Server>,
) -> AnyView {
    let mut copy = Template::of(markup).copy();
    follow(&mut copy, server);
    copy.into_any()
}

/// The day on which a server was made.
pub(super) fn created_on(server: &Server) -> String {
    match &server.created {
        Some(time) => format::date(time),
        None => words::SERVERS_NO_DATE.text().to_owned(),
    }
}

/// A server's name; one without a name is called so.
pub fn name_of(server: &Server) -> String {
    name_or_unnamed(&shown_name(server))
}

/// `name`, or what a server without one is called.
pub fn name_or_unnamed(name: &str) -> String {
    if name.trim().is_empty() {
        words::SERVERS_UNNAMED.text().to_owned()
    } else {
        name.to_owned()
    }
}
