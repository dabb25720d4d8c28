//! The room that the servers at a glance are to have when they are seen again: `public/boot.js` keeps it free from the
//! start, so that the list under them stays where it is.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::storage;
use crate::data::servers::summary::Summary;

/// The custom property by which the style sheet knows the room.
const PROPERTY: &str = "--glance";

/// How much of the room may stay empty, in CSS pixels. With more, what was remembered is of another window.
const SPARE: i32 = 64;

/// Remembers how high `section` is, whenever what it tells or the window is another.
pub(super) fn remember(section: NodeRef<html::Section>, summary: Memo<Summary>) {
    let measure = move || {
        // What has changed is drawn by then.
        request_animation_frame(move || {
            if let Some(section) = section.try_get_untracked().flatten() {
                note(&section);
            }
        });
    };
    Effect::new(move |_| {
        summary.track();
        measure();
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
}

fn note(section: &Element) {
    // Whoever has folded it away wants no room kept for it.
    let (Some(last), Some(kept)) = (section.last_element_child(), storage::read(storage::GLANCE))
    else {
        return;
    };
    let top = section.get_bounding_client_rect().top();
    let height = (last.get_bounding_client_rect().bottom() - top).ceil() as i32;
    let told = [&height.to_string(), "px"].concat();
    if !fits(&kept, height) {
        let root = document().document_element();
        if let Some(root) = root.as_ref().and_then(JsCast::dyn_ref::<HtmlElement>) {
            // Fails only for a property that is read-only.
            let _ = root.style().set_property(PROPERTY, &told);
        }
    }
    storage::write(storage::GLANCE, &told);
}

/// Whether the room that is `kept`, in whole pixels, is enough for this height, and not much more.
fn fits(kept: &str, height: i32) -> bool {
    let room = kept.strip_suffix("px").and_then(|room| room.parse().ok());
    room.is_some_and(|room: i32| (height..=height + SPARE).contains(&room))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn room_fits_that_is_enough_and_not_of_another_window() {
        assert!(fits("400px", 400) && fits("400px", 350));
        assert!(!fits("400px", 401) && !fits("400px", 300));
        for nothing in ["", "open", "px", "400", "400.5px"] {
            assert!(!fits(nothing, 400), "{nothing}");
        }
    }
}
