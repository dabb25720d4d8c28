//! What can be done with a log: search in it, follow it, lay it out, take it along.

use leptos::prelude::*;

use super::file_name::file_name;
use super::follow::Following;
use super::search::Search;
use crate::api::server::Server;
use crate::browser::{download, storage};
use crate::ui::{CopyButton, Icon, IconButton, LogModel, Switch};
use crate::words;

/// How the log is laid out; remembered by the browser.
#[derive(Clone, Copy)]
pub(super) struct Display {
    /// Long lines are broken.
    pub(super) wraps: RwSignal<bool>,
    /// Lines have numbers.
    pub(super) numbered: RwSignal<bool>,
}

impl Display {
    /// As the person had it last; with numbers, and long lines as they are, at first.
    pub(super) fn remembered() -> Self {
        let is_on = |key| storage::read(key).map(|value| value == ON);
        Self {
            wraps: RwSignal::new(is_on(storage::LOG_WRAPS).unwrap_or(false)),
            numbered: RwSignal::new(is_on(storage::LOG_NUMBERED).unwrap_or(true)),
        }
    }
}

const ON: &str = "on";

fn remember(key: &'static str, signal: RwSignal<bool>, on: bool) {
    storage::write(key, if on { ON } else { "off" });
    signal.set(on);
}

/// The tools over a log.
#[component]
pub(super) fn Toolbar(
    server: Memo<Server>,
    model: LogModel,
    following: Following,
    display: Display,
) -> impl IntoView {
    let Display { wraps, numbered } = display;
    view! {
        <div class="log__tools">
            <Search model />
            <div class="log__choices">
                <Switch
                    label=words::LOG_FOLLOW
                    checked=following.is_on()
                    on_change=move |on| following.choose(on)
                />
                <Switch
                    label=words::LOG_WRAP
                    checked=wraps
                    on_change=move |on| remember(storage::LOG_WRAPS, wraps, on)
                />
                <Switch
                    label=words::LOG_NUMBERS
                    checked=numbered
                    on_change=move |on| remember(storage::LOG_NUMBERED, numbered, on)
                />
                <Take server model />
            </div>
        </div>
    }
}

/// The ways to take the whole log along, as plain text.
#[component]
fn Take(server: Memo<Server>, model: LogModel) -> impl IntoView {
    let text = Signal::derive(move || model.with_log(|log| log.text().to_owned()));
    let save = move |()| {
        let name = server.with_untracked(|server| file_name(&server.name));
        untrack(|| {
            model.with_log(|log| download::save(&name, "text/plain;charset=utf-8", log.text()))
        });
    };
    view! {
        <div class="log__take">
            <CopyButton
                label=words::LOG_COPY
                value=text
                copied_text=words::LOG_COPIED
                failed_text=words::LOG_COPY_FAILED
            />
            <IconButton label=words::LOG_DOWNLOAD icon=Icon::Download on_press=save />
        </div>
    }
}
