//! A button that hands something to the device's own way of sharing.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Button, Text};

/// Opens the device's choice of where a text can be sent; nothing where the device has none.
#[component]
pub fn ShareButton(
    /// What is shared, in words.
    #[prop(into)]
    label: Text,
    /// What it is called where it arrives.
    #[prop(into)]
    title: Text,
    /// What is shared.
    #[prop(into)]
    text: Text,
    /// The address of the page that tells more.
    #[prop(into)]
    address: Text,
) -> impl IntoView {
    let press = move |()| {
        let parts = [("title", title), ("text", text), ("url", address)];
        let shared = share(parts.map(|(name, part)| (name, part.get_untracked())));
        // Who has changed their mind knows it, and the device says what else was in the way.
        spawn_local(async move {
            if let Some(shared) = shared {
                _ = JsFuture::from(shared).await;
            }
        });
    };
    way_of_sharing().map(|_| view! { <Button label on_press=press /> })
}

/// What the browser shares with; not all have it, and none on a page that was not served securely.
fn way_of_sharing() -> Option<Function> {
    let share = Reflect::get(&window().navigator(), &JsValue::from_str("share")).ok()?;
    share.dyn_into().ok()
}

fn share(parts: [(&str, String); 3]) -> Option<Promise> {
    let data = Object::new();
    for (name, part) in parts {
        // An object of our own takes everything.
        let _ = Reflect::set(&data, &JsValue::from_str(name), &JsValue::from_str(&part));
    }
    let promise = way_of_sharing()?.call1(&window().navigator(), &data).ok()?;
    promise.dyn_into().ok()
}
