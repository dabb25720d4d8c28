//! What was done to a server, where the service keeps a log of it.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::api::vendor::ActionLogEntry;
use crate::data::query::{Handle, use_query};
use crate::data::server::ActivityOf;
use crate::format;
use crate::pages::server::pieces::{Missed, refresh_with_status};
use crate::pages::servers::pieces::Fold;
use crate::ui::{Card, dynamic};
use crate::words::{self, Word, t};

/// How many entries are shown at first.
const FIRST: usize = 5;

/// What people call what is done to a server; the words of the contract's own calls, then Nova's. Compared without
/// case and without the signs between the parts of a word.
const ACTIONS: [(&str, Word); 16] = [
    ("create", words::ACTIVITY_CREATE),
    ("start", words::ACTIVITY_START),
    ("stop", words::ACTIVITY_STOP),
    ("reboot", words::ACTIVITY_REBOOT),
    ("rename", words::ACTIVITY_RENAME),
    ("rebuild", words::ACTIVITY_REBUILD),
    ("changepassword", words::ACTIVITY_PASSWORD),
    ("console", words::ACTIVITY_CONSOLE),
    ("resize", words::ACTIVITY_RESIZE),
    ("attachvolume", words::ACTIVITY_ATTACH_VOLUME),
    ("detachvolume", words::ACTIVITY_DETACH_VOLUME),
    ("suspend", words::ACTIVITY_SUSPEND),
    ("resume", words::ACTIVITY_RESUME),
    ("migrate", words::ACTIVITY_MIGRATE),
    ("livemigration", words::ACTIVITY_MIGRATE),
    ("delete", words::ACTIVITY_DELETE),
];

/// The log, where the service has one.
#[component]
pub(super) fn Activity(server: Memo<Server>) -> impl IntoView {
    let id = server.with_untracked(|server| server.instance_id.clone());
    let handle = use_query(move || Some(ActivityOf(id.clone())));
    refresh_with_status(handle.asked, server);
    let failed = move || handle.asked.known.with(|known| known.failure.is_some());
    let shown = Memo::new(move |_| handle.read(Option::is_some).unwrap_or_else(failed));
    dynamic(move || {
        shown.get().then(|| {
            view! {
                <Card>
                    <h2 class="card__title">{t(words::ACTIVITY_TITLE)}</h2>
                    <Entries handle />
                    <Missed asked=handle.asked says=words::ACTIVITY_FAILED />
                </Card>
            }
        })
    })
}

/// The newest entries, and the others on demand.
#[component]
fn Entries(handle: Handle<Option<Vec<ActionLogEntry>>>) -> impl IntoView {
    let unfolded = RwSignal::new(false);
    let entries = move || handle.read(Option::clone).flatten();
    let folded = Signal::derive(move || {
        let count = entries().map_or(0, |entries| entries.len());
        u32::try_from(count.saturating_sub(FIRST)).unwrap_or(u32::MAX)
    });
    let list = move || {
        let entries = entries()?;
        let count = if unfolded.get() { usize::MAX } else { FIRST };
        Some(match entries.is_empty() {
            true => view! { <p class="muted">{t(words::ACTIVITY_EMPTY)}</p> }.into_any(),
            false => {
                let entries = entries.into_iter().take(count);
                let items = entries
                    .map(|entry| view! { <Entry entry /> })
                    .collect_view();
                view! { <ol class="activity">{items}</ol> }.into_any()
            }
        })
    };
    view! {
        {dynamic(list)}
        <Fold folded unfolded more=words::activity_more />
    }
}

/// What was done, what the service says of it, when, and by whom.
#[component]
fn Entry(entry: ActionLogEntry) -> impl IntoView {
    let ActionLogEntry {
        action,
        message,
        start_time,
        user_id,
        ..
    } = entry;
    let when = start_time.map(|time| {
        view! {
            <time datetime=format::machine_readable(&time)>
                {move || [format::relative(time.timestamp_millis()), format::date_time(&time)].join(" · ")}
            </time>
        }
    });
    // Of a user's number nobody learns anything.
    let who = user_id
        .contains('@')
        .then(|| view! { <span>{move || words::activity_by(&user_id)}</span> });
    view! {
        <li class="activity__entry">
            <span class="activity__what">{move || action_text(&action)}</span>
            <span class="activity__when">{when} {who}</span>
            <span class="activity__message">{message}</span>
        </li>
    }
}

/// What people call an action. One that the portal does not know is shown as the service writes it.
fn action_text(action: &str) -> String {
    let plain: String = action
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let known = ACTIONS.iter().find(|(name, _)| *name == plain);
    known.map_or_else(|| action.to_owned(), |(_, word)| word.text().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_has_its_word_however_it_is_written() {
        let known = |action: &str| action_text(action) != action;
        for action in [
            "change_password",
            "changePassword",
            "CHANGE-PASSWORD",
            "Start",
            "live-migration",
        ] {
            assert!(known(action), "{action}");
        }
        assert_eq!(action_text("evacuate_всё"), "evacuate_всё");
    }
}
