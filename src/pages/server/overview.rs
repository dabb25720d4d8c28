//! What is known of a server.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::format;
use crate::pages::servers::pieces::{Addresses, Expiry, StatusOf, Texts};
use crate::ui::{Card, Fact, Facts};
use crate::words;

/// Every fact of the server.
#[component]
pub(super) fn Overview(server: Memo<Server>) -> impl IntoView {
    let Texts { region, .. } = Texts::of(server);
    let created = Signal::derive(move || {
        server.with(|server| match &server.created {
            Some(time) => format::date_time(time),
            None => words::SERVERS_NO_DATE.text().to_owned(),
        })
    });
    let id = server.with_untracked(|server| server.instance_id.clone());
    view! {
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
