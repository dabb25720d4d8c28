//! The settings of the document itself: its title and theme. Its language is `boot::speak`'s.

use leptos::prelude::{request_animation_frame, window};
use web_sys::Element;

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

/// Sets the theme, `light` or `dark`; `None` follows the device.
pub fn set_theme(theme: Option<&str>) {
    set_attribute("data-theme", theme);
}

/// Sets for which media the browser's own bars have `colour`, one that the document names.
pub fn set_media_of(colour: &str, media: &str) {
    let selector = ["meta[content=\"", colour, "\"]"].concat();
    let document = window().document();
    let meta = document.and_then(|document| document.query_selector(&selector).ok().flatten());
    if let Some(meta) = meta {
        // It fails only for names that are no attribute's name.
        let _ = meta.set_attribute("media", media);
    }
}

/// Sets how close things stand together; `None` is as they are made.
pub fn set_density(density: Option<&str>) {
    set_attribute("data-density", density);
}

/// Whether the window is as narrow as a phone, where cards stand one below the other.
pub fn is_narrow() -> bool {
    let query = window().match_media("(width < 40rem)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Whether there is an element that fits `selector`; a browser that does not know the selector has none.
pub fn has(selector: &str) -> bool {
    let document = window().document();
    document.is_some_and(|document| matches!(document.query_selector(selector), Ok(Some(_))))
}

/// Moves the focus to the first element that fits `selector`, if there is one.
pub fn focus(selector: &str) {
    use wasm_bindgen::JsCast;
    let element = window()
        .document()
        .and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Moves the focus from where `going` finds it, a part of the page that is about to go, to `instead`.
pub fn focus_instead(going: &str, instead: &'static str) {
    let document = window().document();
    let focused = document.and_then(|document| document.query_selector(going).ok().flatten());
    if focused.is_some() {
        request_animation_frame(move || focus(instead));
    }
}

/// Loads the page anew.
pub fn reload() {
    // A page that may not be loaded anew stays as it is.
    let _ = window().location().reload();
}

fn set_attribute(name: &str, value: Option<&str>) {
    let Some(root) = window()
        .document()
        .and_then(|document| document.document_element())
    else {
        return;
    };
    let root: &Element = &root;
    // Both fail only for names that are no attribute's name.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
