//! What a server wrote while it started, and goes on writing.

mod file_name;
mod follow;
mod search;
mod toolbar;

use leptos::prelude::*;

use self::follow::Following;
use self::toolbar::{Display, Toolbar};
use super::pieces::refresh_with_status;
use crate::api::server::Server;
use crate::data::boot_log::BootLogOf;
use crate::data::query::use_query;
use crate::format;
use crate::pages::page::{Waiting, answered};
use crate::ui::{Button, EmptyState, Icon, LogModel, LogView, PRINTED_LINES, dynamic};
use crate::words;

/// The boot log of a server.
#[component]
pub fn BootLog(server: Memo<Server>) -> impl IntoView {
    let question = BootLogOf(server.with_untracked(|server| server.instance_id.clone()));
    let following = Following::of(server, &question);
    let handle = use_query(move || Some(question.clone()));
    refresh_with_status(handle.asked, server);
    let model = LogModel::default();
    let read = move || handle.read(|source| model.read(source.clone()));
    Effect::new(move |_| read());
    following.announce(model);
    let content = move || {
        // The log is there before what works with it.
        untrack(read);
        view! { <Known server model following /> }.into_any()
    };
    let skeleton = || view! { <Waiting /> }.into_any();
    answered(handle.asked, words::LOG_FAILED_TITLE, skeleton, content)
}

/// A log that is known, and what can be done with it.
#[component]
fn Known(server: Memo<Server>, model: LogModel, following: Following) -> impl IntoView {
    let display = Display::remembered();
    let empty = Memo::new(move |_| model.with_log(|log| log.is_empty()));
    view! {
        <div class="log">
            <Toolbar server model following display />
            {dynamic(move || match empty.get() {
                true => view! {
                    <EmptyState
                        icon=Icon::Monitor
                        title=words::LOG_EMPTY_TITLE
                        text=words::LOG_EMPTY_TEXT
                    />
                }
                .into_any(),
                false => view! { <Text model following display /> }.into_any(),
            })}
        </div>
    }
}

/// The text of the log, and the way to its end.
#[component]
fn Text(model: LogModel, following: Following, display: Display) -> impl IntoView {
    let shown = Memo::new(move |_| model.with_log(|log| (log.left_out() > 0).then(|| log.len())));
    let note = move || {
        let shown = format::number(u32::try_from(shown.get()?).unwrap_or(u32::MAX));
        Some(view! { <p class="log__note">{move || words::log_shortened(&shown)}</p> })
    };
    let is_cut_on_paper = Memo::new(move |_| model.with_log(|log| log.len() > PRINTED_LINES));
    let paper_note = move || {
        let printed = format::number(u32::try_from(PRINTED_LINES).unwrap_or(u32::MAX));
        is_cut_on_paper.get().then(
            || view! { <p class="log__note" data-paper=true>{words::log_printed(&printed)}</p> },
        )
    };
    let away = Memo::new(move |_| !model.is_at_end());
    let to_end = move || {
        away.get().then(|| {
            view! {
                <Button
                    label=words::LOG_TO_END
                    icon=Icon::ToEnd
                    on_press=move |()| model.go_to_end()
                />
            }
        })
    };
    view! {
        {dynamic(note)}
        {dynamic(paper_note)}
        <div class="log__frame">
            <LogView
                label=words::SERVER_BOOT_LOG
                model
                wraps=display.wraps
                numbered=display.numbered
                follows=following.is_on()
            />
            <div class="log__to-end">{dynamic(to_end)}</div>
        </div>
    }
}
