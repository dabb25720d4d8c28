//! The focus within the list of a menu.

use js_sys::JsString;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus into an open list, as soon as there is something in it: its items may still be on their way.
pub(super) fn focus_chosen(list: HtmlElement, open: RwSignal<bool>) {
    if !items(&list).is_empty() {
        focus(items(&list).get(chosen(&list)));
    } else if open.try_get_untracked() == Some(true) {
        request_animation_frame(move || focus_chosen(list, open));
    }
}

/// The items of a list, in their order.
fn items(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(nodes) = list.query_selector_all("[role^=menuitem]:not(.menu__close)") else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|index| nodes.get(index)?.dyn_into().ok())
        .collect()
}

/// The index of the item to start from: the one that is chosen, or the first.
fn chosen(list: &HtmlElement) -> usize {
    items(list)
        .iter()
        .position(|item| item.get_attribute("aria-checked").as_deref() == Some("true"))
        .unwrap_or(0)
}

fn focus(item: Option<&HtmlElement>) {
    if let Some(item) = item {
        // Refused only by an item that has left the page.
        let _ = item.focus();
    }
}

/// Moves the focus as the key asks; `false` when the key means nothing here.
pub(super) fn move_focus(list: &HtmlElement, key: &str) -> bool {
    let items = items(list);
    let names = items
        .iter()
        .map(|item| folded(&item.text_content().unwrap_or_default()))
        .collect::<Vec<_>>();
    let active = document().active_element();
    let current = items
        .iter()
        .position(|item| active.as_ref() == Some(item.as_ref()))
        .unwrap_or(0);
    let next = next_item(key, current, &names, folded);
    focus(next.and_then(|next| items.get(next)));
    next.is_some()
}

/// A text in small letters, by the browser: Rust's own tables of letters would have to be downloaded.
fn folded(text: &str) -> String {
    JsString::from(text.trim()).to_lower_case().into()
}

/// The index of the item that a key leads to from the current one, among items of these names in small letters; `fold`
/// makes a letter small.
fn next_item(
    key: &str,
    current: usize,
    names: &[String],
    fold: fn(&str) -> String,
) -> Option<usize> {
    let count = names.len();
    if count == 0 {
        return None;
    }
    match key {
        "ArrowDown" => Some((current + 1) % count),
        "ArrowUp" => Some((current + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        letter if letter != " " && letter.chars().count() == 1 => {
            let wanted = fold(letter);
            (1..=count)
                .map(|step| (current + step) % count)
                .find(|&index| names[index].starts_with(&wanted))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next_item;

    fn names() -> Vec<String> {
        ["english", "tiếng việt", "ភាសាខ្មែរ", "esperanto"]
            .map(String::from)
            .to_vec()
    }

    #[test]
    fn arrow_keys_go_round() {
        assert_eq!(
            next_item("ArrowDown", 3, &names(), str::to_lowercase),
            Some(0)
        );
        assert_eq!(
            next_item("ArrowUp", 0, &names(), str::to_lowercase),
            Some(3)
        );
        assert_eq!(next_item("Home", 2, &names(), str::to_lowercase), Some(0));
        assert_eq!(next_item("End", 0, &names(), str::to_lowercase), Some(3));
    }

    #[test]
    fn a_letter_leads_to_the_next_name_that_starts_with_it() {
        assert_eq!(next_item("e", 0, &names(), str::to_lowercase), Some(3));
        assert_eq!(next_item("E", 3, &names(), str::to_lowercase), Some(0));
        assert_eq!(next_item("ភ", 0, &names(), str::to_lowercase), Some(2));
        assert_eq!(next_item("x", 0, &names(), str::to_lowercase), None);
    }

    #[test]
    fn other_keys_and_empty_menus_lead_nowhere() {
        assert_eq!(next_item("Enter", 0, &names(), str::to_lowercase), None);
        assert_eq!(next_item(" ", 0, &names(), str::to_lowercase), None);
        assert_eq!(next_item("ArrowDown", 0, &[], str::to_lowercase), None);
    }
}
