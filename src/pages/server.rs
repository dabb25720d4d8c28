//! `/servers/{id}`: one server.

use leptos::prelude::*;

use super::page::{Waiting, answered, heading, use_title};
use super::servers::pieces::{Addresses, Expiry, StatusOf, Texts, name_of};
use crate::api::ErrorKind;
use crate::api::server::Server;
use crate::data::query::{Asked, Handle, use_query};
use crate::data::server::ServerById;
use crate::ui::{BackLink, Card, Fact, Facts, PageHeader, dynamic};
use crate::words::{self, t};
use crate::{format, paths};

/// What is known of one server.
#[component]
pub fn ServerPage(
    /// Its instance id.
    id: String,
) -> impl IntoView {
    let question = ServerById(id.clone());
    let handle = use_query(move || Some(question.clone()));
    use_title(move || {
        let name = handle.read(name_of);
        name.unwrap_or_else(|| words::SERVERS_TITLE.text().to_owned())
    });
    let missing = Memo::new(move |_| is_missing(handle.asked));
    let failed = Memo::new(move |_| handle.asked.known.with(|known| known.failure.is_some()));
    // A server that could not be loaded is called by what its address calls it.
    let heading_of_failure = move || {
        let unknown = failed.get() && !missing.get() && !handle.asked.is_answered();
        unknown.then(|| view! { <PageHeader title=id.clone() heading=heading() /> })
    };
    let content = move || {
        let first = untrack(|| handle.read(Server::clone));
        first
            .map(|first| view! { <Overview server=follow(handle, first) /> })
            .into_any()
    };
    view! {
        <BackLink label=words::SERVER_BACK href=paths::SERVERS.to_owned() />
        {dynamic(heading_of_failure)}
        {dynamic(move || match missing.get() {
            true => view! {
                <PageHeader title=words::SERVER_MISSING_TITLE heading=heading() />
                <p>{t(words::SERVER_MISSING_TEXT)}</p>
            }
            .into_any(),
            false => {
                let skeleton = || view! { <Waiting /> }.into_any();
                answered(handle.asked, words::SERVER_FAILED_TITLE, skeleton, content).into_any()
            }
        })}
    }
}

/// The server as the newest answer has it.
fn follow(handle: Handle<Server>, first: Server) -> Memo<Server> {
    Memo::new(move |_| handle.read(Server::clone).unwrap_or_else(|| first.clone()))
}

fn is_missing(asked: Asked) -> bool {
    let failure = asked.known.with(|known| known.failure.clone());
    failure.is_some_and(|error| error.kind == ErrorKind::NotFound)
}

#[component]
fn Overview(server: Memo<Server>) -> impl IntoView {
    let Texts { name, region, .. } = Texts::of(server);
    let created = Signal::derive(move || {
        server.with(|server| match &server.created {
            Some(time) => format::date_time(time),
            None => words::SERVERS_NO_DATE.text().to_owned(),
        })
    });
    let id = server.with_untracked(|server| server.instance_id.clone());
    view! {
        <PageHeader title=name heading=heading() />
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
