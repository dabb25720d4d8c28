//! Pieces that show how much there is of something: the meter, the bar of progress, the list of requirements.

use leptos::prelude::*;
use vps_portal::ui::{Meter, Progress, Requirement, Requirements};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, settle};

#[wasm_bindgen_test]
async fn a_meter_tells_its_step_as_a_number_and_as_a_word() {
    let step = RwSignal::new(1_u8);
    let word = move || if step.get() < 3 { "Weak" } else { "Strong" }.to_owned();
    let page = Page::of(move || view! { <Meter label="Strength" step word /> }).await;
    let meter = page.get("[role=meter]");
    let told = |name: &str| meter.get_attribute(name).unwrap();
    assert_eq!(told("aria-label"), "Strength");
    assert_eq!(
        (told("aria-valuemin"), told("aria-valuemax")),
        ("0".into(), "4".into())
    );
    assert_eq!(
        (told("aria-valuenow"), told("aria-valuetext")),
        ("1".into(), "Weak".into())
    );
    step.set(4);
    settle().await;
    assert_eq!(
        (told("aria-valuenow"), told("aria-valuetext")),
        ("4".into(), "Strong".into())
    );
}

#[wasm_bindgen_test]
async fn progress_is_told_once_it_is_known_and_never_beyond_the_end() {
    let done = RwSignal::new(None::<u8>);
    let page = Page::of(move || view! { <Progress label="Installing" done /> }).await;
    let bar = page.get("progress");
    assert_eq!(bar.get_attribute("aria-label").unwrap(), "Installing");
    assert_eq!(bar.get_attribute("value"), None);
    for (now, told) in [(40, "40"), (200, "100")] {
        done.set(Some(now));
        settle().await;
        assert_eq!(bar.get_attribute("value").unwrap(), told);
    }
}

#[wasm_bindgen_test]
async fn a_requirement_says_whether_it_is_met() {
    let met = RwSignal::new(false);
    let view = move || {
        let requirements = vec![Requirement {
            text: Signal::stored("A digit".to_owned()),
            met: met.into(),
        }];
        view! { <Requirements label="Password" requirements met_text="met" missing_text="missing" /> }
    };
    let page = Page::of(view).await;
    let item = page.get("ul[aria-label=Password] > li");
    assert_eq!(item.text_content().unwrap().trim(), "A digit, missing");
    met.set(true);
    settle().await;
    assert_eq!(item.text_content().unwrap().trim(), "A digit, met");
}
