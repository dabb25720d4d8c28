//! Menus: opened, walked through and closed by keyboard.

use leptos::prelude::*;
use vps_portal::ui::{Icon, Menu, MenuChoice, MenuItem, MenuLink};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, focused, press, press_key, send};

async fn languages(chosen: RwSignal<&'static str>) -> Page {
    Page::of(move || {
        let choice = move |code: &'static str, name: &'static str| {
            view! {
                <MenuChoice
                    label=name
                    lang=code
                    checked=Signal::derive(move || chosen.get() == code)
                    on_press=move |()| chosen.set(code)
                />
            }
        };
        view! {
            <Menu label="Language" icon=Icon::Globe>
                {choice("en", "English")}
                {choice("vi", "Tiếng Việt")}
                {choice("km", "ភាសាខ្មែរ")}
            </Menu>
        }
    })
    .await
}

fn is_open(page: &Page) -> bool {
    page.get("[role=menu]").matches(":popover-open").unwrap()
}

fn focused_text() -> String {
    focused().text_content().unwrap()
}

#[wasm_bindgen_test]
async fn a_press_opens_it_at_the_choice_that_is_made() {
    let page = languages(RwSignal::new("vi")).await;
    let button = page.get("button");
    assert_eq!(
        button.get_attribute("aria-label").as_deref(),
        Some("Language")
    );
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    press(&button).await;
    assert!(is_open(&page));
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    assert_eq!(focused_text(), "Tiếng Việt");
    assert_eq!(
        focused().get_attribute("aria-checked").as_deref(),
        Some("true")
    );
}

#[wasm_bindgen_test]
async fn its_list_is_made_when_it_is_first_used_and_stays() {
    let page = languages(RwSignal::new("en")).await;
    let button = page.get("button");
    assert_eq!(page.count("[role=menu]"), 0);
    press_key(&button, "ArrowDown").await;
    let list = page.get("[role=menu]");
    assert_eq!(button.get_attribute("aria-controls"), Some(list.id()));
    press_key(&list, "Tab").await;
    assert!(!is_open(&page));
    press(&button).await;
    assert!(is_open(&page));
    assert_eq!(page.get("[role=menu]"), list, "no second list is made");
}

#[wasm_bindgen_test]
async fn it_opens_beside_its_button_and_within_the_window() {
    let page = languages(RwSignal::new("en")).await;
    let button = page.get("button");
    press(&button).await;
    let list = page.get("[role=menu]").get_bounding_client_rect();
    let anchor = button.get_bounding_client_rect();
    let below = list.top() - anchor.bottom();
    let above = anchor.top() - list.bottom();
    assert!(
        (0.0..=12.0).contains(&below) || (0.0..=12.0).contains(&above),
        "{below} {above}"
    );
    let width = window().inner_width().unwrap().as_f64().unwrap();
    assert!(list.left() >= 0.0 && list.right() <= width);
}

#[wasm_bindgen_test]
async fn the_arrow_keys_go_round_and_letters_lead_to_names() {
    let page = languages(RwSignal::new("en")).await;
    let button = page.get("button");
    button.focus().unwrap();
    assert!(!press_key(&button, "ArrowDown").await);
    assert!(is_open(&page));
    let list = page.get("[role=menu]");
    for (key, expected) in [
        ("ArrowDown", "Tiếng Việt"),
        ("ArrowDown", "ភាសាខ្មែរ"),
        ("ArrowDown", "English"),
        ("ArrowUp", "ភាសាខ្មែរ"),
        ("Home", "English"),
        ("End", "ភាសាខ្មែរ"),
        ("t", "Tiếng Việt"),
    ] {
        assert!(!press_key(&list, key).await, "{key} scrolls nothing");
        assert_eq!(focused_text(), expected, "after {key}");
    }
    assert!(press_key(&list, "F5").await, "other keys are the browser's");
}

#[wasm_bindgen_test]
async fn choosing_acts_closes_and_returns_the_focus() {
    let chosen = RwSignal::new("en");
    let page = languages(chosen).await;
    let button = page.get("button");
    button.focus().unwrap();
    press_key(&button, "ArrowDown").await;
    press(&page.get("[lang=km]")).await;
    assert_eq!(chosen.get_untracked(), "km");
    assert!(!is_open(&page));
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    assert_eq!(focused_text(), button.text_content().unwrap());
    assert_eq!(
        focused().get_attribute("aria-haspopup").as_deref(),
        Some("menu")
    );
    // The choices are there only while the menu is open.
    press_key(&button, "ArrowDown").await;
    assert_eq!(page.count("[aria-checked=true]"), 1);
    assert_eq!(
        page.get("[lang=km]")
            .get_attribute("aria-checked")
            .as_deref(),
        Some("true")
    );
}

#[wasm_bindgen_test]
async fn tab_and_scrolling_close_it() {
    let page = languages(RwSignal::new("en")).await;
    let button = page.get("button");
    press(&button).await;
    assert!(
        press_key(&page.get("[role=menu]"), "Tab").await,
        "the browser still moves the focus on"
    );
    assert!(!is_open(&page));

    press(&button).await;
    assert!(is_open(&page));
    let root = document().document_element().unwrap();
    send(&root, "scroll");
    super::page::settle().await;
    assert!(is_open(&page), "its button has not moved");
    button.style().set_property("translate", "0 9px").unwrap();
    send(&root, "scroll");
    super::page::settle().await;
    assert!(!is_open(&page));
}

#[wasm_bindgen_test]
async fn what_cannot_be_used_says_why_stays_open_and_does_nothing() {
    let pressed = RwSignal::new(0);
    let reason = RwSignal::new(Some("It is off.".to_owned()));
    let page = Page::of(move || {
        view! {
            <Menu label="Actions" icon=Icon::More>
                <MenuItem
                    label="Stop"
                    icon=Icon::Stop
                    disabled_because=reason
                    on_press=move |()| pressed.update(|count| *count += 1)
                />
                <MenuLink label="Console" icon=Icon::Monitor href="#console" disabled_because=reason />
            </Menu>
        }
    })
    .await;
    assert_eq!(page.count("[role=menuitem]"), 0, "closed, it holds nothing");
    press(&page.get("button")).await;
    for kind in ["button[role=menuitem]", "a[role=menuitem]"] {
        let item = page.get(kind);
        assert_eq!(item.get_attribute("aria-disabled").as_deref(), Some("true"));
        let description = item.get_attribute("aria-describedby").unwrap();
        let described = page.get(&["#", &description].concat());
        assert_eq!(described.text_content().unwrap(), "It is off.");
        press(&item).await;
        assert!(is_open(&page));
    }
    assert_eq!(page.get("a").get_attribute("href"), None);

    reason.set(None);
    super::page::settle().await;
    assert_eq!(
        page.get("a").get_attribute("href").as_deref(),
        Some("#console")
    );
    press(&page.get("button[role=menuitem]")).await;
    assert_eq!(pressed.get_untracked(), 1);
    assert!(!is_open(&page));
}

#[wasm_bindgen_test]
async fn an_action_is_a_plain_menu_item() {
    let signed_out = RwSignal::new(false);
    let page = Page::of(move || {
        view! {
            <Menu label="Account menu" icon=Icon::Person>
                <MenuItem
                    label="Sign out"
                    icon=Icon::SignOut
                    on_press=move |()| signed_out.set(true)
                />
            </Menu>
        }
    })
    .await;
    press(&page.get("button")).await;
    press(&page.get("[role=menuitem]")).await;
    assert!(signed_out.get_untracked());
    assert!(!is_open(&page));
}
