//! The power buttons at the head of a server's page.

use leptos::prelude::*;

use super::menu::POWER;
use super::power::Power;
use super::sentences::{name_of_action, why_not};
use crate::api::server::Server;
use crate::ui::Button;
use crate::words::{self, t};

/// Start, stop and reboot.
#[component]
pub fn PowerButtons(
    /// Of which server.
    server: Memo<Server>,
) -> impl IntoView {
    let power = Power::from_context();
    let button = move |(action, icon)| {
        let press = move |()| {
            if let Some(power) = power {
                power.press(server.get_untracked(), action);
            }
        };
        view! {
            <Button
                label=name_of_action(action.into())
                icon
                disabled_because=why_not(server, action.into())
                on_press=press
            />
        }
    };
    view! {
        <div class="power page-header__actions" role="group" aria-label=t(words::ACTION_POWER)>
            {POWER.map(button).collect_view()}
        </div>
    }
}
