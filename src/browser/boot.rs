//! What `public/boot.js` has fetched before the application started.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The text of `config.json`, `None` when it could not be fetched.
pub async fn configuration() -> Option<String> {
    text_of(property("config")?).await
}

/// The language file that fits the reader, `None` when it could not be fetched.
pub(crate) async fn words() -> Option<String> {
    text_of(property("words")?).await
}

/// The languages that this build has a file for: the tag of each, and its own name for itself.
pub(crate) fn languages() -> Vec<(String, String)> {
    let languages = property("languages").and_then(|languages| languages.dyn_into::<Object>().ok());
    let entries = languages
        .map(|languages| Object::entries(&languages))
        .unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| language(&entry))
        .collect()
}

fn language(entry: &JsValue) -> Option<(String, String)> {
    let [tag, facts] = [0, 1].map(|index| Reflect::get_u32(entry, index).ok());
    let name = Reflect::get(&facts?, &"name".into()).ok()?;
    Some((tag?.as_string()?, name.as_string()?))
}

/// Fetches another language file, `None` when it cannot be had.
pub(crate) async fn load_words(tag: &str) -> Option<String> {
    let load: Function = property("loadWords")?.dyn_into().ok()?;
    text_of(load.call1(&JsValue::UNDEFINED, &tag.into()).ok()?).await
}

/// Shows that the portal could not start.
#[cfg(target_arch = "wasm32")]
pub(crate) fn fail() {
    if let Some(fail) = property("fail").and_then(|fail| fail.dyn_into::<Function>().ok()) {
        // It shows a fixed text; there is nothing left to do should that fail too.
        let _ = fail.call0(&JsValue::UNDEFINED);
    }
}

fn property(name: &str) -> Option<JsValue> {
    let portal = Reflect::get(&js_sys::global(), &"vpsPortal".into()).ok()?;
    Reflect::get(&portal, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())
}

async fn text_of(promise: JsValue) -> Option<String> {
    let promise: Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}
