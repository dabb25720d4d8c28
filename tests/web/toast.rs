//! Toasts and spoken news.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use vps_portal::ui::{Announcer, LiveRegion, ToastRegion, ToastTone, Toasts};
use wasm_bindgen_test::wasm_bindgen_test;

use super::clock::Clock;
use super::page::{Page, press, send, settle};

async fn page_with_toasts() -> (Page, Toasts) {
    let place = Rc::new(RefCell::new(None));
    let made = Rc::clone(&place);
    let page = Page::of(move || {
        let toasts = Toasts::provide();
        *made.borrow_mut() = Some(toasts);
        view! { <ToastRegion toasts label="Notifications" dismiss_label="Dismiss" /> }
    })
    .await;
    let toasts = place.borrow().unwrap();
    (page, toasts)
}

#[wasm_bindgen_test]
async fn good_news_are_a_status_and_failures_an_alert_in_a_named_region() {
    let (page, toasts) = page_with_toasts().await;
    let region = page.get("section");
    assert_eq!(
        region.get_attribute("aria-label").as_deref(),
        Some("Notifications")
    );
    assert_eq!(page.count("[role]"), 0);
    toasts.push(ToastTone::Success, "web-01 has been started.");
    toasts.push(ToastTone::Failure, "staging could not be started.");
    settle().await;
    assert_eq!(
        page.get("[role=status]").text_content().unwrap(),
        "web-01 has been started."
    );
    assert_eq!(
        page.get("[role=alert]").text_content().unwrap(),
        "staging could not be started."
    );
}

#[wasm_bindgen_test]
async fn a_toast_can_be_dismissed() {
    let (page, toasts) = page_with_toasts().await;
    toasts.push(ToastTone::Failure, "One");
    toasts.push(ToastTone::Failure, "Two");
    settle().await;
    press(&page.get("[role=alert] [aria-label=Dismiss]")).await;
    assert_eq!(page.count("[role=alert]"), 1);
    assert_eq!(page.get("[role=alert]").text_content().unwrap(), "Two");
}

#[wasm_bindgen_test]
async fn the_same_text_is_shown_once_and_the_oldest_give_way() {
    let (page, toasts) = page_with_toasts().await;
    toasts.push(ToastTone::Failure, "Again");
    toasts.push(ToastTone::Failure, "Again");
    settle().await;
    assert_eq!(page.count("[role=alert]"), 1);
    for number in 0..6 {
        toasts.push(ToastTone::Failure, format!("Number {number}"));
    }
    settle().await;
    assert_eq!(page.count("[role=alert]"), 4);
    assert_eq!(page.get("[role=alert]").text_content().unwrap(), "Number 2");
}

#[wasm_bindgen_test]
async fn good_news_go_by_themselves_but_not_under_the_pointer_or_the_focus() {
    let (page, toasts) = page_with_toasts().await;
    let clock = Clock::new();
    toasts.push(ToastTone::Success, "Done");
    toasts.push(ToastTone::Failure, "Failed");
    settle().await;
    for (comes, goes) in [("pointerenter", "pointerleave"), ("focusin", "focusout")] {
        let toast = page.get("[role=status]");
        send(&toast, comes);
        clock.elapse();
        settle().await;
        assert_eq!(page.count("[role=status]"), 1, "it stays after {comes}");
        send(&toast, goes);
    }
    clock.elapse();
    settle().await;
    assert_eq!(page.count("[role=status]"), 0);
    assert_eq!(
        page.count("[role=alert]"),
        1,
        "a failure waits for the reader"
    );
}

#[wasm_bindgen_test]
async fn the_same_news_twice_are_news_twice() {
    let place = Rc::new(RefCell::new(None));
    let made = Rc::clone(&place);
    let page = Page::of(move || {
        let announcer = Announcer::provide();
        *made.borrow_mut() = Some(announcer);
        view! { <LiveRegion announcer /> }
    })
    .await;
    let announcer = place.borrow().unwrap();
    let region = page.get("[aria-live=polite]");
    announcer.say(String::from("Copied"));
    settle().await;
    let first = region.text_content().unwrap();
    announcer.say(String::from("Copied"));
    settle().await;
    let second = region.text_content().unwrap();
    assert_eq!(first.trim(), "Copied");
    assert_eq!(second.trim(), "Copied");
    assert_ne!(first, second);
}
