//! Asks before a page with something unsaved is left.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::address;
use crate::ui::{Button, ButtonKind, Dialog};
use crate::words::{self, t};

/// As long as it is on the page and `when` holds, leaving the page is asked about: in a dialog for an address inside
/// the portal, by the browser itself for any other.
#[component]
pub fn WarnOfLeaving(
    /// Whether something would be lost.
    when: Signal<bool>,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let wanted = StoredValue::new(String::new());
    let hold = address::hold(move |address| {
        let held = when.try_get_untracked().unwrap_or(false);
        if held {
            wanted.set_value(address.to_owned());
            asking.set(true);
        }
        held
    });
    let unload = window_event_listener(ev::beforeunload, move |event| {
        if when.try_get_untracked().unwrap_or(false) {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        address::release(hold);
        unload.remove();
    });
    let leave = move |()| {
        address::release(hold);
        asking.set(false);
        address::go(&wanted.get_value());
    };
    view! {
        <Dialog open=asking title=words::LEAVING_TITLE>
            <p>{t(words::LEAVING_TEXT)}</p>
            <div class="dialog__actions">
                <Button
                    label=words::LEAVING_STAY
                    kind=ButtonKind::Primary
                    on_press=move |()| asking.set(false)
                />
                <Button label=words::LEAVING_LEAVE kind=ButtonKind::Danger on_press=leave />
            </div>
        </Dialog>
    }
}
