//! What a server is doing.

use leptos::prelude::*;
use leptos::template::Instance;

use super::by_itself;
use crate::api::server::Server;
use crate::data::actions::shown_status;
use crate::pages::servers::facts::{shown_text, shown_tone};
use crate::ui::{StatusSlots, status_badge};

/// The status in colour, word and shape; what has just been begun shows at once.
#[component]
pub fn StatusOf(server: Memo<Server>) -> impl IntoView {
    by_itself(status_badge(), follow_status, server)
}

/// Keeps the badge of a copy up to date.
pub(in crate::pages::servers) fn follow_status(copy: &mut Instance, server: Memo<Server>) {
    let mut slots = StatusSlots::of(copy);
    copy.follow(move || {
        let shown = server.with(shown_status);
        slots.show(shown_tone(&shown), shown_text(&shown));
    });
}
