//! `/servers/{id}`: one server.

use std::sync::Arc;

use leptos::prelude::*;

use super::page::{Waiting, answered, use_title};
use super::servers::pieces::{Addresses, Expiry, StatusOf};
use crate::api::ErrorKind;
use crate::api::server::Server;
use crate::data::query::use_query;
use crate::data::server::ServerById;
use crate::ui::{BackLink, Card, EmptyState, Fact, Facts, Icon, PageHeader};
use crate::words;
use crate::{format, paths};

/// What is known of one server.
#[component]
pub fn ServerPage(
    /// Its instance id.
    id: String,
) -> impl IntoView {
    let handle = use_query(move || Some(ServerById(id.clone())));
    let name = Memo::new(move |_| {
        handle
            .shown
            .with(|server| server.as_ref().map(|server| server.name.clone()))
    });
    use_title(move || {
        name.get()
            .unwrap_or_else(|| words::SERVERS_TITLE.text().to_owned())
    });
    let missing = Memo::new(move |_| {
        handle.known.with(|known| {
            known
                .failure
                .as_ref()
                .is_some_and(|error| error.kind == ErrorKind::NotFound)
        })
    });
    view! {
        <BackLink label=words::SERVER_BACK href=paths::SERVERS.to_owned() />
        {move || match missing.get() {
            true => view! {
                <EmptyState icon=Icon::Search title=words::SERVER_MISSING_TITLE text=words::SERVER_MISSING_TEXT />
            }
            .into_any(),
            false => answered(
                handle,
                words::SERVER_FAILED_TITLE,
                || view! { <Waiting /> }.into_any(),
                |server| view! { <Overview server /> },
            )
            .into_any(),
        }}
    }
}

#[component]
fn Overview(server: Signal<Arc<Server>>) -> impl IntoView {
    let server = Memo::new(move |_| server.with(|server| Server::clone(server)));
    let title = move || {
        let name = server.with(|server| server.name.clone());
        if name.trim().is_empty() {
            words::SERVERS_UNNAMED.text().to_owned()
        } else {
            name
        }
    };
    let created = move || {
        server.with(|server| {
            server.created.as_ref().map_or_else(
                || words::SERVERS_NO_DATE.text().to_owned(),
                format::date_time,
            )
        })
    };
    view! {
        <PageHeader title=Signal::derive(title) />
        <Card>
            <Facts>
                <Fact name=words::SERVERS_STATUS><StatusOf server /></Fact>
                <Fact name=words::SERVERS_REGION>{move || server.with(|server| server.region.clone())}</Fact>
                <Fact name=words::SERVERS_ADDRESSES><Addresses server /></Fact>
                <Fact name=words::SERVERS_CREATED>{created}</Fact>
                <Fact name=words::SERVERS_EXPIRES><Expiry server /></Fact>
                <Fact name=words::SERVER_ID>{move || server.with(|server| server.instance_id.clone())}</Fact>
            </Facts>
        </Card>
    }
}
