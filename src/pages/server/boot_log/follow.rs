//! Whether what the server goes on writing is shown.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::browser::clock;
use crate::data::actions::{self, Action};
use crate::data::boot_log::{BootLogOf, Followed};
use crate::data::query::use_query;
use crate::ui::{Announcer, LogModel};
use crate::words;

/// How long new lines are not spoken of again, in milliseconds: a server that starts writes without a pause.
const SILENCE: i64 = 10_000;

/// Whether the log is followed: as the person has it, and until they say, whether the server is starting or has been
/// since the page was opened.
#[derive(Clone, Copy)]
pub(super) struct Following {
    chosen: RwSignal<Option<bool>>,
    on: Signal<bool>,
}

impl Following {
    /// Follows the log of a server while it is wanted.
    pub(super) fn of(server: Memo<Server>, question: &BootLogOf) -> Self {
        let chosen = RwSignal::new(None);
        let started = Memo::new(move |before: Option<&bool>| {
            before == Some(&true) || server.with(is_starting)
        });
        let on = Memo::new(move |_| chosen.get().unwrap_or_else(|| started.get()));
        let followed = Followed(question.clone());
        use_query(move || on.get().then(|| followed.clone()));
        Self {
            chosen,
            on: on.into(),
        }
    }

    /// Whether the log is followed.
    pub(super) fn is_on(self) -> Signal<bool> {
        self.on
    }

    /// Follows it or not, as the person wants.
    pub(super) fn choose(self, on: bool) {
        self.chosen.set(Some(on));
    }

    /// Speaks of new lines now and then while the log is followed.
    pub(super) fn announce(self, model: LogModel) {
        let announcer = Announcer::from_context();
        let spoken = StoredValue::new(None::<(u32, i64)>);
        Effect::new(move |_| {
            let last = model.with_log(|log| log.last_number());
            let now = clock::now();
            let known = spoken.get_value().filter(|_| self.on.get_untracked());
            let Some((before, at)) = known else {
                spoken.set_value(Some((last, now)));
                return;
            };
            let new = last.saturating_sub(before);
            if new > 0 && now - at >= SILENCE {
                spoken.set_value(Some((last, now)));
                if let Some(announcer) = announcer {
                    announcer.say(words::log_new_lines(new));
                }
            }
        });
    }
}

fn is_starting(server: &Server) -> bool {
    let underway = actions::underway(&server.instance_id);
    let starts = |action| matches!(action, Action::Start | Action::Reboot | Action::Rebuild);
    server.status.is_passing() || underway.is_some_and(|underway| starts(underway.action))
}
