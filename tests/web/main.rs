//! Tests that need a browser.
#![cfg(target_arch = "wasm32")]

#[cfg(test)]
mod transport;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
