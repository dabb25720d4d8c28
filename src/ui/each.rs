//! Lists whose elements come and go.

use leptos::prelude::*;

/// A view for each key. One that stays keeps its place in the document, and with it the focus.
///
/// All lists go through this one type: the comparison of an old and a new list is a large piece of code, which would
/// otherwise be there for each type of element.
pub fn each(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    view: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    erased(Signal::derive(keys), Callback::new(view))
}

fn erased(keys: Signal<Vec<String>>, view: Callback<String, AnyView>) -> AnyView {
    let children = move |key| view.run(key);
    view! { <For each=move || keys.get() key=String::clone children /> }.into_any()
}
