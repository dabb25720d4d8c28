//! Copies of a template, and rows that come to show something else.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev;
use leptos::list::{List, Shown};
use leptos::prelude::*;
use leptos::template::Template;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, press, settle};

const WHOLE: &str = "whole";
const WORD: &str = "word";
const NOTE: &str = "note";

thread_local! {
    static LINE: Template = Template::of(view! {
        <p data-slot=WHOLE>
            <b data-slot=WORD></b>
            <i hidden data-slot=NOTE></i>
        </p>
    });
}

/// A line that says a word, and makes a note of a long one.
fn line(word: Signal<String>, pressed: Rc<Cell<u32>>) -> AnyView {
    let mut copy = LINE.with(Template::copy);
    let mut whole = copy.slot(WHOLE);
    let mut said = copy.slot(WORD);
    let mut note = copy.slot(NOTE);
    let mut absent = copy.slot("no such slot");
    copy.follow(move || {
        let word = word.get();
        let is_long = word.len() > 3;
        note.hidden(!is_long);
        note.text("long");
        whole.attribute("data-long", is_long);
        absent.text(word.clone());
        said.text(word);
    });
    copy.on(WORD, ev::click, move |_| pressed.set(pressed.get() + 1));
    copy.into_any()
}

#[wasm_bindgen_test]
async fn each_copy_says_its_own_and_follows_it() {
    let words = ["one", "two"].map(|word| RwSignal::new(word.to_owned()));
    let pressed = Rc::new(Cell::new(0));
    let counted = Rc::clone(&pressed);
    let page = Page::of(move || {
        let lines = words.map(|word| line(word.into(), Rc::clone(&counted)));
        view! { <div>{lines.collect_view()}</div> }
    })
    .await;
    let said = |place: u32| page.get(&format!("p:nth-of-type({place}) b"));
    let text = |place: u32| said(place).text_content().unwrap();
    assert_eq!((text(1), text(2)), ("one".to_owned(), "two".to_owned()));
    assert_eq!(page.count("i[hidden]"), 2);
    assert_eq!(page.count("[data-long]"), 0);

    let node = said(2).first_child();
    words[1].set("three".to_owned());
    settle().await;
    assert_eq!((text(1), text(2)), ("one".to_owned(), "three".to_owned()));
    assert_eq!(said(2).first_child(), node, "the text stays the same node");
    assert_eq!(page.count("i[hidden]"), 1);
    assert_eq!(page.count("p:nth-of-type(2)[data-long] i:not([hidden])"), 1);

    press(&said(1)).await;
    assert_eq!(pressed.get(), 1);
}

#[wasm_bindgen_test]
async fn nothing_is_heard_of_a_copy_that_is_gone() {
    let is_there = RwSignal::new(true);
    let pressed = Rc::new(Cell::new(0));
    let counted = Rc::clone(&pressed);
    let page = Page::of(move || {
        let counted = StoredValue::new_local(counted);
        move || {
            let word = Signal::stored("one".to_owned());
            is_there.get().then(|| line(word, counted.get_value()))
        }
    })
    .await;
    let word = page.get("b");
    press(&word).await;
    is_there.set(false);
    settle().await;
    assert!(page.find("p").is_none());
    press(&word).await;
    assert_eq!(pressed.get(), 1);
}

/// A list of keys of which each row may show another key, unless its own has an exclamation mark.
fn list(keys: RwSignal<Vec<&'static str>>) -> AnyView {
    let at = move |place: usize| keys.with_untracked(|keys| keys.get(place).copied());
    let view = move |key: String, _| {
        let shown = RwSignal::new(key);
        let is_free = move || shown.with_untracked(|key| !key.ends_with('!'));
        Shown {
            view: view! { <p>{shown}</p> }.into_any(),
            renew: Some(Box::new(move |place| {
                shown.set(at(place).unwrap_or_default().to_owned());
            })),
            is_free: Some(Box::new(is_free)),
        }
    };
    let list = List {
        keys: Box::new(move || keys.with(|keys| keys.iter().map(ToString::to_string).collect())),
        view: Box::new(view),
    };
    list.into_any()
}

#[wasm_bindgen_test]
async fn a_row_whose_key_is_gone_shows_a_new_one_where_it_may() {
    let keys = RwSignal::new(vec!["a", "b!", "c"]);
    let page = Page::of(move || view! { <div>{list(keys)}</div> }).await;
    let rows = || {
        let rows = (1..=page.count("p")).map(|place| page.get(&format!("p:nth-of-type({place})")));
        rows.collect::<Vec<_>>()
    };
    let texts = || {
        let texts = rows().into_iter().map(|row| row.text_content().unwrap());
        texts.collect::<Vec<_>>()
    };
    let before = rows();

    keys.set(vec!["d", "c", "e", "f"]);
    settle().await;
    assert_eq!(texts(), ["d", "c", "e", "f"]);
    let now = rows();
    assert_eq!(now[0], before[0], "what showed a shows d");
    assert_eq!(now[1], before[2], "c stays what it was");
    assert!(!now.contains(&before[1]), "b! shows nothing else");

    keys.set(vec!["f", "d"]);
    settle().await;
    assert_eq!(texts(), ["f", "d"]);
    assert_eq!(rows(), [now[3].clone(), now[0].clone()]);
}
