//! The names of many servers.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::format;
use crate::pages::servers::pieces::name_of;
use crate::ui::{dynamic, each};
use crate::words;

/// How many names are shown until a person asks for all of them.
const AT_FIRST: usize = 50;

/// What tells a server in a list of names: its id, which no other has, and its name.
pub(super) fn key(server: &Server) -> String {
    [server.instance_id.as_str(), "\n", &name_of(server)].concat()
}

/// The names of the servers with these [keys](key).
pub(super) fn names(keys: Signal<Vec<String>>) -> AnyView {
    let are_all_shown = RwSignal::new(false);
    let shown = move || match are_all_shown.get() {
        true => keys.get(),
        false => keys.with(|keys| keys.iter().take(AT_FIRST).cloned().collect()),
    };
    let name = |key: String| {
        let name = key.split_once('\n').map_or("", |(_, name)| name);
        view! { <li>{name.to_owned()}</li> }.into_any()
    };
    let hidden = Memo::new(move |_| match are_all_shown.get() {
        true => 0,
        false => keys.with(|keys| keys.len().saturating_sub(AT_FIRST)),
    });
    let more = move || {
        let hidden = u32::try_from(hidden.get()).unwrap_or(u32::MAX);
        words::bulk_more(&format::number(hidden))
    };
    let is_any_hidden = Memo::new(move |_| hidden.get() > 0);
    view! {
        <ul class="names">{each(shown, name)}</ul>
        {dynamic(move || {
            is_any_hidden
                .get()
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="names__more"
                            on:click=move |_| are_all_shown.set(true)
                        >
                            {more}
                        </button>
                    }
                })
        })}
    }
    .into_any()
}

/// The names behind a line that unfolds them.
pub(super) fn folded(title: Signal<String>, keys: Signal<Vec<String>>) -> AnyView {
    let is_open = RwSignal::new(false);
    view! {
        <details class="names-fold" on:toggle=move |_| is_open.update(|open| *open = !*open)>
            <summary>{title}</summary>
            {dynamic(move || is_open.get().then(|| names(keys)))}
        </details>
    }
    .into_any()
}

/// Names under a sentence that holds for all of them.
pub(super) fn group(sentence: Signal<String>, keys: Signal<Vec<String>>) -> AnyView {
    view! {
        <li class="names-group">
            <p>{sentence}</p>
            {names(keys)}
        </li>
    }
    .into_any()
}
