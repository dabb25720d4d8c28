//! Tests that need a browser: requests through its `fetch`, and each piece of the design system, mounted on a page
//! and used as a reader would.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod button;
mod choice;
mod clock;
mod copy_button;
mod dialog;
mod field;
mod json;
mod lasting;
mod links;
mod measures;
mod menu;
mod option_cards;
mod page;
mod root_mark;
mod rows;
mod table;
mod templates;
mod toast;
mod transport;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
