//! A button that copies a value.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{Announcer, Icon, IconView, Text, ToastTone, Toasts};

/// How long the button shows that it has copied.
const SHOWN: Duration = Duration::from_secs(2);

/// Copies a value to the clipboard, shows a tick for a moment, and says so through the [`Announcer`].
/// A failure becomes a toast.
#[component]
pub fn CopyButton(
    /// The name of the button, which says what is copied.
    #[prop(into)]
    label: Text,
    /// What is copied.
    #[prop(into)]
    value: Text,
    /// Said when it is copied.
    #[prop(into)]
    copied_text: Text,
    /// Said when it could not be copied.
    #[prop(into)]
    failed_text: Text,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let announcer = Announcer::from_context();
    let toasts = Toasts::from_context();
    let show_copied = move || {
        copied.set(true);
        if let Some(announcer) = announcer {
            announcer.say(copied_text.get_untracked());
        }
        set_timeout(
            move || {
                // The button may have left the page by now.
                let _ = copied.try_set(false);
            },
            SHOWN,
        );
    };
    let press = move |_| {
        let text = value.get_untracked();
        let failed = failed_text.get_untracked();
        spawn_local(async move {
            let done = copy(&text).await;
            if copied.is_disposed() {
                return;
            }
            match (done, toasts) {
                (true, _) => show_copied(),
                (false, Some(toasts)) => toasts.push(ToastTone::Failure, failed),
                (false, None) => {}
            }
        });
    };
    view! {
        <button
            type="button"
            class="copy"
            aria-label=label
            title=label
            data-copied=copied
            on:click=press
        >
            <IconView icon=move || if copied.get() { Icon::Check } else { Icon::Copy } />
        </button>
    }
}

/// Copies a text; `false` when the browser refuses every way.
async fn copy(text: &str) -> bool {
    // Absent on a page that was not served securely, whatever the type says.
    let clipboard = window().navigator().clipboard();
    let by_clipboard = if clipboard.is_undefined() {
        false
    } else {
        JsFuture::from(clipboard.write_text(text)).await.is_ok()
    };
    by_clipboard || copy_by_selection(text).unwrap_or(false)
}

/// The older way: selects the text in a field of its own and lets the page copy its selection.
fn copy_by_selection(text: &str) -> Option<bool> {
    let document = document().dyn_into::<web_sys::HtmlDocument>().ok()?;
    let focused = document
        .active_element()
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let field = document
        .create_element("textarea")
        .ok()?
        .dyn_into::<web_sys::HtmlTextAreaElement>()
        .ok()?;
    field.set_class_name("visually-hidden");
    field.set_value(text);
    document.body()?.append_child(&field).ok()?;
    field.select();
    let done = document.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(focused) = focused {
        // Refused only by an element that has left the page.
        let _ = focused.focus();
    }
    Some(done)
}
