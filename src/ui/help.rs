//! A short explanation beside what is not obvious.

use leptos::{ev::KeyboardEvent, html, prelude::*};

use super::{Icon, IconView, Text, id::UniqueId};

/// A question, and its answer once somebody asks it: below the question, in the flow of the page, so that it covers
/// nothing, at whatever zoom. Escape puts it away.
#[component]
pub fn Help(
    /// The question: the name of the button.
    #[prop(into)]
    label: Text,
    /// The answer.
    #[prop(into)]
    text: Text,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = UniqueId::new();
    let button = NodeRef::<html::Button>::new();
    let close = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            // A dialog around it stays.
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
            if let Some(button) = button.get_untracked() {
                // It is on the page, where its answer was.
                let _ = button.focus();
            }
        }
    };
    view! {
        <div class="help" on:keydown=close>
            <button
                type="button"
                class="help__question"
                aria-expanded=move || open.get().to_string()
                aria-controls=id.part("help")
                on:click=move |_| open.update(|open| *open = !*open)
                node_ref=button
            >
                <IconView icon=Icon::Info />
                {label}
            </button>
            <p class="help__answer" id=id.part("help") hidden=move || !open.get()>
                {text}
            </p>
        </div>
    }
}
