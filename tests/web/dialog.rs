//! Dialogs: modal, labelled, and the focus where it was once they close.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use vps_portal::ui::Dialog;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, MouseEvent, MouseEventInit};

use super::page::{Page, focused, press, settle, type_into};

async fn page_with_dialog(open: RwSignal<bool>, closes_outside: bool) -> Page {
    Page::of(move || {
        view! {
            <button id="opener" on:click=move |_| open.set(true)>
                "Rename"
            </button>
            <Dialog open title="Rename web-01" closes_outside>
                <input id="name" />
            </Dialog>
        }
    })
    .await
}

async fn opened(page: &Page) -> HtmlDialogElement {
    let opener = page.get("#opener");
    opener.focus().unwrap();
    press(&opener).await;
    page.get_as("dialog")
}

#[wasm_bindgen_test]
async fn it_opens_modal_with_its_title_as_its_name_and_the_focus_inside() {
    let page = page_with_dialog(RwSignal::new(false), true).await;
    assert!(page.find("#name").is_none(), "closed, it holds nothing");
    let dialog = opened(&page).await;
    assert!(dialog.matches(":modal").unwrap());
    let title_id = dialog.get_attribute("aria-labelledby").unwrap();
    assert_eq!(
        page.get(&format!("#{title_id}")).text_content().unwrap(),
        "Rename web-01"
    );
    assert_eq!(focused().id(), "name");
}

#[wasm_bindgen_test]
async fn closed_by_the_reader_it_returns_the_focus_and_forgets_what_was_typed() {
    let open = RwSignal::new(false);
    let page = page_with_dialog(open, true).await;
    let dialog = opened(&page).await;
    type_into(&page.get_as::<HtmlInputElement>("#name"), "web-02").await;
    press_escape(&dialog);
    settle().await;
    assert!(!open.get_untracked());
    assert_eq!(focused().id(), "opener");

    opened(&page).await;
    assert_eq!(page.get_as::<HtmlInputElement>("#name").value(), "");
}

#[wasm_bindgen_test]
async fn closed_by_the_program_it_returns_the_focus_too() {
    let open = RwSignal::new(false);
    let page = page_with_dialog(open, true).await;
    let dialog = opened(&page).await;
    open.set(false);
    settle().await;
    assert!(!dialog.open());
    assert_eq!(focused().id(), "opener");
}

#[wasm_bindgen_test]
async fn a_press_beside_it_closes_it_only_if_it_may() {
    for closes_outside in [true, false] {
        let open = RwSignal::new(false);
        let page = page_with_dialog(open, closes_outside).await;
        let dialog = opened(&page).await;
        press(&page.get("#name")).await;
        assert!(open.get_untracked(), "a press inside never closes it");
        // The backdrop belongs to the dialog itself.
        press(&dialog).await;
        assert_eq!(open.get_untracked(), !closes_outside);
    }
}

#[wasm_bindgen_test]
async fn one_that_is_wanted_again_at_once_stays() {
    let open = RwSignal::new(false);
    let page = page_with_dialog(open, true).await;
    let dialog = opened(&page).await;
    open.set(false);
    // The effect runs, the browser has not told of the closing yet.
    leptos::task::tick().await;
    open.set(true);
    settle().await;
    assert!(open.get_untracked());
    assert!(dialog.open());
}

#[wasm_bindgen_test]
async fn one_that_is_wanted_again_right_after_escape_opens_anew() {
    let open = RwSignal::new(false);
    let page = page_with_dialog(open, true).await;
    let dialog = opened(&page).await;
    type_into(&page.get_as::<HtmlInputElement>("#name"), "web-02").await;
    press_escape(&dialog);
    assert!(!dialog.open());
    // The effect runs, the browser has not told of the closing yet.
    leptos::task::tick().await;
    open.set(true);
    settle().await;
    assert!(open.get_untracked());
    assert!(dialog.open());
    assert_eq!(page.get_as::<HtmlInputElement>("#name").value(), "");
}

/// What the browser does for Escape; only a real key press makes it do that by itself.
fn press_escape(dialog: &HtmlDialogElement) {
    let request = Reflect::get(dialog, &"requestClose".into()).unwrap();
    let request: Function = request.dyn_into().unwrap();
    request.call0(dialog).unwrap();
}

#[wasm_bindgen_test]
async fn the_second_press_of_a_double_click_is_lost_on_what_has_taken_the_place() {
    let (done, pressed_next) = (RwSignal::new(false), RwSignal::new(0));
    let page = Page::of(move || {
        view! {
            <Dialog open=RwSignal::new(true) title="Stop web-01?">
                {move || match done.get() {
                    false => view! { <button id="stop" on:click=move |_| done.set(true)>"Stop"</button> }.into_any(),
                    true => view! {
                        <button id="close" on:click=move |_| pressed_next.update(|times| *times += 1)>"Close"</button>
                    }.into_any(),
                }}
            </Dialog>
        }
    })
    .await;
    settle().await;
    click(&page.get("#stop"), 1);
    settle().await;
    click(&page.get("#close"), 2);
    assert_eq!(pressed_next.get_untracked(), 0);
    click(&page.get("#close"), 1);
    assert_eq!(pressed_next.get_untracked(), 1);
}

/// The press with this number of a row of quick ones.
fn click(element: &HtmlElement, number: i32) {
    let settings = MouseEventInit::new();
    settings.set_bubbles(true);
    settings.set_detail(number);
    let event = MouseEvent::new_with_mouse_event_init_dict("click", &settings).unwrap();
    element.dispatch_event(&event).unwrap();
}
