//! The head of a server's page: what it is, and the way to its parts.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::pages::page::heading;
use crate::pages::servers::pieces::{StatusOf, Texts};
use crate::paths::{self, ServerPart};
use crate::ui::{PageHeader, Tabs};
use crate::words::{self, Word, t};

/// The parts of a server's page, as they are called.
const PARTS: [(ServerPart, Word); 5] = [
    (ServerPart::Overview, words::SERVER_OVERVIEW),
    (ServerPart::Console, words::SERVER_CONSOLE),
    (ServerPart::BootLog, words::SERVER_BOOT_LOG),
    (ServerPart::Volumes, words::SERVER_VOLUMES),
    (ServerPart::Settings, words::SERVER_SETTINGS),
];

/// The head over every part of a server's page.
#[component]
pub(super) fn Header(server: Memo<Server>, part: Memo<ServerPart>) -> impl IntoView {
    let Texts { name, .. } = Texts::of(server);
    let id = server.with_untracked(|server| server.instance_id.clone());
    let link = move |(leads_to, word): (ServerPart, Word)| {
        let current = move || (part.get() == leads_to).then_some("page");
        view! { <a href=paths::server_part(&id, leads_to) aria-current=current>{t(word)}</a> }
    };
    view! {
        <PageHeader title=name heading=heading()>
            <StatusOf server />
        </PageHeader>
        <Tabs label=words::SERVER_PARTS>{PARTS.map(link).collect_view()}</Tabs>
    }
}
