//! Lists whose elements come and go.

use leptos::list::{List, Shown};
use leptos::prelude::*;

/// A view for each key. One that stays keeps its place in the document, and with it the focus.
pub fn each(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    view: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let shown = move |key, _| Shown {
        view: view(key),
        renew: None,
        is_free: None,
    };
    let list = List {
        keys: Box::new(keys),
        view: Box::new(shown),
    };
    list.into_any()
}
