//! `/servers/{id}`: one server.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::page::{Waiting, answered, heading, use_title};
use super::servers::pieces::{Addresses, Expiry, StatusOf};
use crate::api::ErrorKind;
use crate::api::server::Server;
use crate::data::query::use_query;
use crate::data::server::ServerById;
use crate::ui::{BackLink, Card, Fact, Facts, PageHeader};
use crate::words::{self, t};
use crate::{format, paths};

/// What is known of one server. Another id in the address is another page.
#[component]
pub fn ServerPage() -> impl IntoView {
    let parameters = use_params_map();
    let id = Memo::new(move |_| {
        parameters
            .with(|parameters| parameters.get("id"))
            .unwrap_or_default()
    });
    move || view! { <OneServer id=id.get() /> }
}

#[component]
fn OneServer(id: String) -> impl IntoView {
    let question = ServerById(id.clone());
    let handle = use_query(move || Some(question.clone()));
    let name = Memo::new(move |_| {
        handle
            .shown
            .with(|server| server.as_ref().map(|server| server.name.clone()))
    });
    use_title(move || {
        name.get()
            .unwrap_or_else(|| words::SERVERS_TITLE.text().to_owned())
    });
    let failed = Memo::new(move |_| handle.known.with(|known| known.failure.is_some()));
    let missing = Memo::new(move |_| {
        handle.known.with(|known| {
            known
                .failure
                .as_ref()
                .is_some_and(|error| error.kind == ErrorKind::NotFound)
        })
    });
    // A server that could not be loaded is called by what its address calls it.
    let heading_of_failure = move || {
        let unknown = failed.get() && !missing.get() && name.with(Option::is_none);
        unknown.then(|| view! { <PageHeader title=id.clone() heading=heading() /> })
    };
    view! {
        <BackLink label=words::SERVER_BACK href=paths::SERVERS.to_owned() />
        {heading_of_failure}
        {move || match missing.get() {
            true => view! {
                <PageHeader title=words::SERVER_MISSING_TITLE heading=heading() />
                <p>{t(words::SERVER_MISSING_TEXT)}</p>
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
        <PageHeader title=Signal::derive(title) heading=heading() />
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
