//! The head of a server's page: what it is, what it does, where it is reached, and the way to its parts.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::pages::actions::PowerButtons;
use crate::pages::page::heading;
use crate::pages::servers::PinButton;
use crate::pages::servers::pieces::{Addresses, StatusOf, Texts};
use crate::paths::{self, ServerPart};
use crate::ui::Tabs;
use crate::words::{self, Word, t};

/// What a part of a server's page is called.
pub(super) const fn part_name(part: ServerPart) -> Word {
    match part {
        ServerPart::Overview => words::SERVER_OVERVIEW,
        ServerPart::Console => words::SERVER_CONSOLE,
        ServerPart::BootLog => words::SERVER_BOOT_LOG,
        ServerPart::Volumes => words::SERVER_VOLUMES,
        ServerPart::Settings => words::SERVER_SETTINGS,
    }
}

/// The head over every part of a server's page.
#[component]
pub(super) fn Header(server: Memo<Server>, part: Memo<ServerPart>) -> impl IntoView {
    let Texts { name, region, .. } = Texts::of(server);
    view! {
        <header class="server-head">
            <h1 class="page-header__title" tabindex="-1" node_ref=heading()>
                {name}
            </h1>
            <div class="server-head__facts">
                <StatusOf server />
                <span class="server-head__region">{region}</span>
                <Addresses server />
                <PinButton server />
            </div>
            <PowerButtons server />
        </header>
        <Parts server part />
    }
}

/// The way to each part, the present one marked.
#[component]
fn Parts(server: Memo<Server>, part: Memo<ServerPart>) -> impl IntoView {
    let id = server.with_untracked(|server| server.instance_id.clone());
    let link = move |leads_to: ServerPart| {
        let current = move || (part.get() == leads_to).then_some("page");
        view! {
            <a href=paths::server_part(&id, leads_to) aria-current=current>
                {t(part_name(leads_to))}
            </a>
        }
    };
    let current = Signal::derive(move || part_name(part.get()).text().to_owned());
    view! {
        <Tabs label=words::SERVER_PARTS current>
            {ServerPart::ALL.map(link).collect_view()}
        </Tabs>
    }
}
