//! Pinning a server: it comes first in the list.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pieces::name_of;
use crate::api::server::Server;
use crate::browser::document;
use crate::data::servers::kept::{self, MOST_PINS};
use crate::format;
use crate::pages::lazy::settle;
use crate::pages::pieces::prepare_pins;
use crate::paths;
use crate::ui::{Announcer, Button, ButtonKind, Icon, MaybeText, MenuItem, Text};
use crate::words;

/// What pins a server, or no longer does.
#[derive(Clone, Copy)]
struct Pin {
    label: Text,
    /// Why it cannot be pinned.
    hindrance: MaybeText,
    press: Callback<()>,
}

impl Pin {
    fn of(server: Memo<Server>) -> Self {
        let is_pinned = Memo::new(move |_| {
            let pins = kept::mine().pins;
            server.with(|server| pins.contains(&server.instance_id))
        });
        let label = move || match is_pinned.get() {
            true => words::PINS_UNPIN.text().to_owned(),
            false => words::PINS_PIN.text().to_owned(),
        };
        let hindrance = move || {
            let is_full = !is_pinned.get() && kept::mine().pins.len() >= MOST_PINS;
            is_full.then(|| {
                words::pins_full(&format::number(
                    u32::try_from(MOST_PINS).unwrap_or_default(),
                ))
            })
        };
        let announcer = Announcer::from_context();
        let press = move |()| {
            let pinned = !is_pinned.get_untracked();
            let (id, name) =
                server.with_untracked(|server| (server.instance_id.clone(), name_of(server)));
            kept::change(|kept| kept.pin(&id, pinned));
            if let Some(announcer) = announcer {
                announcer.say(match pinned {
                    true => words::pins_pinned(&name),
                    false => words::pins_unpinned(&name),
                });
            }
        };
        Self {
            label: Signal::derive(label),
            hindrance: Signal::derive(hindrance),
            press: Callback::new(press),
        }
    }
}

/// Moves the focus with the server `id` of the list to its new place there.
fn follow(id: &str) {
    let link = [".server__link[href=\"", &paths::server(id), "\"]"].concat();
    // Nothing moves before what puts pinned servers first is here.
    settle();
    spawn_local(async move {
        if prepare_pins().await {
            // Until the next frame the list is laid out and the menu, which closes, hands the focus back to its button.
            request_animation_frame(move || {
                request_animation_frame(move || document::focus(&link));
            });
        }
    });
}

/// The item of the server's menu.
pub fn pin_item(server: Memo<Server>) -> AnyView {
    let Pin {
        label,
        hindrance,
        press,
    } = Pin::of(server);
    let press_and_follow = move |()| {
        press.run(());
        server.with_untracked(|server| follow(&server.instance_id));
    };
    view! { <MenuItem label icon=Icon::Pin disabled_because=hindrance on_press=press_and_follow /> }
        .into_any()
}

/// The button on the server's page.
#[component]
pub fn PinButton(server: Memo<Server>) -> impl IntoView {
    let Pin {
        label,
        hindrance,
        press,
    } = Pin::of(server);
    view! {
        <Button
            label
            kind=ButtonKind::Quiet
            icon=Icon::Pin
            disabled_because=hindrance
            on_press=press
        />
    }
}
