//! Copying a value: by the clipboard, by the older way, and when neither works.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use vps_portal::ui::{Announcer, CopyButton, LiveRegion, ToastRegion, Toasts};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, Stub, focused, function, press, settle};

const ADDRESS: &str = "2001:db8::7348";

async fn page_with_button() -> Page {
    Page::of(move || {
        let announcer = Announcer::provide();
        let toasts = Toasts::provide();
        view! {
            <CopyButton
                label="Copy the address"
                value=ADDRESS
                copied_text="Copied"
                failed_text="Could not copy."
            />
            <LiveRegion announcer />
            <ToastRegion toasts label="Notifications" dismiss_label="Dismiss" />
        }
    })
    .await
}

async fn press_copy(page: &Page) {
    let button = page.get("[aria-label='Copy the address']");
    button.focus().unwrap();
    press(&button).await;
    settle().await;
}

fn assert_copied(page: &Page) {
    assert!(
        page.get("[aria-label='Copy the address']")
            .has_attribute("data-copied")
    );
    assert_eq!(
        page.get("[aria-live=polite]")
            .text_content()
            .unwrap()
            .trim(),
        "Copied"
    );
    assert!(page.find("[role=alert]").is_none());
}

/// A clipboard that keeps what is written to it, or refuses it.
fn clipboard(written: Rc<RefCell<Vec<String>>>, accepts: bool) -> Stub {
    let write = function(move |text: JsValue| {
        if accepts {
            written.borrow_mut().push(text.as_string().unwrap());
            JsValue::from(js_sys::Promise::resolve(&JsValue::UNDEFINED))
        } else {
            JsValue::from(js_sys::Promise::reject(&"refused".into()))
        }
    });
    let clipboard = js_sys::Object::new();
    js_sys::Reflect::set(&clipboard, &"writeText".into(), &write).unwrap();
    Stub::new(&window().navigator(), "clipboard", &clipboard)
}

/// The page's own copying of its selection, which keeps what is selected, or refuses.
fn selection(copied: Rc<RefCell<Vec<String>>>, accepts: bool) -> Stub {
    let copy = function(move |_command: JsValue| {
        if accepts {
            let field = focused();
            let selected = js_sys::Reflect::get(&field, &"value".into()).unwrap();
            copied.borrow_mut().push(selected.as_string().unwrap());
        }
        accepts
    });
    Stub::new(&document(), "execCommand", &copy)
}

#[wasm_bindgen_test]
async fn the_clipboard_gets_the_value_and_the_reader_hears_of_it() {
    let written = Rc::default();
    let _clipboard = clipboard(Rc::clone(&written), true);
    let page = page_with_button().await;
    press_copy(&page).await;
    assert_eq!(*written.borrow(), [ADDRESS]);
    assert_copied(&page);
}

#[wasm_bindgen_test]
async fn without_a_clipboard_the_older_way_is_taken() {
    let copied = Rc::default();
    let _clipboard = Stub::new(&window().navigator(), "clipboard", &JsValue::UNDEFINED);
    let _selection = selection(Rc::clone(&copied), true);
    let page = page_with_button().await;
    press_copy(&page).await;
    assert_eq!(*copied.borrow(), [ADDRESS]);
    assert_copied(&page);
    assert_eq!(
        focused().get_attribute("aria-label").as_deref(),
        Some("Copy the address"),
        "the focus is where it was"
    );
    assert_eq!(
        document().query_selector_all("textarea").unwrap().length(),
        0
    );
}

#[wasm_bindgen_test]
async fn when_nothing_works_a_toast_says_so() {
    let none = Rc::<RefCell<Vec<String>>>::default();
    let _clipboard = clipboard(Rc::clone(&none), false);
    let _selection = selection(none, false);
    let page = page_with_button().await;
    press_copy(&page).await;
    assert_eq!(
        page.get("[role=alert]").text_content().unwrap(),
        "Could not copy."
    );
    assert!(
        !page
            .get("[aria-label='Copy the address']")
            .has_attribute("data-copied")
    );
}
