//! The menus over the list: the views that a person has saved, how the list is displayed, and files of it.

mod display;
mod managing;
mod menu;
mod naming;
mod pinned;

use leptos::prelude::*;

use self::display::display_menu;
use self::managing::Managing;
use self::menu::views_menu;
use self::naming::Naming;
pub(super) use self::pinned::mark;
pub use self::pinned::pinned_cards;
use self::pinned::put_first;
use super::export_menu::export_menu;
use super::{Drawing, ListPage};
use crate::browser::{address, density, storage};
use crate::data::query::Handle;
use crate::data::servers::Gathered;
use crate::data::servers::kept::{self, DRAWING};

/// What the dialogs of the saved views are about.
#[derive(Clone, Copy)]
struct Dialogs {
    /// Whether a name is asked for.
    naming: RwSignal<bool>,
    /// The view that gets another name; empty where what is shown is saved under one.
    renamed: RwSignal<String>,
    /// Whether the views are being looked after.
    managing: RwSignal<bool>,
}

/// The menus over the list.
pub fn list_tools(page: ListPage, list: Handle<Gathered>, drawing: RwSignal<Drawing>) -> AnyView {
    let dialogs = Dialogs {
        naming: RwSignal::new(false),
        renamed: RwSignal::new(String::new()),
        managing: RwSignal::new(false),
    };
    kept::lead_on();
    // From now on it follows other tabs.
    let _ = untrack(density::current);
    draw_as_told(page, drawing);
    put_first(page, list);
    let shown = Signal::derive(move || {
        let drawing = drawing.get().name();
        page.view.with(|view| kept::search_of(view, drawing))
    });
    view! {
        <div class="list-line__tools">
            {views_menu(shown, dialogs)} {display_menu(drawing)} {export_menu(page, false)}
        </div>
        <Naming shown dialogs />
        <Managing dialogs />
    }
    .into_any()
}

/// Draws the list as the address tells it, and takes that for the person's choice from then on: it is none of the
/// things that the list goes on to say in its address.
fn draw_as_told(page: ListPage, drawing: RwSignal<Drawing>) {
    Effect::new(move || {
        if let Some(told) = address::parameter(DRAWING) {
            let told = Drawing::from_name(&told);
            storage::write(storage::SERVERS_VIEW, told.name());
            if drawing.get_untracked() != told {
                drawing.set(told);
            }
            page.go.run((page.view.get_untracked(), true));
        }
    });
}
