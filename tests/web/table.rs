//! Tables: the name of the frame, and the state of the heads.

use leptos::prelude::*;
use vps_portal::ui::{SortDirection, SortHeader, TableFrame};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, press, settle};

#[wasm_bindgen_test]
async fn a_head_tells_and_asks_for_the_order() {
    let direction = RwSignal::new(None);
    let asked = RwSignal::new(0);
    let page = Page::of(move || {
        view! {
            <TableFrame caption="Servers">
                <thead>
                    <tr>
                        <SortHeader
                            label="Name"
                            direction
                            on_sort=move |()| asked.update(|count| *count += 1)
                        />
                    </tr>
                </thead>
            </TableFrame>
        }
    })
    .await;
    let head = page.get("th");
    assert_eq!(head.get_attribute("aria-sort").as_deref(), Some("none"));
    press(&page.get("th button")).await;
    assert_eq!(asked.get_untracked(), 1);
    for (order, name) in [
        (SortDirection::Ascending, "ascending"),
        (SortDirection::Descending, "descending"),
    ] {
        direction.set(Some(order));
        settle().await;
        assert_eq!(head.get_attribute("aria-sort").as_deref(), Some(name));
    }
}

#[wasm_bindgen_test]
async fn the_frame_scrolls_by_keyboard_under_the_tables_name() {
    let page = Page::of(move || {
        view! {
            <TableFrame caption="Servers">
                <tbody>
                    <tr>
                        <td>{"web-01"}</td>
                    </tr>
                </tbody>
            </TableFrame>
        }
    })
    .await;
    let frame = page.get(".table-frame");
    assert_eq!(frame.tab_index(), 0);
    let name_id = frame.get_attribute("aria-labelledby").unwrap();
    let caption = page.get(&format!("#{name_id}"));
    assert_eq!(caption.tag_name(), "CAPTION");
    assert_eq!(caption.text_content().unwrap(), "Servers");
}
