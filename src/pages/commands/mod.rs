//! The portal by keyboard: a palette that finds every page, server and action, and keys that work on every page.

mod catalogue;
mod grid;
mod help;
mod keys;
mod offers;
mod palette;
mod places;
mod recents;

use std::cell::Cell;

use leptos::prelude::*;

pub use self::help::KeysHelp;
pub use self::palette::Palette;
use super::pieces::{command_palette, keys_help};
use crate::session;
use crate::ui::dynamic;

/// What the keys can open.
#[derive(Clone, Copy)]
pub struct Commands {
    /// Whether the palette is open.
    palette: RwSignal<bool>,
    /// Whether the list of the keys is open.
    help: RwSignal<bool>,
}

thread_local! {
    /// Those of the session's frame, for the menus beside it.
    static COMMANDS: Cell<Option<Commands>> = const { Cell::new(None) };
}

impl Commands {
    /// Opens the palette.
    pub fn open_palette() {
        Self::open(|commands| commands.palette);
    }

    /// Opens the list of the keys.
    pub fn open_help() {
        Self::open(|commands| commands.help);
    }

    fn open(which: fn(Self) -> RwSignal<bool>) {
        if let Some(commands) = COMMANDS.get() {
            // The frame may have gone meanwhile.
            which(commands).try_set(true);
        }
    }
}

/// Listens to the keys as long as somebody is signed in, and shows what they open.
#[component]
pub fn WithCommands() -> impl IntoView {
    let commands = Commands {
        palette: RwSignal::new(false),
        help: RwSignal::new(false),
    };
    COMMANDS.set(Some(commands));
    keys::listen();
    on_cleanup(|| {
        if untrack(session::current).is_none() {
            recents::forget();
        }
    });
    view! {
        {once(commands.palette, command_palette::show)}
        {once(commands.help, keys_help::show)}
    }
}

/// Shows `view` from the first time that it is wanted.
fn once(wanted: RwSignal<bool>, view: fn(RwSignal<bool>) -> AnyView) -> AnyView {
    let was_wanted = Memo::new(move |before: Option<&bool>| wanted.get() || before == Some(&true));
    dynamic(move || was_wanted.get().then(|| view(wanted))).into_any()
}
