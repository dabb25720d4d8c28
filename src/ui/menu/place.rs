//! Where the list of a menu stands on the screen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The space between the button and its list, in CSS pixels.
const GAP: i32 = 6;

/// Puts the list under the button, or above it when the button is low on the screen; towards the middle of the screen.
pub(super) fn place_beside(list: &HtmlElement, button: &HtmlElement) {
    let area = button.get_bounding_client_rect();
    let page = document().document_element();
    // As wide as the root element: what a list stands in leaves out the space that is kept free for a scrollbar.
    let size = page.and_then(|page| page.dyn_into::<HtmlElement>().ok());
    let (width, height) = size.map_or((0, 0), |page| (page.offset_width(), page.client_height()));
    let (top, bottom, left, right) = (
        whole(area.top()),
        whole(area.bottom()),
        whole(area.left()),
        whole(area.right()),
    );
    let pixels = |length: i32| [length.to_string().as_str(), "px"].concat();
    let (top, bottom, room) = if bottom < height * 6 / 10 {
        (pixels(bottom + GAP), String::from("auto"), height - bottom)
    } else {
        (String::from("auto"), pixels(height - top + GAP), top)
    };
    let (left, right) = if left < width / 2 {
        (pixels(left), String::from("auto"))
    } else {
        (String::from("auto"), pixels(width - right))
    };
    let style = list.style();
    for (side, length) in [
        ("top", top),
        ("bottom", bottom),
        ("left", left),
        ("right", right),
        ("max-block-size", pixels(room - 2 * GAP)),
    ] {
        // Fails only for a malformed length.
        let _ = style.set_property(side, &length);
    }
}

/// How far an element is from the top of the screen.
pub(super) fn top(element: &HtmlElement) -> i32 {
    whole(element.get_bounding_client_rect().top())
}

/// Whole pixels: writing fractions would bring the formatting of floating-point numbers into the download.
#[allow(clippy::cast_possible_truncation)] // saturates, and no screen is that large
fn whole(length: f64) -> i32 {
    length.round() as i32
}
