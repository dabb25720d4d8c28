//! What the style has to know of the whole page.

use leptos::prelude::*;

/// Marks the root element with the attribute `name`, such as `data-dialog`, as long as the calling part of the page is
/// there.
///
/// `html:has(…)` would say the same without a line of program, but then every element that comes or goes makes the
/// browser style the whole document anew: 1,000 servers for the sake of one spinner.
pub fn mark_root(name: &'static str) {
    change(name, 1);
    on_cleanup(move || change(name, -1));
}

/// Several parts can have the same mark: its value is how many they are.
fn change(name: &str, by: i32) {
    let Some(root) = document().document_element() else {
        return;
    };
    let marks = root.get_attribute(name);
    let marks = marks.and_then(|marks| marks.parse().ok()).unwrap_or(0) + by;
    // Both fail only for names that are no attribute's name.
    let _ = match marks {
        0 => root.remove_attribute(name),
        _ => root.set_attribute(name, &marks.to_string()),
    };
}
