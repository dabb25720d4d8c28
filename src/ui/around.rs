//! What an event happens in.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The nearest element around what an event happens to, or that itself, which fits `selector`.
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}
