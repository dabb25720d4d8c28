//! Links to the parts of a page.

use leptos::{ev, html, prelude::*};
use web_sys::{HtmlElement, wasm_bindgen::JsCast};

use super::Text;

/// A row of links, each to one part of a page; the current one bears `aria-current="page"` and is kept in view where
/// the row is wider than the page.
#[component]
pub fn Tabs(
    /// The name of the navigation.
    #[prop(into)]
    label: Text,
    /// The name of the current part.
    #[prop(into)]
    current: Text,
    /// The links.
    children: Children,
) -> impl IntoView {
    let row = NodeRef::<html::Nav>::new();
    let show = move || {
        if let Some(row) = row.try_get_untracked().flatten() {
            show_current(&row);
        }
    };
    Effect::new(move || {
        current.track();
        // The links say which of them is the current one by the next frame.
        request_animation_frame(show);
    });
    let resized = window_event_listener(ev::resize, move |_| show());
    on_cleanup(move || resized.remove());
    view! {
        <nav class="tabs" aria-label=label node_ref=row>
            {children()}
        </nav>
    }
}

/// Scrolls the row sideways, and nothing else, until the current link is in its middle.
fn show_current(row: &HtmlElement) {
    let current = row.query_selector("[aria-current]").ok().flatten();
    if let Some(link) = current.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let middle = link.offset_left() + link.offset_width() / 2;
        row.set_scroll_left(middle - row.client_width() / 2);
    }
}
