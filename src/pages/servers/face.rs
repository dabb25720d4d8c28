//! What a card and a row say of their server: they are copies of two templates that have the same slots.

use std::thread::LocalKey;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::template::{Instance, Template};
use web_sys::Element;

use super::pieces::{created_on, follow_addresses, follow_expiry, follow_status, name_of};
use super::selection::follow_tick;
use crate::api::server::Server;
use crate::data::servers::Arranged;
use crate::pages::actions::follow_menu;
use crate::paths;
use crate::ui::around;
use crate::words;

// What is filled in each copy; a row has no labels.
pub(super) const ARTICLE: &str = "article";
pub(super) const NAME: &str = "name";
pub(super) const REGION: &str = "region";
pub(super) const CREATED: &str = "created";
pub(super) const CREATED_LABEL: &str = "created-label";
pub(super) const EXPIRES_LABEL: &str = "expires-label";

/// What is to show no other server: somebody has the focus in it, presses it, or has pressed something in it, such as its menu
/// or what unfolds its addresses.
const STAYS: &str = ":focus-within, :active, [data-used]";

/// What shows a server.
pub(super) struct Face {
    /// The view.
    pub(super) view: AnyView,
    /// The element that it is in the document.
    pub(super) root: Element,
}

/// Notes what somebody has pressed: whatever they have opened in it belongs to its server.
pub(super) fn mark_used(event: &MouseEvent) {
    if let Some(used) = around(event, "article.server, tr") {
        // Fails only for what no attribute can be called.
        let _ = used.set_attribute("data-used", "");
    }
}

/// Whether what is in `root` may come to show another server: it is not under somebody's hands.
pub(super) fn is_free(root: &Element) -> bool {
    matches!(root.matches(STAYS), Ok(false))
}

/// A copy of `template` for `server`; `mark` stands before its name.
pub(super) fn face(
    template: &'static LocalKey<Template>,
    arranged: Memo<Arranged>,
    server: Memo<Server>,
    mark: Option<AnyView>,
) -> Face {
    let mut copy = template.with(Template::copy);
    follow_facts(&mut copy, server);
    follow_tick(&mut copy, arranged, server);
    follow_status(&mut copy, server);
    follow_menu(&mut copy, server);
    follow_addresses(&mut copy, server);
    follow_expiry(&mut copy, server);
    if let Some(mark) = mark {
        copy.put_before(NAME, mark);
    }
    Face {
        root: copy.root().clone(),
        view: copy.into_any(),
    }
}

/// Keeps what is plain text up to date.
fn follow_facts(copy: &mut Instance, server: Memo<Server>) {
    let mut article = copy.slot(ARTICLE);
    let mut name = copy.slot(NAME);
    let mut region = copy.slot(REGION);
    let mut created = copy.slot(CREATED);
    let mut created_label = copy.slot(CREATED_LABEL);
    let mut expires_label = copy.slot(EXPIRES_LABEL);
    copy.follow(move || {
        created_label.text(words::SERVERS_CREATED.text());
        expires_label.text(words::SERVERS_EXPIRES.text());
        server.with(|server| {
            let called = name_of(server);
            article.attribute("aria-label", called.clone());
            name.attribute("href", paths::server(&server.instance_id));
            name.text(called);
            region.text(server.region.clone());
            created.text(created_on(server));
        });
    });
}
