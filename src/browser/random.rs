//! Chance that nobody can foresee.

use leptos::prelude::window;

/// Bytes of the browser's cryptographic source; `None` from a browser that has none.
#[must_use]
pub fn bytes<const COUNT: usize>() -> Option<[u8; COUNT]> {
    let mut bytes = [0; COUNT];
    let crypto = window().crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
