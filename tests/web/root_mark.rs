//! Marks on the root element: there as long as what they stand for.

use leptos::prelude::*;
use vps_portal::ui::{Dialog, mark_root};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, settle};

fn mark(name: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(name)
}

#[wasm_bindgen_test]
async fn a_mark_is_there_as_long_as_one_of_those_that_made_it() {
    let parts = RwSignal::new(0);
    let part = move |number: i32| {
        move || {
            (parts.get() >= number).then(|| {
                mark_root("data-part");
                view! { <i></i> }
            })
        }
    };
    let page = Page::of(move || view! { {part(1)} {part(2)} }).await;
    for there in [1, 2, 1, 0, 2] {
        parts.set(there);
        settle().await;
        let expected = (there > 0).then(|| there.to_string());
        assert_eq!(mark("data-part"), expected, "{there} parts");
    }
    drop(page);
    assert_eq!(mark("data-part"), None);
}

#[wasm_bindgen_test]
async fn a_dialog_has_its_mark_while_it_is_open() {
    let open = RwSignal::new(false);
    let _page =
        Page::of(move || view! { <Dialog open title="Stop web-01?">"It goes off."</Dialog> }).await;
    for is_open in [false, true, false] {
        open.set(is_open);
        settle().await;
        assert_eq!(mark("data-dialog").is_some(), is_open);
    }
}
