//! The menu of a server in the list: everything that can be done to it.

use std::sync::Arc;

use leptos::element::Element;
use leptos::ev;
use leptos::prelude::*;
use leptos::template::Instance;

use super::confirmation;
use super::power::Power;
use super::sentences::{name_of_action, why_not};
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::data::actions::Action;
use crate::pages::pieces::server_menu_items;
use crate::pages::servers::{pieces::name_of, pin_item};
use crate::paths::{self, ServerPart};
use crate::ui::{
    Icon, MaybeText, MenuClose, MenuItem, MenuLine, MenuLink, MenuList, ToastTone, Toasts,
    menu_button,
};
use crate::words::{self, Word};

/// What the power buttons do, each with its icon.
pub const POWER: [(PowerAction, Icon); 3] = [
    (PowerAction::Start, Icon::Start),
    (PowerAction::Stop, Icon::Stop),
    (PowerAction::Reboot, Icon::Refresh),
];

/// The parts of a server's page that the menu leads to as they are.
const PARTS: [(ServerPart, Word, Icon); 3] = [
    (ServerPart::BootLog, words::SERVER_BOOT_LOG, Icon::Lines),
    (ServerPart::Volumes, words::SERVER_VOLUMES, Icon::Disk),
    (ServerPart::Settings, words::SERVER_SETTINGS, Icon::Settings),
];

/// What is filled in each copy.
const MENU: &str = "menu";

/// The button that opens the menu, in a template.
pub fn server_menu_button() -> Element {
    menu_button(Signal::stored(Icon::More)).attr("data-slot", MENU)
}

/// Keeps the button of a copy up to date, and opens the menu by it.
pub fn follow_menu(copy: &mut Instance, server: Memo<Server>) {
    let label = move || server.with(|server| words::servers_menu(&name_of(server)));
    let mut button = copy.slot(MENU);
    copy.follow(move || button.name(label()));
    let items = Arc::new(move || server_menu_items(server));
    let list = MenuList::new(Signal::derive(label), items);
    let by_key = list.clone();
    copy.on(MENU, ev::click, move |event| list.press(&event));
    copy.on(MENU, ev::keydown, move |event| by_key.press_key(&event));
}

/// What the menu holds.
pub fn menu_items(server: Memo<Server>) -> AnyView {
    let part = move |(part, label, icon)| link(server, part, label, icon, None);
    let console = (
        ServerPart::Console,
        name_of_action(Action::OpenConsole),
        Icon::Monitor,
    );
    let why_no_console = why_not(server, Action::OpenConsole);
    view! {
        {POWER.map(|(action, icon)| power_item(server, action, icon)).collect_view()}
        {(!confirmation::is_wanted()).then(ask_again)}
        <MenuLine />
        {link(server, console.0, console.1, console.2, Some(why_no_console))}
        {PARTS.map(part).collect_view()}
        <MenuLine />
        {pin_item(server)}
        <MenuClose label=words::COMMON_CANCEL />
    }
    .into_any()
}

fn power_item(server: Memo<Server>, action: PowerAction, icon: Icon) -> AnyView {
    view! {
        <MenuItem
            label=name_of_action(action.into())
            icon
            disabled_because=why_not(server, action.into())
            on_press=Power::pressed(server, action)
        />
    }
    .into_any()
}

/// Takes "do not ask again" back.
fn ask_again() -> AnyView {
    let toasts = Toasts::from_context();
    let press = move |()| {
        confirmation::want(true);
        if let Some(toasts) = toasts {
            toasts.push(ToastTone::Success, words::ACTION_ASKED_AGAIN.text());
        }
    };
    view! { <MenuItem label=words::ACTION_ASK_AGAIN icon=Icon::Info on_press=press /> }.into_any()
}

fn link(
    server: Memo<Server>,
    part: ServerPart,
    label: Word,
    icon: Icon,
    disabled_because: Option<MaybeText>,
) -> AnyView {
    let href = move || server.with(|server| paths::server_part(&server.instance_id, part));
    let disabled_because = disabled_because.unwrap_or_default();
    view! { <MenuLink label icon href=Signal::derive(href) disabled_because /> }.into_any()
}
