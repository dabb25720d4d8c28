//! Files that the page makes itself.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to fetch the file from the page's memory.
const KEPT: Duration = Duration::from_secs(60);

/// Saves `text` as a file called `name`, of the media type `kind`, where the browser keeps downloads.
pub fn save(name: &str, kind: &str, text: &str) {
    // Fails only where the browser has no memory left for the file, and says so itself.
    let _ = try_save(name, kind, text);
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let document = window().document().ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let address = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            // Fails for no address.
            let _ = Url::revoke_object_url(&address);
        },
        KEPT,
    );
    Ok(())
}
