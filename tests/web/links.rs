//! Links to the parts of a page, and links that open a tab of their own.

use leptos::prelude::*;
use vps_portal::ui::{ExternalButton, Tabs};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use super::page::{Page, function, settle};

#[wasm_bindgen_test]
async fn the_current_link_of_a_narrow_row_is_in_view() {
    let current = RwSignal::new("9".to_owned());
    let page = Page::of(move || {
        let links = (0..10).map(move |number| {
            let number = number.to_string();
            let is_current = number.clone();
            let current = move || (current.get() == is_current).then_some("page");
            view! { <a href="#" aria-current=current>"A part of the page, number " {number}</a> }
        });
        view! { <Tabs label="Parts" current>{links.collect_view()}</Tabs> }
    })
    .await;
    let row = page.get("nav");
    // The tests have no style sheet.
    for (property, value) in [
        ("display", "flex"),
        ("overflow-x", "auto"),
        ("white-space", "nowrap"),
    ] {
        row.style().set_property(property, value).unwrap();
    }
    row.style().set_property("position", "relative").unwrap();
    current.set("8".to_owned());
    settle().await;
    let first_place = row.scroll_left();
    assert!(first_place > 0);
    current.set("0".to_owned());
    settle().await;
    assert_eq!(row.scroll_left(), 0);
}

#[wasm_bindgen_test]
async fn a_link_without_an_address_stays_and_opens_nothing() {
    let (address, opened) = (RwSignal::new(None::<String>), RwSignal::new(0));
    let page = Page::of(move || {
        let on_open = move |()| opened.update(|count| *count += 1);
        view! { <ExternalButton label="Open" href=address new_tab_label="opens a new tab" on_open /> }
    })
    .await;
    let link = page.get("a");
    assert_eq!(link.get_attribute("role").as_deref(), Some("link"));
    assert_eq!(link.get_attribute("aria-disabled").as_deref(), Some("true"));
    link.click();
    assert_eq!(opened.get_untracked(), 0);

    let open_no_tab = function(|event| event.unchecked_into::<Event>().prevent_default());
    link.add_event_listener_with_callback("click", open_no_tab.unchecked_ref())
        .unwrap();
    address.set(Some("https://console.example.com/".to_owned()));
    settle().await;
    assert_eq!(
        link.get_attribute("rel").as_deref(),
        Some("noopener noreferrer")
    );
    assert_eq!(link.get_attribute("target").as_deref(), Some("_blank"));
    assert_eq!(link.get_attribute("aria-disabled"), None);
    link.click();
    assert_eq!(opened.get_untracked(), 1);
}
