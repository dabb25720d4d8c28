//! The keys that work on every page.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Commands, grid, places};
use crate::browser::{address, clock, document, storage};

/// What is kept where keys alone shall do nothing.
const OFF: &str = "off";
/// How long after the first of two keys the second one counts, in milliseconds.
const PATIENCE: i64 = 1_500;
/// The first of two keys, which leads to a page.
const GO: &str = "g";

/// Whether keys alone do something. Whoever speaks to their device, or has other uses for these keys, can switch them
/// off (WCAG 2.2, 2.1.4).
pub(super) fn are_single_keys_on() -> bool {
    storage::read(storage::SINGLE_KEYS).as_deref() != Some(OFF)
}

/// Switches them on or off, in this browser.
pub(super) fn switch_single_keys(on: bool) {
    match on {
        true => storage::remove(storage::SINGLE_KEYS),
        false => storage::write(storage::SINGLE_KEYS, OFF),
    }
}

/// Listens as long as the calling component lives.
pub(super) fn listen() {
    let went = StoredValue::new(None::<i64>);
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let waits_for_second = went.try_update_value(Option::take).flatten();
        let waits_for_second = waits_for_second.is_some_and(|at| clock::now() - at < PATIENCE);
        let used = if is_palette_key(&event) {
            open_palette()
        } else if is_for_page(&event) {
            if event.key() == GO && !waits_for_second {
                went.set_value(Some(clock::now()));
                true
            } else {
                press(&event.key(), waits_for_second)
            }
        } else {
            event.key() == "ArrowDown" && is_in_search() && is_plain(&event) && grid::enter()
        };
        if used {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Ctrl or ⌘ and K. By its place, too: a Khmer keyboard has another letter there.
fn is_palette_key(event: &KeyboardEvent) -> bool {
    let with_one = event.ctrl_key() != event.meta_key();
    let is_k = event.key().eq_ignore_ascii_case("k") || event.code() == "KeyK";
    with_one && is_k && !event.alt_key() && !event.shift_key()
}

/// Opens the palette, unless another dialog asks something.
fn open_palette() -> bool {
    if exists("dialog[open]") {
        return exists("dialog[open] .finder");
    }
    Commands::open_palette();
    true
}

/// Whether a key alone means something here: nothing is written, and nothing lies over the page.
fn is_for_page(event: &KeyboardEvent) -> bool {
    is_plain(event)
        && are_single_keys_on()
        && !is_written_into()
        && !exists("dialog[open]")
        && !exists(":popover-open")
}

fn is_plain(event: &KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}

/// Does what the key says; `false` where that is nothing.
fn press(key: &str, after_go: bool) -> bool {
    if after_go && let Some(place) = places::by_key(key) {
        address::follow_link(&place.address());
        return true;
    }
    match key {
        "?" => Commands::open_help(),
        "/" => search(),
        _ => return grid::press(key),
    }
    true
}

/// Moves to the search of the page, or opens the palette where there is none.
fn search() {
    const SEARCH: &str = "main input[type=search]";
    match exists(SEARCH) {
        true => document::focus(SEARCH),
        false => Commands::open_palette(),
    }
}

fn exists(selector: &str) -> bool {
    // A browser that does not know the selector has nothing that it fits.
    matches!(document().query_selector(selector), Ok(Some(_)))
}

/// Whether the focus is where letters, or the arrow keys, mean something already.
fn is_written_into() -> bool {
    const WRITTEN: &str = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=log], [role=region][tabindex]";
    focused().is_some_and(|focused| focused.matches(WRITTEN).unwrap_or(false))
}

fn is_in_search() -> bool {
    focused().is_some_and(|focused| focused.matches("main input[type=search]").unwrap_or(false))
}

/// The element that has the focus.
pub(super) fn focused() -> Option<Element> {
    document().active_element()
}

/// Moves the focus to an element, and presses it where that is wanted.
pub(super) fn press_element(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.inspect(HtmlElement::click).is_some()
}
