//! The portal by keyboard: a palette that finds every page, server and action, and keys that work on every page.

mod button;
mod catalogue;
mod grid;
mod help;
mod keys;
mod offers;
mod palette;
mod places;
pub mod recents;

use std::cell::Cell;

use leptos::prelude::*;

pub use self::help::KeysHelp;
pub use self::palette::Palette;
use super::pieces::{command_palette, keys_help};
use crate::browser::boot;
use crate::ui::dynamic;

/// What the keys can open.
#[derive(Clone, Copy)]
pub struct Commands {
    /// Whether the palette is open.
    palette: RwSignal<bool>,
    /// Whether the list of the keys is open.
    help: RwSignal<bool>,
}

/// One of the two.
type Which = fn(Commands) -> RwSignal<bool>;

thread_local! {
    /// Those of the session's frame, for the menus beside it.
    static COMMANDS: Cell<Option<Commands>> = const { Cell::new(None) };
    /// What a menu wanted before they were here.
    static WANTED: Cell<Option<Which>> = const { Cell::new(None) };
}

impl Commands {
    /// Opens the palette.
    pub fn open_palette() {
        Self::set(|commands| commands.palette, true);
    }

    /// Closes the palette.
    fn close_palette() {
        Self::set(|commands| commands.palette, false);
    }

    /// Opens the list of the keys.
    pub fn open_help() {
        Self::set(|commands| commands.help, true);
    }

    fn set(which: Which, open: bool) {
        let commands = COMMANDS.get();
        // Those of a frame that has gone can be set no more.
        let is_set = commands.is_some_and(|commands| which(commands).try_set(open).is_none());
        if !is_set && open {
            WANTED.set(Some(which));
        }
    }
}

/// Listens to the keys as long as somebody is signed in, and shows what they open.
#[component]
pub fn WithCommands() -> impl IntoView {
    let commands = Commands {
        palette: RwSignal::new(boot::was_palette_wanted()),
        help: RwSignal::new(false),
    };
    COMMANDS.set(Some(commands));
    if let Some(wanted) = WANTED.take() {
        wanted(commands).set(true);
    }
    keys::listen();
    button::show();
    on_cleanup(recents::forget_when_signed_out);
    view! {
        {once(commands.palette, command_palette)}
        {once(commands.help, keys_help)}
    }
}

/// Shows `view` from the first time that it is wanted.
fn once(wanted: RwSignal<bool>, view: fn(RwSignal<bool>) -> AnyView) -> AnyView {
    let was_wanted = Memo::new(move |before: Option<&bool>| wanted.get() || before == Some(&true));
    dynamic(move || was_wanted.get().then(|| view(wanted))).into_any()
}
