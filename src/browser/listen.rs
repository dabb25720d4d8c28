//! Listening to the window for as long as the application lives.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls `action` at every event `name` of the window, until the page is closed.
pub fn on_window(name: &str, action: impl Fn(web_sys::Event) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(action);
    let added = window().add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    if added.is_ok() {
        listener.forget();
    }
}

/// Calls `action` at every event `name` of the document, until the page is closed.
pub fn on_document(name: &str, action: impl Fn(web_sys::Event) + 'static) {
    let Some(document) = window().document() else {
        return;
    };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(action);
    let added = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    if added.is_ok() {
        listener.forget();
    }
}
