//! `/servers/{id}` and its parts: one server.

mod boot_log;
mod console;
mod header;
mod overview;
mod pieces;
mod settings;
mod volumes;

use leptos::prelude::*;

pub use self::boot_log::BootLog;
use self::console::Console;
use self::header::{Header, part_name};
use self::overview::Overview;
pub use self::settings::Settings;
use self::volumes::Volumes;
use super::commands::recents;
use super::page::{Waiting, answered, heading, use_title};
use super::pieces::{boot_log_part, settings_part};
use super::servers::pieces::name_of;
use crate::api::ErrorKind;
use crate::api::server::Server;
use crate::browser::address;
use crate::data::query::{Asked, Handle, use_query};
use crate::data::server::ServerById;
use crate::paths::{self, ServerPart};
use crate::ui::{BackLink, PageHeader, dynamic};
use crate::words::{self, t};

/// One server: the same head over each of its parts.
#[component]
pub fn ServerPage(
    /// Its instance id.
    id: String,
) -> impl IntoView {
    let question = ServerById(id.clone());
    let handle = use_query(move || Some(question.clone()));
    let part = Memo::new(|_| ServerPart::at(&address::path()));
    let missing = Memo::new(move |_| is_missing(handle.asked));
    use_title(move || match handle.read(name_of) {
        _ if missing.get() => words::SERVER_MISSING_TITLE.text().to_owned(),
        Some(name) => title(&name, part.get()),
        None => words::SERVERS_TITLE.text().to_owned(),
    });
    let failed = Memo::new(move |_| handle.asked.known.with(|known| known.failure.is_some()));
    // A server that could not be loaded is called by what its address calls it.
    let heading_of_failure = move || {
        let unknown = failed.get() && !missing.get() && !handle.asked.is_answered();
        unknown.then(|| view! { <PageHeader title=id.clone() heading=heading() /> })
    };
    let content = move || {
        let first = untrack(|| handle.read(Server::clone));
        first
            .map(|first| view! { <Known server=follow(handle, first) part /> })
            .into_any()
    };
    view! {
        <BackLink label=words::SERVER_BACK href=paths::SERVERS.address() />
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

/// What the tab is called: the server, and the part of its page where that is not the first.
fn title(name: &str, part: ServerPart) -> String {
    match part {
        ServerPart::Overview => name.to_owned(),
        part => [name, " · ", part_name(part).text()].concat(),
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

/// A server that is known: its head, and the part that the address names.
#[component]
fn Known(server: Memo<Server>, part: Memo<ServerPart>) -> impl IntoView {
    recents::keep(server);
    view! {
        <Header server part />
        {dynamic(move || match part.get() {
            ServerPart::Overview => view! { <Overview server /> }.into_any(),
            ServerPart::Console => view! { <Console server /> }.into_any(),
            ServerPart::BootLog => boot_log_part(server),
            ServerPart::Volumes => view! { <Volumes server /> }.into_any(),
            ServerPart::Settings => settings_part(server),
        })}
    }
}
