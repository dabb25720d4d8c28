//! The button of the palette, in the bar of the frame.
//!
//! It comes with the keys, a moment after the page: the first visit has no room for it. The other tools of the bar stay
//! where they are, since it comes before them, where the bar is empty.

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};

use super::Commands;
use super::help::palette_key;
use crate::ui::{Icon, IconView};
use crate::words;

/// Shows it as long as the calling component lives.
pub(super) fn show() {
    let Ok(Some(tools)) = document().query_selector(".bar__tools") else {
        return;
    };
    let hint = || [words::PALETTE_TITLE.text(), " (", palette_key(), ")"].concat();
    let button = view! {
        <button
            type="button"
            class="button palette-button"
            data-kind="quiet"
            data-icon-only=true
            aria-label=move || words::PALETTE_TITLE.text()
            aria-keyshortcuts="Control+K Meta+K"
            title=hint
            on:click=|_| Commands::open_palette()
        >
            <IconView icon=Icon::Search />
        </button>
    };
    let mut shown = button.into_any().build();
    shown.mount(&tools, tools.first_child().as_ref());
    let shown = StoredValue::new_local(shown);
    on_cleanup(move || {
        shown.try_update_value(Mountable::unmount);
    });
}
