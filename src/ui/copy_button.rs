//! A button that copies a value.

use std::time::Duration;

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

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
    let button = NodeRef::<html::Button>::new();
    let press = move |_| {
        if let Some(button) = button.get_untracked() {
            let said = CopySaid {
                copied: copied_text.get_untracked(),
                failed: failed_text.get_untracked(),
            };
            press_copy(button.into(), value.get_untracked(), said);
        }
    };
    view! {
        <button
            type="button"
            class="copy"
            aria-label=label
            title=label
            on:click=press
            node_ref=button
        >
            <IconView icon=Icon::Copy />
        </button>
    }
}

/// What is said of copying.
pub struct CopySaid {
    /// That it is done.
    pub copied: String,
    /// That it could not be done.
    pub failed: String,
}

/// Does what a press on a copy button does: copies `value`, and says so on `button`.
pub fn press_copy(button: Element, value: String, said: CopySaid) {
    let announcer = Announcer::from_context();
    let toasts = Toasts::from_context();
    spawn_local(async move {
        let is_done = copy(&value).await;
        // It may have left the page by now.
        if !matches!(button.closest("body"), Ok(Some(_))) {
            return;
        }
        match (is_done, toasts) {
            (true, _) => {
                if let Some(announcer) = announcer {
                    announcer.say(said.copied);
                }
                show_copied(&button, true);
                set_timeout(move || show_copied(&button, false), SHOWN);
            }
            (false, Some(toasts)) => toasts.push(ToastTone::Failure, said.failed),
            (false, None) => {}
        }
    });
}

/// Shows on the button that it has copied, or that it can copy.
fn show_copied(button: &Element, is_copied: bool) {
    // Nothing of this fails: the names are such as a document has.
    let _ = match is_copied {
        true => button.set_attribute("data-copied", ""),
        false => button.remove_attribute("data-copied"),
    };
    let icon = if is_copied { Icon::Check } else { Icon::Copy };
    if let Ok(Some(path)) = button.query_selector("path") {
        let _ = path.set_attribute("d", icon.outline());
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
