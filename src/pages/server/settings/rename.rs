//! Giving a server another name.

use futures::future::FutureExt;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::section::{ActionForm, Section};
use crate::api::server::Server;
use crate::data::actions::{self, Action, Report};
use crate::data::drafts;
use crate::pages::actions::why_not;
use crate::pages::form::{Problems, Sending};
use crate::ui::{MaybeText, TextField, TextKind};
use crate::words::{self, Word};

/// The field, by the name of the contract.
const NAME: &str = "server_name";
/// The most characters of a name: what a host name may have.
const LONGEST: usize = 63;

/// What the service does not accept of a name. Space around it does not count.
fn problem_of(typed: &str) -> Option<Word> {
    let name = typed.trim();
    if name.is_empty() {
        Some(words::SETTINGS_NAME_MISSING)
    } else if name.chars().count() > LONGEST {
        Some(words::SETTINGS_NAME_TOO_LONG)
    } else if name.chars().any(char::is_control) {
        Some(words::SETTINGS_NAME_UNSHOWABLE)
    } else {
        None
    }
}

/// The form.
#[component]
pub(super) fn Rename(server: Memo<Server>) -> impl IntoView {
    let present = Memo::new(move |_| server.with(actions::shown_name));
    let draft = server.with_untracked(|server| ["rename ", &server.instance_id].concat());
    let typed = drafts::kept(draft, present.get_untracked());
    follow_untouched(typed, server);
    let problems = Problems::of(&[NAME]);
    let sending = Sending::new(problems);
    let restore = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && typed.with_untracked(|typed| present.with_untracked(|present| typed != present))
        {
            event.prevent_default();
            typed.set(present.get_untracked());
            problems.clear();
        }
    };
    let submit = move |event: SubmitEvent| {
        let found = typed.with_untracked(|typed| problem_of(typed));
        let found = found.into_iter().map(|word| (NAME, word)).collect();
        let (server, name) = (server.get_untracked(), typed.get_untracked());
        let call = async move { actions::rename(&server, name.trim(), Report::Loud).await };
        let done = move |()| typed.update(|typed| *typed = typed.trim().to_owned());
        sending.send(&event, found, call.boxed_local(), Callback::new(done));
    };
    let hindered = why_not(server, Action::Rename);
    let unchanged = move || {
        let same = typed.with(|typed| present.with(|present| typed.trim() == present.trim()));
        same.then(|| words::SETTINGS_NAME_UNCHANGED.text().to_owned())
    };
    let hindrance: MaybeText = Signal::derive(move || hindered.get().or_else(unchanged));
    view! {
        <Section title=words::ACTION_RENAME lead=words::SETTINGS_RENAME_LEAD>
            <ActionForm
                name=words::ACTION_RENAME
                busy_label=words::SETTINGS_RENAME_BUSY
                sending
                hindrance
                on_submit=submit
            >
                <div on:keydown=restore>
                    <TextField
                        label=words::SETTINGS_NAME
                        value=typed
                        kind=TextKind::Code
                        name=NAME
                        autocomplete="off"
                        enter="done"
                        required=true
                        hint=words::SETTINGS_NAME_HINT
                        error=problems.of_field(NAME)
                    />
                </div>
            </ActionForm>
        </Section>
    }
}

/// Keeps the field at the name that the service tells, while nobody has typed another one. Not at the one that is shown:
/// a name that the service refuses must not leave the field.
fn follow_untouched(typed: RwSignal<String>, server: Memo<Server>) {
    Effect::new(move |before: Option<String>| {
        let told = server.with(|server| server.name.clone());
        if before.is_some_and(|before| typed.with_untracked(|typed| *typed == before)) {
            typed.set(told.clone());
        }
        told
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_judged_as_the_service_judges_them() {
        for name in [
            "a",
            " web-01 ",
            "máy chủ",
            "ម៉ាស៊ីនមេ",
            "🚀",
            &"x".repeat(63),
            &"ក".repeat(63),
        ] {
            assert_eq!(problem_of(name), None, "{name}");
        }
        for (name, problem) in [
            ("", words::SETTINGS_NAME_MISSING),
            (" \u{3000}", words::SETTINGS_NAME_MISSING),
            (&"x".repeat(64), words::SETTINGS_NAME_TOO_LONG),
            ("a\tb", words::SETTINGS_NAME_UNSHOWABLE),
            ("a\u{7f}", words::SETTINGS_NAME_UNSHOWABLE),
        ] {
            assert_eq!(problem_of(name), Some(problem), "{name:?}");
        }
    }
}
