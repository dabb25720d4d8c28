//! What is worth a word only once it lasts.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Whether `state` has been so for `pause`.
pub fn lasting(state: Memo<bool>, pause: Duration) -> RwSignal<bool> {
    let lasts = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        stop();
        if state.get() {
            // Whoever has asked may be gone by then.
            let tell = move || _ = lasts.try_set(true);
            timer.set_value(set_timeout_with_handle(tell, pause).ok());
        } else {
            lasts.set(false);
        }
    });
    on_cleanup(stop);
    lasts
}
