//! How the list is displayed: how close things stand together, and which columns the table has.

use leptos::prelude::*;

use crate::browser::density::{self, Density};
use crate::pages::servers::{Drawing, columns};
use crate::ui::{Icon, Menu, MenuCheck, MenuChoice, MenuClose, MenuGroup, dynamic};
use crate::words::{self, Word};

const fn word_of(density: Density) -> Word {
    match density {
        Density::Comfortable => words::DISPLAY_COMFORTABLE,
        Density::Compact => words::DISPLAY_COMPACT,
    }
}

/// The menu.
pub(super) fn display_menu(drawing: RwSignal<Drawing>) -> AnyView {
    let density = |density| {
        let checked = Signal::derive(move || density::current() == density);
        view! { <MenuChoice label=word_of(density) checked on_press=move |()| density::choose(density) /> }
    };
    let column = |(name, word): (&'static str, Word)| {
        let checked = Signal::derive(move || columns::is_shown(name));
        view! { <MenuCheck label=word checked on_press=move |()| columns::toggle(name) /> }
    };
    let columns = move || {
        (drawing.get() == Drawing::Table).then(|| {
            view! {
                <MenuGroup label=words::DISPLAY_COLUMNS>
                    {columns::COLUMNS.map(column).collect_view()}
                </MenuGroup>
            }
        })
    };
    view! {
        <Menu label=words::DISPLAY_MENU icon=Icon::Settings>
            <MenuGroup label=words::DISPLAY_DENSITY>
                {Density::ALL.map(density).collect_view()}
            </MenuGroup>
            {dynamic(columns)}
            <MenuClose label=words::VIEWS_DONE />
        </Menu>
    }
    .into_any()
}
