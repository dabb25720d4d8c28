//! Choices: a list, segments, a box, a switch.

use leptos::prelude::*;
use vps_portal::ui::{Checkbox, Choice, Segments, SelectField, Switch};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::page::{Page, press, send, settle};

fn views(grid: &str) -> Vec<Choice> {
    vec![Choice::new("grid", grid), Choice::new("table", "Table")]
}

#[wasm_bindgen_test]
async fn a_list_shows_the_choice_that_is_made_and_tells_a_new_one() {
    let value = RwSignal::new(String::from("table"));
    let grid = RwSignal::new("Grid");
    let page = Page::of(move || {
        view! {
            <SelectField
                label="View"
                choices=move || views(grid.get())
                value
                on_change=move |new| value.set(new)
            />
        }
    })
    .await;
    let select = page.get_as::<HtmlSelectElement>("select");
    assert_eq!(select.value(), "table");
    select.set_value("grid");
    send(&select, "change");
    settle().await;
    assert_eq!(value.get_untracked(), "grid");

    grid.set("Lưới");
    settle().await;
    assert!(select.text_content().unwrap().starts_with("Lưới"));
    assert_eq!(select.value(), "grid", "a new language keeps the choice");

    value.set(String::from("table"));
    settle().await;
    assert_eq!(select.value(), "table");
}

#[wasm_bindgen_test]
async fn segments_are_radio_buttons_of_one_group() {
    let value = RwSignal::new(String::from("grid"));
    let page = Page::of(move || {
        view! {
            <Segments
                label="View"
                choices=views("Grid")
                value
                on_change=move |new| value.set(new)
            />
        }
    })
    .await;
    assert_eq!(
        page.get("fieldset > legend").text_content().unwrap(),
        "View"
    );
    let grid = page.get_as::<HtmlInputElement>("input[value=grid]");
    let table = page.get_as::<HtmlInputElement>("input[value=table]");
    assert_eq!(grid.name(), table.name());
    assert!(grid.checked() && !table.checked());

    press(&table).await;
    assert_eq!(value.get_untracked(), "table");
    assert!(table.checked() && !grid.checked());

    value.set(String::from("grid"));
    settle().await;
    assert!(grid.checked() && !table.checked());
}

#[wasm_bindgen_test]
async fn a_box_and_a_switch_tell_their_new_state() {
    let ticked = RwSignal::new(false);
    let following = RwSignal::new(true);
    let page = Page::of(move || {
        view! {
            <Checkbox
                label="Keep the disk"
                checked=ticked
                hint="Slower"
                on_change=move |on| ticked.set(on)
            />
            <Switch label="Follow" checked=following on_change=move |on| following.set(on) />
        }
    })
    .await;
    press(&page.get("label")).await;
    assert!(ticked.get_untracked(), "its label ticks it, too");
    let described_by = page.get("input").get_attribute("aria-describedby").unwrap();
    assert_eq!(
        page.get(&format!("#{described_by}"))
            .text_content()
            .unwrap(),
        "Slower"
    );

    press(&page.get("[role=switch]")).await;
    assert!(!following.get_untracked());
}
