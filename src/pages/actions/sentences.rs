//! Actions in words: what they are called, why they cannot be done, how they ended.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::data::actions::{Action, Ending, Hindrance, Outcome, hindrance};
use crate::pages::servers::pieces::name_or_unnamed;
use crate::ui::MaybeText;
use crate::words::{self, Word};

/// What an action is called.
pub const fn name_of_action(action: Action) -> Word {
    match action {
        Action::Start => words::ACTION_START,
        Action::Stop => words::ACTION_STOP,
        Action::Reboot => words::ACTION_REBOOT,
        Action::Rename => words::ACTION_RENAME,
        Action::ResetPassword => words::ACTION_RESET_PASSWORD,
        Action::Rebuild => words::ACTION_REBUILD,
        Action::OpenConsole => words::ACTION_OPEN_CONSOLE,
    }
}

/// Why `action` cannot be done to `server` now, as a sentence; nothing when it can.
pub fn why_not(server: Memo<Server>, action: Action) -> MaybeText {
    Signal::derive(move || {
        let hindrance = server.with(|server| hindrance(action, server))?;
        Some(sentence(action, hindrance))
    })
}

/// Why an action cannot be done, as a sentence.
pub fn sentence(action: Action, hindrance: Hindrance) -> String {
    match hindrance {
        Hindrance::Status => when_it_fits(action).text().to_owned(),
        Hindrance::Permission(permission) => words::action_not_permitted(permission),
        Hindrance::Underway(other) => words::action_busy(name_of_action(other).text()),
        Hindrance::Offline => words::OFFLINE_REASON.text().to_owned(),
    }
}

const fn when_it_fits(action: Action) -> Word {
    match action {
        Action::Start => words::ACTION_START_FITS,
        Action::Stop => words::ACTION_STOP_FITS,
        Action::Reboot => words::ACTION_REBOOT_FITS,
        Action::Rename => words::ACTION_RENAME_FITS,
        Action::ResetPassword => words::ACTION_RESET_PASSWORD_FITS,
        Action::Rebuild => words::ACTION_REBUILD_FITS,
        Action::OpenConsole => words::ACTION_OPEN_CONSOLE_FITS,
    }
}

/// How an action ended.
pub fn ending(outcome: &Outcome) -> String {
    let name = name_or_unnamed(&outcome.name);
    let action = || name_of_action(outcome.action).text();
    match outcome.ending {
        Ending::Arrived => arrival(outcome.action, &name),
        Ending::Failed => words::action_failed(action(), &name),
        Ending::TakesTooLong => words::action_too_long(action(), &name),
    }
}

fn arrival(action: Action, name: &str) -> String {
    match action {
        Action::Start | Action::OpenConsole => words::action_start_done(name),
        Action::Stop => words::action_stop_done(name),
        Action::Reboot => words::action_reboot_done(name),
        Action::Rename => words::action_rename_done(name),
        Action::ResetPassword => words::action_reset_password_done(name),
        Action::Rebuild => words::action_rebuild_done(name),
    }
}
