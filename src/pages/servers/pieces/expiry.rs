//! When a server's plan ends.

use chrono::{DateTime, FixedOffset};
use leptos::element::Element;
use leptos::prelude::*;
use leptos::template::Instance;

use super::by_itself;
use crate::api::server::Server;
use crate::browser::clock;
use crate::format;
use crate::pages::servers::facts::Nearness;
use crate::ui::Icon;
use crate::words;

// What is filled in each copy.
const TIME: &str = "expiry";
const ICON: &str = "expiry-icon";
const OUTLINE: &str = "expiry-outline";
const TEXT: &str = "expiry-text";

/// When the plan ends: the nearer, the louder. The date itself is there on hovering and for assistive technology.
#[component]
pub fn Expiry(server: Memo<Server>) -> impl IntoView {
    by_itself(expiry(), follow_expiry, server)
}

/// What is filled in a template by [`follow_expiry`].
pub(in crate::pages::servers) fn expiry() -> View<Element> {
    view! {
        <time class="expiry" data-slot=TIME>
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" hidden data-slot=ICON>
                <path data-slot=OUTLINE />
            </svg>
            <span data-slot=TEXT></span>
        </time>
    }
}

/// Keeps the end of the plan in a copy up to date.
pub(in crate::pages::servers) fn follow_expiry(copy: &mut Instance, server: Memo<Server>) {
    let mut time = copy.slot(TIME);
    let mut icon = copy.slot(ICON);
    let mut outline = copy.slot(OUTLINE);
    let mut text = copy.slot(TEXT);
    copy.follow(move || {
        let end = server.with(|server| server.expired);
        let nearness = end.map_or(Nearness::Far, nearness_of);
        let shown = icon_of(nearness);
        icon.hidden(shown.is_none());
        outline.attribute("d", shown.map(Icon::outline));
        text.text(end.map_or_else(
            || words::SERVERS_NO_DATE.text().to_owned(),
            |end| left(&end, nearness),
        ));
        time.attribute("data-near", nearness.name());
        time.attribute("datetime", end.as_ref().map(format::machine_readable));
        time.attribute("title", end.as_ref().map(format::date_time));
    });
}

fn nearness_of(end: DateTime<FixedOffset>) -> Nearness {
    Nearness::of(end.timestamp_millis(), clock::follow())
}

fn icon_of(nearness: Nearness) -> Option<Icon> {
    match nearness {
        Nearness::Days | Nearness::Hours => Some(Icon::Warning),
        Nearness::Past => Some(Icon::Error),
        Nearness::Far | Nearness::Weeks => None,
    }
}

/// How long there is until the end, or since.
fn left(end: &DateTime<FixedOffset>, nearness: Nearness) -> String {
    let distance = format::relative(end.timestamp_millis());
    match nearness {
        Nearness::Past => [words::SERVERS_EXPIRED.text(), " ", &distance].concat(),
        _ => distance,
    }
}
