//! Options on cards.

use leptos::prelude::*;
use vps_portal::ui::{Choice, OptionCards, OptionGroup};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::page::{Page, press, settle};

fn groups() -> Vec<OptionGroup> {
    let group = |name: &str, options: &[&str]| OptionGroup {
        name: Signal::stored(name.to_owned()),
        picture: ().into_any(),
        options: options
            .iter()
            .map(|option| Choice::new(*option, *option))
            .collect(),
    };
    vec![
        group("Debian", &["debian-12", "debian-13"]),
        group("Windows", &["windows-2022"]),
    ]
}

#[wasm_bindgen_test]
async fn one_option_of_all_cards_is_chosen_and_what_is_wrong_is_tied_to_them() {
    let value = RwSignal::new("debian-12".to_owned());
    let error = RwSignal::new(None::<String>);
    let cards = move || {
        view! {
            <OptionCards
                label="System"
                groups=groups()
                value
                on_change=move |chosen: String| value.set(chosen)
                error
            />
        }
    };
    let page = Page::of(cards).await;
    assert_eq!(page.count("[role=group]"), 2);
    let option =
        |name: &str| page.get_as::<HtmlInputElement>(&format!("input[type=radio][value={name}]"));
    assert!(option("debian-12").checked());

    press(&option("windows-2022")).await;
    assert_eq!(value.get_untracked(), "windows-2022");
    assert!(option("windows-2022").checked() && !option("debian-12").checked());

    let all = page.get("[role=radiogroup]");
    assert_eq!(all.get_attribute("aria-describedby"), None);
    error.set(Some("Choose another one.".to_owned()));
    settle().await;
    assert_eq!(all.get_attribute("aria-invalid").as_deref(), Some("true"));
    let note = page.get(".field__error");
    assert_eq!(all.get_attribute("aria-describedby"), Some(note.id()));
    assert!(note.text_content().unwrap().contains("Choose another one."));
}
