//! A part of a server's page.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::words::{self, t};

/// The part.
#[component]
pub(super) fn Volumes(server: Memo<Server>) -> impl IntoView {
    let id = server.with_untracked(|server| server.instance_id.clone());
    view! {
        <section>
            <h2>{t(words::SERVER_VOLUMES)}</h2>
            <p>{id}</p>
        </section>
    }
}
