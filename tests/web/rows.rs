//! Lists: rows that come and go, and what all of them follow.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use leptos::prelude::*;
use vps_portal::shared::subscribed;
use vps_portal::ui::each;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, settle};

fn names(of: &[&str]) -> Vec<String> {
    of.iter().map(ToString::to_string).collect()
}

fn texts(page: &Page) -> Vec<String> {
    let rows = page.count("p");
    (1..=rows)
        .map(|place| {
            let row = page.get(&format!("p:nth-of-type({place})"));
            row.text_content().unwrap()
        })
        .collect()
}

#[wasm_bindgen_test]
async fn rows_follow_what_all_share_until_they_go() {
    let greeting = ArcRwSignal::new("Hello");
    let rows = RwSignal::new(names(&["a", "b", "c", "d"]));
    let reads = Arc::new(AtomicUsize::new(0));
    let (shared, counted) = (greeting.clone(), Arc::clone(&reads));
    let page = Page::of(move || {
        let row = move |name: String| {
            let (shared, counted) = (shared.clone(), Arc::clone(&counted));
            let text = move || {
                counted.fetch_add(1, Ordering::Relaxed);
                subscribed(&shared).with(|greeting| [greeting, " ", &name].concat())
            };
            view! { <p>{text}</p> }.into_any()
        };
        view! { <div>{each(move || rows.get(), row)}</div> }
    })
    .await;
    assert_eq!(texts(&page), ["Hello a", "Hello b", "Hello c", "Hello d"]);

    rows.set(names(&["d", "b"]));
    settle().await;
    reads.store(0, Ordering::Relaxed);
    greeting.set("Bye");
    settle().await;
    assert_eq!(texts(&page), ["Bye d", "Bye b"]);
    assert_eq!(reads.load(Ordering::Relaxed), 2);

    // More than once: a signal that tells its subscribers forgets them.
    greeting.set("Again");
    settle().await;
    assert_eq!(texts(&page), ["Again d", "Again b"]);
    assert_eq!(reads.load(Ordering::Relaxed), 4);
}

#[wasm_bindgen_test]
async fn a_value_worked_out_in_a_row_follows_what_all_share() {
    let count = ArcRwSignal::new(1);
    let shared = count.clone();
    let page = Page::of(move || {
        let row = move |name: String| {
            let shared = shared.clone();
            let is_even = Memo::new(move |_| subscribed(&shared).get() % 2 == 0);
            let text =
                move || [name.as_str(), if is_even.get() { " even" } else { " odd" }].concat();
            let title = text.clone();
            view! { <p title=title>{text}</p> }.into_any()
        };
        view! { <div>{each(|| names(&["a", "b"]), row)}</div> }
    })
    .await;
    assert_eq!(texts(&page), ["a odd", "b odd"]);
    for (now, word) in [(2, "even"), (3, "odd"), (5, "odd"), (6, "even")] {
        count.set(now);
        settle().await;
        assert_eq!(texts(&page), [format!("a {word}"), format!("b {word}")]);
        let title = page.get("p").get_attribute("title");
        assert_eq!(title, Some(format!("a {word}")));
    }
}

#[wasm_bindgen_test]
async fn a_text_that_changes_stays_the_same_node() {
    let word = RwSignal::new("one");
    let page =
        Page::of(move || view! { <p>{word} " of " {move || word.get().len().to_string()}</p> })
            .await;
    let node = page.get("p").first_child();
    word.set("three");
    settle().await;
    assert_eq!(texts(&page), ["three of 5"]);
    assert_eq!(page.get("p").first_child(), node);
}
