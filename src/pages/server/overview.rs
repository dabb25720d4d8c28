//! What is known of a server, besides what the head of its page tells.

mod activity;
mod addresses;
mod network;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

use self::activity::Activity;
use self::addresses::Addresses;
use self::network::tells_more;
use super::pieces::Copyable;
use crate::api::server::Server;
use crate::format;
use crate::pages::servers::pieces::Expiry;
use crate::ui::{Card, Fact, Facts, Help, Text, dynamic};
use crate::words::{self, t};

/// Facts, addresses, and what was done to the server.
#[component]
pub(super) fn Overview(server: Memo<Server>) -> impl IntoView {
    view! {
        <div class="server-overview">
            <Addresses server />
            <Details server />
            <Activity server />
        </div>
    }
}

/// When it was made, when its plan ends, and what the service calls it by.
#[component]
fn Details(server: Memo<Server>) -> impl IntoView {
    let created = Signal::derive(move || server.with(|server| server.created));
    let expired = Signal::derive(move || server.with(|server| server.expired));
    let id = Signal::derive(move || server.with(|server| server.instance_id.clone()));
    view! {
        <Card>
            <h2 class="card__title">{t(words::SERVER_DETAILS)}</h2>
            <Facts>
                <Fact name=words::SERVERS_EXPIRES>
                    <Expiry server />
                    <p class="muted">{day_and_time(expired)}</p>
                    <Help label=words::HELP_EXPIRY text=words::HELP_EXPIRY_TEXT />
                </Fact>
                <Fact name=words::SERVERS_CREATED>
                    <p>{age(created)}</p>
                    <p class="muted">{day_and_time(created)}</p>
                </Fact>
                <Fact name=words::SERVER_ID>
                    <Copyable value=id />
                </Fact>
                <AddressText server />
            </Facts>
        </Card>
    }
}

type Time = Signal<Option<DateTime<FixedOffset>>>;

fn day_and_time(time: Time) -> Text {
    Signal::derive(move || {
        time.with(|time| time.as_ref().map(format::date_time).unwrap_or_default())
    })
}

fn age(time: Time) -> Text {
    Signal::derive(move || match time.get() {
        Some(time) => format::relative(time.timestamp_millis()),
        None => words::SERVERS_NO_DATE.text().to_owned(),
    })
}

/// What the service writes of the addresses, where that says more than the addresses themselves.
#[component]
fn AddressText(server: Memo<Server>) -> impl IntoView {
    let text = Memo::new(move |_| {
        server.with(|server| {
            let more = tells_more(&server.addresses, &server.ip_addresses);
            more.then(|| server.addresses.clone())
        })
    });
    dynamic(move || {
        text.get().map(|text| {
            view! { <Fact name=words::SERVER_ADDRESS_TEXT>{text}</Fact> }
        })
    })
}
