//! What stays as it is for a moment.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::Text;

/// `text` once it has stayed the same for `pause`; nothing before it first has.
pub fn settled(text: Text, pause: Duration) -> RwSignal<String> {
    let settled = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        let now = text.get();
        stop();
        // Whoever has asked may be gone by then.
        let settle = move || _ = settled.try_set(now);
        timer.set_value(set_timeout_with_handle(settle, pause).ok());
    });
    on_cleanup(stop);
    settled
}
