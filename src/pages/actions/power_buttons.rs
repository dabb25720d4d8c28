//! The power buttons at the head of a server's page.

use leptos::prelude::*;

use super::menu::POWER;
use super::power::Power;
use super::sentences::{name_of_action, why_not};
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::ui::{Button, Icon};
use crate::words::{self, t};

/// Start, stop and reboot.
#[component]
pub fn PowerButtons(
    /// Of which server.
    server: Memo<Server>,
) -> impl IntoView {
    let button = move |(action, icon): (PowerAction, Icon)| {
        view! {
            <Button
                label=name_of_action(action.into())
                icon
                disabled_because=why_not(server, action.into())
                on_press=Power::pressed(server, action)
            />
        }
    };
    view! {
        <div class="power page-header__actions" role="group" aria-label=t(words::ACTION_POWER)>
            {POWER.map(button).collect_view()}
        </div>
    }
}
