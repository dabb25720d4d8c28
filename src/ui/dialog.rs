//! A dialog over the page: the browser's own, modal.

use leptos::ev::{Event, MouseEvent};
use leptos::{html, prelude::*};

use super::{Text, around, dynamic, id::UniqueId, mark_root};

/// A modal dialog with a title.
///
/// Escape and, if it may, a press beside it close it; the focus returns to where it was. Its children exist only
/// while it is open, so what was typed in it is forgotten. A double click counts for what it began on, not for what has
/// taken its place meanwhile.
#[component]
pub fn Dialog(
    /// Whether it is open; set to `false` when the reader closes it.
    open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Text,
    /// A press beside it closes it.
    #[prop(default = true)]
    closes_outside: bool,
    /// Its content; its last part a `div` of the class `dialog__actions`.
    children: ChildrenFn,
) -> impl IntoView {
    let title_id = UniqueId::new();
    let node = NodeRef::<html::Dialog>::new();
    // The browser tells of a closing a frame later, when the dialog may be wanted again.
    let closed_from_here = StoredValue::new(false);
    let close = move || {
        if let Some(dialog) = node.get_untracked().filter(|dialog| dialog.open()) {
            closed_from_here.set_value(true);
            dialog.close();
        }
    };
    Effect::new(move |_| {
        if open.get() {
            // On the next frame the children are there, and one of them can take the focus.
            request_animation_frame(move || show(node, open));
        } else {
            close();
        }
    });
    // Before the browser closes it for Escape, it says so at once.
    let on_cancel = move |_: Event| {
        close();
        open.set(false);
    };
    let on_close = move |_| {
        if !closed_from_here.get_value() {
            open.set(false);
        }
        closed_from_here.set_value(false);
    };
    let press_outside = move |event: MouseEvent| {
        // The dialog's body covers all of it, so only a press on the backdrop has the dialog itself as its target.
        let on_backdrop = event.target() == event.current_target();
        if on_backdrop && closes_outside {
            open.set(false);
        }
    };
    // Told only of what changes: a body that stays keeps what has been typed into it.
    let is_open = Memo::new(move |_| open.get());
    let body = move || {
        mark_root("data-dialog");
        view! {
            <div class="dialog__body">
                <h2 id=title_id.part("title")>{title}</h2>
                {children()}
            </div>
        }
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby=title_id.part("title")
            node_ref=node
            on:cancel=on_cancel
            on:close=on_close
            on:click:capture=without_strays()
            on:click=press_outside
        >
            {dynamic(move || is_open.get().then(&body))}
        </dialog>
    }
}

/// Keeps the second press of a double click from what the first one has put under the pointer. What is pressed is known
/// by its words: the element may be the same, with others.
fn without_strays() -> impl Fn(MouseEvent) {
    let began_on = StoredValue::new(None::<String>);
    move |event: MouseEvent| {
        let words = around(&event, "button, a").and_then(|pressed| pressed.text_content());
        if event.detail() > 1 && began_on.with_value(|began_on| *began_on != words) {
            event.stop_propagation();
            event.prevent_default();
        } else {
            began_on.set_value(words);
        }
    }
}

fn show(node: NodeRef<html::Dialog>, open: RwSignal<bool>) {
    let still_wanted = open.try_get_untracked().unwrap_or(false);
    if let Some(dialog) = node.try_get_untracked().flatten()
        && still_wanted
        && !dialog.open()
        && dialog.show_modal().is_err()
    {
        // A dialog that is no longer in the page cannot be shown.
        open.set(false);
    }
}
