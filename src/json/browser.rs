//! Reads JSON with the browser.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::Json;

/// How deep values may lie in one another, as in serde_json: what lies deeper is no answer of a service, and would use up the stack.
const DEEPEST: usize = 128;

pub(super) fn parse(text: &str) -> Option<Json> {
    read(&JSON::parse(text).ok()?, 0)
}

fn read(value: &JsValue, depth: usize) -> Option<Json> {
    if depth == DEEPEST {
        return None;
    }
    if value.is_null() {
        return Some(Json::Null);
    }
    if let Some(boolean) = value.as_bool() {
        return Some(Json::Boolean(boolean));
    }
    if let Some(number) = value.as_f64() {
        // `as` saturates and cuts the fraction off, which is what is meant.
        #[allow(clippy::cast_possible_truncation)]
        return Some(Json::Integer(number as i64));
    }
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if let Some(elements) = value.dyn_ref::<Array>() {
        let elements = elements.iter().map(|element| read(&element, depth + 1));
        return elements.collect::<Option<_>>().map(Json::List);
    }
    let members = Object::entries(value.unchecked_ref());
    let members = members.iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, read(&entry.get(1), depth + 1)?))
    });
    members.collect::<Option<_>>().map(Json::Object)
}
