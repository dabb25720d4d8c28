//! `/servers/{id}`: one server.

use leptos::prelude::*;

use super::page::{Waiting, answered, use_title};
use super::servers::pieces::{Addresses, Expiry, StatusOf, Texts, name_of};
use crate::api::ErrorKind;
use crate::api::server::Server;
use crate::data::query::use_query;
use crate::data::server::ServerById;
use crate::format;
use crate::paths;
use crate::ui::{BackLink, Card, EmptyState, Fact, Facts, Icon, PageHeader};
use crate::words;

/// What is known of one server.
#[component]
pub fn ServerPage(
    /// Its instance id.
    id: String,
) -> impl IntoView {
    let handle = use_query(move || Some(ServerById(id.clone())));
    let server = Memo::new(move |_| handle.read(Server::clone));
    use_title(move || match server.get() {
        Some(server) => name_of(&server),
        None => words::SERVERS_TITLE.text().to_owned(),
    });
    let missing = Memo::new(move |_| {
        let failure = handle.asked.known.with(|known| known.failure.clone());
        failure.is_some_and(|error| error.kind == ErrorKind::NotFound)
    });
    let content = move || match server.get_untracked() {
        Some(first) => {
            let server = Memo::new(move |_| server.get().unwrap_or_else(|| first.clone()));
            view! { <Overview server /> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        <BackLink label=words::SERVER_BACK href=paths::SERVERS.to_owned() />
        {move || match missing.get() {
            true => view! {
                <EmptyState
                    icon=Icon::Search
                    title=words::SERVER_MISSING_TITLE
                    text=words::SERVER_MISSING_TEXT
                />
            }
            .into_any(),
            false => answered(
                handle.asked,
                words::SERVER_FAILED_TITLE,
                || view! { <Waiting /> }.into_any(),
                content,
            )
            .into_any(),
        }}
    }
}

#[component]
fn Overview(server: Memo<Server>) -> impl IntoView {
    let Texts { name, region, .. } = Texts::of(server);
    let created = move || {
        server.with(|server| match &server.created {
            Some(time) => format::date_time(time),
            None => words::SERVERS_NO_DATE.text().to_owned(),
        })
    };
    let id = server.with_untracked(|server| server.instance_id.clone());
    view! {
        <PageHeader title=name />
        <Card>
            <Facts>
                <Fact name=words::SERVERS_STATUS>
                    <StatusOf server />
                </Fact>
                <Fact name=words::SERVERS_REGION>{region}</Fact>
                <Fact name=words::SERVERS_ADDRESSES>
                    <Addresses server />
                </Fact>
                <Fact name=words::SERVERS_CREATED>{created}</Fact>
                <Fact name=words::SERVERS_EXPIRES>
                    <Expiry server />
                </Fact>
                <Fact name=words::SERVER_ID>{id}</Fact>
            </Facts>
        </Card>
    }
}
