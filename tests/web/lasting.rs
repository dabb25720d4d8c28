//! What is told only once it lasts.

use std::{cell::RefCell, rc::Rc, time::Duration};

use leptos::prelude::*;
use vps_portal::ui::lasting;
use wasm_bindgen_test::wasm_bindgen_test;

use super::clock::Clock;
use super::page::{Page, settle};

#[wasm_bindgen_test]
async fn what_lasts_is_told_and_what_passes_is_not() {
    let clock = Clock::new();
    let state = RwSignal::new(false);
    let place = Rc::new(RefCell::new(None));
    let made = Rc::clone(&place);
    let page = Page::of(move || {
        let state = Memo::new(move |_| state.get());
        *made.borrow_mut() = Some(lasting(state, Duration::from_secs(1)));
    })
    .await;
    let told = place.borrow().unwrap();
    for lasts in [false, true, false] {
        state.set(true);
        settle().await;
        assert!(!told.get_untracked(), "it has just begun");
        if lasts {
            clock.elapse();
        }
        assert_eq!(told.get_untracked(), lasts);
        state.set(false);
        settle().await;
        clock.elapse();
        assert!(!told.get_untracked(), "it is over");
    }
    // A pause that ends after everything has gone tells nobody.
    state.set(true);
    settle().await;
    drop(page);
    clock.elapse();
}
