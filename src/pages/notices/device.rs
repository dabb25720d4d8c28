//! Notifications by the device, for whoever has switched them on and looks at something else.

use std::sync::LazyLock;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::passed;
use crate::browser::notification::{self, Notification, Permission};
use crate::browser::{presence, storage};
use crate::data::actions::news::News;
use crate::data::actions::{self, Ending, Outcome};
use crate::data::notices::{Passed, personal};
use crate::pages::actions::sentences::ending;
use crate::pages::servers::pieces::name_or_unnamed;
use crate::paths;
use crate::shared::subscribed;
use crate::ui::{Card, Switch};
use crate::words;

/// What stands for "yes" in the storage.
const WANTED: &str = "on";

/// Whether notifications are on, and what the browser has said last.
static STATE: LazyLock<ArcRwSignal<(bool, Permission)>> =
    LazyLock::new(|| ArcRwSignal::new(read()));

fn read() -> (bool, Permission) {
    let permission = notification::permission();
    let is_wanted = personal::read(storage::NOTIFY).as_deref() == Some(WANTED);
    (is_wanted && permission == Permission::Granted, permission)
}

fn look_again() {
    let state = read();
    actions::watch_unseen(state.0);
    if state.0 {
        notification::follow_presses();
    }
    STATE.set(state);
}

/// Follows what is wanted, here and in other tabs.
pub(super) fn begin() {
    look_again();
    // The permission may be changed in the browser's own settings meanwhile, the switch in another tab.
    Effect::new(|| {
        let _ = presence::visible();
        look_again();
    });
}

/// Tells how what was begun has ended, where nobody looks at the page.
pub(super) fn hear(news: &News<'_>) {
    let News::Ended { outcome, is_told } = news else {
        return;
    };
    if *is_told {
        let address = paths::server(&outcome.instance_id);
        show(name_or_unnamed(&outcome.name), &ending(outcome), &address);
    } else if outcome.ending == Ending::Failed {
        // One of many: those that began them are told of the failures alone.
        passed::tell(&[failed(outcome)], true);
    }
}

fn failed(outcome: &Outcome) -> Passed {
    Passed {
        instance_id: outcome.instance_id.clone(),
        name: outcome.name.clone(),
        has_failed: true,
    }
}

/// Has the device show this, where that is wanted and nobody looks at the page.
pub(super) fn show(title: String, text: &str, address: &str) {
    if !presence::is_visible_now() && read().0 {
        notification::show(Notification {
            title,
            text: text.to_owned(),
            address: address.to_owned(),
        });
    }
}

/// The switch for it, and what is in the way.
#[component]
pub fn NotifySwitch() -> impl IntoView {
    look_again();
    let asked_in_vain = RwSignal::new(false);
    // Where the person has put the switch, until the browser has answered.
    let pressed = RwSignal::new(None::<bool>);
    let is_on = Signal::derive(move || {
        let is_on = subscribed(&STATE).with(|state| state.0);
        pressed.get().unwrap_or(is_on)
    });
    let settle = move || {
        look_again();
        // The page may have been left meanwhile.
        pressed.try_set(None);
    };
    let switch = move |wanted: bool| {
        asked_in_vain.set(false);
        pressed.set(Some(wanted));
        personal::write(storage::NOTIFY, if wanted { WANTED } else { "" });
        spawn_local(async move {
            if wanted && notification::ask().await != Permission::Granted {
                personal::write(storage::NOTIFY, "");
                asked_in_vain.try_set(true);
            }
            // Only what has been drawn can be taken back.
            set_timeout(settle, Duration::ZERO);
        });
    };
    let hint = move || {
        let permission = subscribed(&STATE).with(|state| state.1);
        let word = match permission {
            Permission::Unsupported => words::NOTICE_UNSUPPORTED,
            Permission::Denied => words::NOTICE_BLOCKED,
            Permission::Open if asked_in_vain.get() => words::NOTICE_NOT_ALLOWED,
            _ => words::NOTICE_SWITCH_HINT,
        };
        word.text()
    };
    view! {
        <Card>
            <Switch label=words::NOTICE_SWITCH checked=is_on on_change=switch />
            <p class="notify__hint" role="status">{hint}</p>
        </Card>
    }
}
