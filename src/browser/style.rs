//! The style of what the first visit does not show.

use std::cell::Cell;

use super::boot::{self, Part};

thread_local! {
    /// How much of it is there.
    static KNOWN: Cell<Part> = const { Cell::new(Part::First) };
}

/// Whether the style is there up to this part. Loads it once; `false` when it does not come.
pub async fn complete(part: Part) -> bool {
    if KNOWN.get() < part && boot::load_style(part).await {
        KNOWN.set(KNOWN.get().max(part));
    }
    KNOWN.get() >= part
}
