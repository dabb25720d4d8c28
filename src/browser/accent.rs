//! The provider's accent. `public/boot.js` shows that of the last visit before the first paint.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::storage;
use crate::accent::declarations;

/// Shows the whole page in an accent, `#rrggbb`, and keeps what that means for the next visit; in the style sheet's own
/// where it is none.
pub fn show(accent: &str) {
    let kept = storage::read(storage::ACCENT);
    let wanted = declarations(accent);
    match &wanted {
        Some(wanted) if kept.as_ref() != Some(wanted) => storage::write(storage::ACCENT, wanted),
        None if kept.is_some() => storage::remove(storage::ACCENT),
        None => return,
        Some(_) => {}
    }
    let root = window()
        .document()
        .and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        root.style().set_css_text(&wanted.unwrap_or_default());
    }
}
