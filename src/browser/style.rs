//! The style of what the first visit does not show.

use std::cell::Cell;

use super::boot;

thread_local! {
    static IS_WHOLE: Cell<bool> = const { Cell::new(false) };
}

/// Whether all of the style is there. Loads it once; `false` when it does not come.
pub async fn complete() -> bool {
    if !IS_WHOLE.get() && boot::load_style().await {
        IS_WHOLE.set(true);
    }
    IS_WHOLE.get()
}
