//! Doing one thing to all servers that are selected: a summary before, progress meanwhile, and what came of it.

mod names;
mod progress;
mod summary;
mod words_of;

use leptos::prelude::*;

use self::progress::progress;
use self::summary::summary;
pub use self::words_of::{counted, outcome};
use self::words_of::{name_of_power, run_text};
use crate::api::server_actions::PowerAction;
use crate::data::bulk;
use crate::pages::actions::POWER;
use crate::ui::{Button, Dialog, Icon, IconView, Spinner, dynamic};
use crate::words;

/// The dialog of a run, and what opens it.
#[derive(Clone, Copy)]
pub(super) struct Bulk {
    is_open: RwSignal<bool>,
    /// What the summary is of.
    action: RwSignal<PowerAction>,
}

impl Bulk {
    pub(super) fn new() -> Self {
        let bulk = Self {
            is_open: RwSignal::new(false),
            action: RwSignal::new(PowerAction::Start),
        };
        bulk.watch();
        bulk
    }

    /// Whoever has the dialog open watches the run. One that is over is forgotten when its dialog is closed, and at once
    /// where there is nothing to look at.
    fn watch(self) {
        Effect::new(move |was_open: Option<bool>| {
            let is_open = self.is_open.get();
            bulk::set_watched(is_open);
            let is_fine = bulk::read(|run| {
                let counts = run.counts();
                run.is_over() && counts.failed + counts.left_out == 0
            });
            if !is_open && (was_open == Some(true) || is_fine == Some(true)) {
                bulk::dismiss();
            }
            is_open
        });
        on_cleanup(|| bulk::set_watched(false));
    }

    fn open(self, action: PowerAction) {
        self.action.set(action);
        self.is_open.set(true);
    }
}

/// The buttons that open the summary of what they do.
pub(super) fn buttons(bulk: Bulk) -> AnyView {
    let busy = Signal::derive(|| bulk::is_under_way().then(|| words::BULK_BUSY.text().to_owned()));
    let button = |(action, icon)| {
        view! {
            <Button
                label=name_of_power(action)
                icon
                disabled_because=busy
                on_press=move |()| {
                    bulk::dismiss();
                    bulk.open(action);
                }
            />
        }
    };
    POWER.map(button).collect_view().into_any()
}

/// How far a run has come whose dialog is closed, and the way back there.
pub(super) fn notice(bulk: Bulk) -> AnyView {
    let text = Memo::new(|_| bulk::read(run_text));
    let is_there = Memo::new(move |_| text.with(Option::is_some));
    let is_over = Memo::new(|_| !bulk::is_under_way());
    let mark = move || match is_over.get() {
        true => view! { <IconView icon=Icon::Warning /> }.into_any(),
        false => view! { <Spinner /> }.into_any(),
    };
    let show = move || {
        view! {
            <button
                type="button"
                class="button"
                data-kind="secondary"
                title=words::t(words::BULK_SHOW)
                on:click=move |_| bulk.is_open.set(true)
            >
                {dynamic(mark)}
                <span>{text}</span>
            </button>
        }
    };
    dynamic(move || is_there.get().then(show)).into_any()
}

/// The dialog: the summary before a run, then the run itself.
pub(super) fn dialog(bulk: Bulk) -> AnyView {
    let is_running = Memo::new(|_| bulk::is_there());
    let title = move || match bulk::read(run_text) {
        Some(text) => text,
        None => summary::title(bulk.action.get()),
    };
    view! {
        <Dialog open=bulk.is_open title=Signal::derive(title) closes_outside=false>
            {dynamic(move || match is_running.get() {
                true => progress(bulk.is_open),
                false => summary(bulk.action.get_untracked(), bulk.is_open),
            })}
        </Dialog>
    }
    .into_any()
}
