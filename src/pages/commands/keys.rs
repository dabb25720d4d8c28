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
/// The search of the page.
const SEARCH: &str = "main input[type=search]";

/// The keys that mean nothing here: who presses one waits for what it does elsewhere.
const BROWSERS_OWN: [&str; 8] = [
    "Enter", " ", "Tab", "Escape", "Shift", "Control", "Alt", "Meta",
];

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
        if BROWSERS_OWN.contains(&event.key().as_str()) {
            return;
        }
        let key = meant(&event.key(), &event.code(), event.shift_key());
        let used = if is_palette_key(&event, &key) {
            toggle_palette()
        } else if is_for_page(&event) {
            if key == GO && !waits_for_second {
                went.set_value(Some(clock::now()));
                true
            } else {
                press(&key, waits_for_second)
            }
        } else {
            key == "ArrowDown" && is_in_search() && is_plain(&event) && grid::enter()
        };
        if used {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// The key as a Latin keyboard has it: one for Khmer, say, has another letter in the same place. What is a Latin letter
/// stays the one that it is, wherever it is on this keyboard.
fn meant(key: &str, code: &str, with_shift: bool) -> String {
    if key.is_ascii() {
        return key.to_owned();
    }
    match (code, with_shift) {
        ("Slash", false) => "/".to_owned(),
        ("Slash", true) => "?".to_owned(),
        _ => code
            .strip_prefix("Key")
            .map_or_else(|| key.to_owned(), str::to_ascii_lowercase),
    }
}

/// Ctrl or ⌘ and K.
fn is_palette_key(event: &KeyboardEvent, key: &str) -> bool {
    let with_one = event.ctrl_key() != event.meta_key();
    with_one && key.eq_ignore_ascii_case("k") && !event.alt_key() && !event.shift_key()
}

/// Opens the palette, or closes it; not over another dialog, which asks something.
fn toggle_palette() -> bool {
    if document::has("dialog[open] .finder") {
        Commands::close_palette();
    } else if document::has("dialog[open]") {
        return false;
    } else {
        Commands::open_palette();
    }
    true
}

/// Whether a key alone means something here: nothing is written, and nothing lies over the page.
fn is_for_page(event: &KeyboardEvent) -> bool {
    is_plain(event)
        && are_single_keys_on()
        && !is_written_into()
        && !document::has("dialog[open]")
        && !document::has(":popover-open")
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
    match document::has(SEARCH) {
        true => document::focus(SEARCH),
        false => Commands::open_palette(),
    }
}

/// Whether the focus is where letters mean something already.
fn is_written_into() -> bool {
    is_focus_in("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
}

fn is_in_search() -> bool {
    is_focus_in(SEARCH)
}

fn is_focus_in(selector: &str) -> bool {
    focused().is_some_and(|focused| focused.matches(selector).unwrap_or(false))
}

/// The element that has the focus.
pub(super) fn focused() -> Option<Element> {
    document().active_element()
}

/// Presses an element; `false` where there is none.
pub(super) fn press_element(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.inspect(HtmlElement::click).is_some()
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_key_means_what_stands_in_its_place_on_a_latin_keyboard() {
        assert_eq!(meant("ថ", "KeyG", false), "g");
        assert_eq!(meant("៊", "Slash", false), "/");
        assert_eq!(meant("ឯ", "Slash", true), "?");
        assert_eq!(meant("é", "Digit2", false), "é");
    }

    #[test]
    fn a_latin_letter_is_itself_wherever_it_is() {
        assert_eq!(meant("k", "KeyV", false), "k");
        assert_eq!(meant("ArrowDown", "ArrowDown", false), "ArrowDown");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_pressed_it_answers(key in ".{0,3}", code in "(Key)?.{0,4}", with_shift: bool) {
            let _ = meant(&key, &code, with_shift);
        }
    }
}
