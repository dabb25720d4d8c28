//! The button that shows what is folded away.

use leptos::prelude::*;

use crate::ui::dynamic;
use crate::words;

/// The button that shows what is folded away, and folds it again; none where nothing is.
#[component]
pub fn Fold(
    /// How many are folded away at first.
    folded: Signal<u32>,
    /// Whether they are shown now.
    unfolded: RwSignal<bool>,
    /// What says that so many more can be shown.
    more: fn(u32) -> String,
) -> impl IntoView {
    let any_folded = Memo::new(move |_| folded.get() > 0);
    let label = move || match unfolded.get() {
        true => words::COMMON_FEWER.text().to_owned(),
        false => more(folded.get()),
    };
    dynamic(move || {
        any_folded.get().then(|| {
            view! {
                <button
                    type="button"
                    class="fold"
                    aria-expanded=move || unfolded.get().to_string()
                    on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
                >
                    {label}
                </button>
            }
        })
    })
}
