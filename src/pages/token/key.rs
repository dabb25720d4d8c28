//! The token's key, which nobody reads over a shoulder unless it is asked for.

use leptos::prelude::*;

use crate::ui::{CopyButton, Icon, IconButton, Text};
use crate::words;

/// How many of the last characters stay readable, to tell one key from another.
const READABLE: usize = 4;

/// The key behind dots, with a button that shows it and one that copies it.
#[component]
pub(super) fn Key(key: Text) -> impl IntoView {
    let shown = RwSignal::new(false);
    let text = move || match shown.get() {
        true => key.get(),
        false => key.with(|key| masked(key)),
    };
    let label = Signal::derive(move || {
        let word = match shown.get() {
            true => words::FIELD_HIDE_TOKEN,
            false => words::FIELD_SHOW_TOKEN,
        };
        word.text().to_owned()
    });
    let icon = Signal::derive(move || match shown.get() {
        true => Icon::EyeOff,
        false => Icon::Eye,
    });
    view! {
        <span class="key">
            <code class="key__text">{text}</code>
            <IconButton label icon on_press=move |()| shown.update(|shown| *shown = !*shown) />
            <CopyButton
                label=words::TOKEN_COPY_KEY
                value=key
                copied_text=words::COMMON_COPIED
                failed_text=words::COMMON_COPY_FAILED
            />
        </span>
    }
}

/// Always as many dots, so that they do not tell how long the key is. A short key is hidden whole.
fn masked(key: &str) -> String {
    const DOTS: &str = "••••••••";
    let length = key.chars().count();
    let readable = if length >= 4 * READABLE { READABLE } else { 0 };
    let end: String = key.chars().skip(length - readable).collect();
    [DOTS, &end].concat()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn the_end_of_a_long_key_stays_readable() {
        assert_eq!(masked("vps_0123456789abcdef"), "••••••••cdef");
    }

    #[test]
    fn a_short_key_is_hidden_whole() {
        assert_eq!(masked("0123456789abcde"), "••••••••");
        assert_eq!(masked(""), "••••••••");
    }
}
