//! Buttons: busy, disabled with a reason, and links that look like them.

use leptos::prelude::*;
use vps_portal::ui::{Button, LinkButton, MaybeText, Pagination};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, press, settle};

#[wasm_bindgen_test]
async fn a_press_counts_once() {
    let presses = RwSignal::new(0);
    let page = Page::of(move || {
        view! { <Button label="Start" on_press=move |()| presses.update(|count| *count += 1) /> }
    })
    .await;
    press(&page.get("button")).await;
    assert_eq!(presses.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_disabled_button_says_why_and_ignores_presses() {
    let presses = RwSignal::new(0);
    let reason = RwSignal::new(Some(String::from("The server is running.")));
    let page = Page::of(move || {
        view! {
            <Button
                label="Start"
                disabled_because=reason
                on_press=move |()| presses.update(|count| *count += 1)
            />
        }
    })
    .await;
    let button = page.get("button");
    press(&button).await;
    assert_eq!(presses.get_untracked(), 0);
    assert_eq!(
        button.get_attribute("aria-disabled").as_deref(),
        Some("true")
    );
    let described_by = button.get_attribute("aria-describedby").unwrap();
    let description = page.get(&format!("#{described_by}"));
    assert_eq!(
        description.text_content().unwrap(),
        "The server is running."
    );

    reason.set(None);
    settle().await;
    press(&button).await;
    assert_eq!(presses.get_untracked(), 1);
    assert!(!button.has_attribute("aria-disabled"));
    assert!(!button.has_attribute("aria-describedby"));
}

#[wasm_bindgen_test]
async fn a_busy_button_says_so_and_sends_no_form() {
    let busy = RwSignal::new(true);
    let sent = RwSignal::new(0);
    let page = Page::of(move || {
        view! {
            <form on:submit=move |event| {
                event.prevent_default();
                sent.update(|count| *count += 1);
            }>
                <Button label="Sign in" submit=true busy busy_label="Signing in…" />
            </form>
        }
    })
    .await;
    let button = page.get("button");
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));
    assert!(button.text_content().unwrap().contains("Signing in…"));
    press(&button).await;
    assert_eq!(sent.get_untracked(), 0);

    busy.set(false);
    settle().await;
    press(&button).await;
    assert_eq!(sent.get_untracked(), 1);
    assert!(!button.has_attribute("aria-busy"));
}

#[wasm_bindgen_test]
async fn a_link_without_an_address_stays_as_a_disabled_link() {
    let href = RwSignal::new(None::<String>);
    let page = Page::of(move || view! { <LinkButton label="Next page" href /> }).await;
    let link = page.get("a");
    assert_eq!(link.get_attribute("role").as_deref(), Some("link"));
    assert_eq!(link.get_attribute("aria-disabled").as_deref(), Some("true"));

    href.set(Some(String::from("#2")));
    settle().await;
    assert_eq!(link.get_attribute("href").as_deref(), Some("#2"));
    assert!(!link.has_attribute("role"));
    assert!(!link.has_attribute("aria-disabled"));
}

#[wasm_bindgen_test]
async fn pagination_names_its_links() {
    let page = Page::of(move || {
        let previous = MaybeText::stored(None);
        view! {
            <Pagination
                label="Pagination"
                position="Page 1 of 2"
                previous_label="Previous page"
                previous
                next_label="Next page"
                next=Signal::stored(Some(String::from("#2")))
            />
        }
    })
    .await;
    assert_eq!(
        page.get("nav").get_attribute("aria-label").as_deref(),
        Some("Pagination")
    );
    assert_eq!(
        page.get("[aria-label='Next page']")
            .get_attribute("href")
            .as_deref(),
        Some("#2")
    );
    assert!(
        !page
            .get("[aria-label='Previous page']")
            .has_attribute("href")
    );
    assert!(
        page.get("nav")
            .text_content()
            .unwrap()
            .contains("Page 1 of 2")
    );
}
