//! Fields: label, hint and error tied to the control, and what is typed.

use leptos::prelude::*;
use vps_portal::ui::{
    FormError, PasswordField, SearchField, TextField, TextKind, focus_first_invalid,
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::page::{Page, focused, press, settle, type_into};

#[wasm_bindgen_test]
async fn a_label_a_hint_and_an_error_are_tied_to_their_control() {
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let page = Page::of(move || {
        view! { <TextField label="Email" kind=TextKind::Email value hint="Your own" error /> }
    })
    .await;
    let input = page.get("input");
    assert_eq!(
        page.get("label").get_attribute("for").as_deref(),
        Some(input.id().as_str())
    );
    let hint_id = page.get(".field__hint").id();
    assert_eq!(
        input.get_attribute("aria-describedby"),
        Some(hint_id.clone())
    );
    assert!(!input.has_attribute("aria-invalid"));

    error.set(Some(String::from("Enter your email address.")));
    settle().await;
    let error_line = page.get(".field__error");
    assert!(
        error_line
            .text_content()
            .unwrap()
            .contains("Enter your email address.")
    );
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(
        input.get_attribute("aria-describedby"),
        Some(format!("{} {hint_id}", error_line.id()))
    );

    error.set(None);
    settle().await;
    assert!(!input.has_attribute("aria-invalid"));
    assert!(page.find(".field__error").is_none());
}

#[wasm_bindgen_test]
async fn what_is_typed_and_what_is_set_are_one() {
    let value = RwSignal::new(String::from("first"));
    let page = Page::of(move || view! { <TextField label="Name" value /> }).await;
    let input = page.get_as::<HtmlInputElement>("input");
    assert_eq!(input.value(), "first");
    type_into(&input, "Nguyễn Thị Ánh").await;
    assert_eq!(value.get_untracked(), "Nguyễn Thị Ánh");
    value.set(String::from("សុខា"));
    settle().await;
    assert_eq!(input.value(), "សុខា");
}

#[wasm_bindgen_test]
async fn a_password_is_shown_and_hidden_without_being_lost() {
    let value = RwSignal::new(String::new());
    let page = Page::of(move || {
        view! {
            <PasswordField
                label="Password"
                value
                show_label="Show password"
                hide_label="Hide password"
                autocomplete="current-password"
            />
        }
    })
    .await;
    let input = page.get_as::<HtmlInputElement>("input");
    let toggle = page.get("button");
    type_into(&input, "Portal-demo-1").await;
    assert_eq!(input.type_(), "password");
    assert_eq!(
        toggle.get_attribute("aria-label").as_deref(),
        Some("Show password")
    );

    press(&toggle).await;
    assert_eq!(input.type_(), "text");
    assert_eq!(
        toggle.get_attribute("aria-label").as_deref(),
        Some("Hide password")
    );
    assert_eq!(input.value(), "Portal-demo-1");

    press(&toggle).await;
    assert_eq!(input.type_(), "password");
}

#[wasm_bindgen_test]
async fn clearing_a_search_empties_it_and_keeps_the_focus_there() {
    let value = RwSignal::new(String::new());
    let page = Page::of(move || {
        view! {
            <SearchField
                label="Search servers"
                value
                on_input=move |text| value.set(text)
                clear_label="Clear search"
            />
        }
    })
    .await;
    let input = page.get_as::<HtmlInputElement>("input[type=search]");
    assert!(page.find("button").is_none());
    type_into(&input, "web").await;
    press(&page.get("[aria-label='Clear search']")).await;
    assert_eq!(input.value(), "");
    assert_eq!(value.get_untracked(), "");
    assert_eq!(focused().id(), input.id());
    assert!(page.find("button").is_none());
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_first_invalid_field() {
    let page = Page::of(move || {
        let value = RwSignal::new(String::new());
        view! {
            <form>
                <TextField label="Right" value />
                <TextField label="Wrong" value error=String::from("Missing") />
                <TextField label="Wrong too" value error=String::from("Missing") />
            </form>
        }
    })
    .await;
    assert!(focus_first_invalid(&page.get("form")));
    assert_eq!(focused().id(), page.get("[aria-invalid]").id());
}

#[wasm_bindgen_test]
async fn the_error_of_a_form_is_an_alert_only_while_there_is_one() {
    let message = RwSignal::new(None::<String>);
    let page = Page::of(move || view! { <FormError message /> }).await;
    assert!(page.find("[role=alert]").is_none());
    message.set(Some(String::from("Email or password is wrong.")));
    settle().await;
    assert!(
        page.get("[role=alert]")
            .text_content()
            .unwrap()
            .contains("Email or password is wrong.")
    );
}
