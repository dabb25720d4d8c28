//! The list of the keys.

use leptos::prelude::*;

use super::keys::{are_single_keys_on, switch_single_keys};
use super::places::PLACES;
use crate::ui::{Button, Dialog, Switch, Text};
use crate::words::{self, Word, t};

/// All keys that do something on every page, and the switch for those that are pressed alone.
#[component]
pub fn KeysHelp(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=words::KEYS_TITLE>
            <List />
            <div class="dialog__actions">
                <Button label=words::PALETTE_CLOSE on_press=move |()| open.set(false) />
            </div>
        </Dialog>
    }
}

#[component]
fn List() -> impl IntoView {
    let single = RwSignal::new(are_single_keys_on());
    let change = move |on| {
        switch_single_keys(on);
        single.set(on);
    };
    let page = |name: Word| Signal::derive(move || words::keys_go_to(name.text()));
    let places = PLACES.map(|known| line(page(known.name), &["G", &known.key.to_uppercase()]));
    view! {
        <ul class="keys">
            {line(words::KEYS_PALETTE, &[palette_key()])} {line(words::KEYS_CLOSE, &["Esc"])}
        </ul>
        <Switch label=words::KEYS_SINGLE checked=single on_change=change />
        <p class="keys__hint">{t(words::KEYS_SINGLE_HINT)}</p>
        <ul class="keys">
            {line(words::KEYS_SEARCH, &["/"])}
            {line(words::KEYS_HELP, &["?"])}
            {places.collect_view()}
            {line(words::KEYS_MOVE, &["←", "→", "↑", "↓"])}
            {line(words::KEYS_NEXT, &["J", "K"])}
            {line(words::KEYS_SELECT, &["X"])}
            {line(words::KEYS_MENU, &["M"])}
        </ul>
    }
}

/// What keys do, and the keys.
fn line(what: impl Into<Text>, keys: &[&str]) -> AnyView {
    let what = what.into();
    let keys = keys
        .iter()
        .map(|key| view! { <kbd class="keycap">{(*key).to_owned()}</kbd> });
    let keys = keys.collect_view();
    view! {
        <li class="keys__line">
            <span>{what}</span>
            <span class="keys__keys">{keys}</span>
        </li>
    }
    .into_any()
}

/// The keys of the palette, as the reader's keyboard names them.
pub(super) fn palette_key() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    match platform.starts_with("Mac") || platform.starts_with("iP") {
        true => "⌘ K",
        false => "Ctrl K",
    }
}
