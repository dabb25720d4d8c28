//! The dialog that asks for the name of a view.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Dialogs;
use crate::data::servers::kept::{self, LONGEST_NAME, SavedView, one_line};
use crate::format;
use crate::pages::form::{Problems, Sending};
use crate::ui::{Announcer, Button, ButtonKind, Checkbox, Dialog, TextField};
use crate::words::{self, Word};

const NAME: &str = "view_name";

/// A name as it is kept: without space around it and line breaks in it.
fn as_kept(typed: &str) -> String {
    one_line(typed.trim())
}

/// What is wrong with a name for the view `renamed`; empty where a view is saved, which may take another's place.
fn problem_of(name: &str, renamed: &str, is_taken: bool) -> Option<Word> {
    if name.is_empty() {
        Some(words::VIEWS_NAME_MISSING)
    } else if name.chars().count() > LONGEST_NAME {
        Some(words::VIEWS_NAME_TOO_LONG)
    } else if is_taken && !renamed.is_empty() && name != renamed {
        Some(words::VIEWS_NAME_TAKEN)
    } else {
        None
    }
}

/// Asks under which name `shown` is saved, or what else a view is to be called.
#[component]
pub(super) fn Naming(shown: Signal<String>, dialogs: Dialogs) -> impl IntoView {
    let title = move || match dialogs.renamed.with(String::is_empty) {
        true => words::VIEWS_SAVE_TITLE.text().to_owned(),
        false => words::VIEWS_RENAME.text().to_owned(),
    };
    view! {
        <Dialog open=dialogs.naming title=Signal::derive(title)>
            <Form shown dialogs />
        </Dialog>
    }
}

#[component]
fn Form(shown: Signal<String>, dialogs: Dialogs) -> impl IntoView {
    let renamed = dialogs.renamed.get_untracked();
    let is_new = renamed.is_empty();
    let typed = RwSignal::new(renamed.clone());
    let opens = RwSignal::new(false);
    let problems = Problems::of(&[NAME]);
    let sending = Sending::new(problems);
    let announcer = Announcer::from_context();
    let is_taken =
        Memo::new(move |_| typed.with(|typed| kept::mine().view(&as_kept(typed)).is_some()));
    let submit = move |event: SubmitEvent| {
        let name = typed.with_untracked(|typed| as_kept(typed));
        let found = problem_of(&name, &renamed, is_taken.get_untracked());
        let found = found.into_iter().map(|word| (NAME, word)).collect();
        let renamed = renamed.clone();
        let done = move |()| {
            match is_new {
                true => save(&name, shown.get_untracked(), opens.get_untracked()),
                false => kept::change(|kept| kept.rename(&renamed, &name)),
            }
            if let Some(announcer) = announcer.filter(|_| is_new) {
                announcer.say(words::views_saved(&name));
            }
            dialogs.naming.set(false);
        };
        sending.send(
            &event,
            found,
            Box::pin(async { Ok(()) }),
            Callback::new(done),
        );
    };
    let hint = move || match is_new && is_taken.get() {
        true => words::VIEWS_REPLACES.text().to_owned(),
        false if is_new => words::VIEWS_SAVE_TEXT.text().to_owned(),
        false => words::views_name_hint(&format::number(
            u32::try_from(LONGEST_NAME).unwrap_or_default(),
        )),
    };
    let agree = move || match (is_new, is_taken.get()) {
        (true, true) => words::VIEWS_REPLACE.text().to_owned(),
        (true, false) => words::VIEWS_SAVE_AGREE.text().to_owned(),
        (false, _) => words::VIEWS_RENAME.text().to_owned(),
    };
    let by_default = is_new.then(|| {
        view! {
            <Checkbox
                label=words::VIEWS_OPENS
                checked=opens
                on_change=move |wanted| opens.set(wanted)
            />
        }
    });
    view! {
        <form class="form" node_ref=sending.element novalidate on:submit=submit>
            <TextField
                label=words::VIEWS_NAME
                value=typed
                name=NAME
                autocomplete="off"
                enter="done"
                required=true
                hint=Signal::derive(hint)
                error=problems.of_field(NAME)
            />
            {by_default}
            <div class="dialog__actions">
                <Button label=words::COMMON_CANCEL on_press=move |()| dialogs.naming.set(false) />
                <Button label=Signal::derive(agree) kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

fn save(name: &str, search: String, opens: bool) {
    kept::change(|kept| {
        kept.save(SavedView {
            name: name.to_owned(),
            search,
        });
        if opens {
            name.clone_into(&mut kept.opens);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_there_and_not_too_long() {
        assert_eq!(
            problem_of(&as_kept(" \t"), "", false),
            Some(words::VIEWS_NAME_MISSING)
        );
        let long = "ក".repeat(61);
        assert_eq!(
            problem_of(&long, "", false),
            Some(words::VIEWS_NAME_TOO_LONG)
        );
        assert_eq!(problem_of(&long[3..], "", false), None);
        assert_eq!(as_kept(" a\tb\n"), "a b");
    }

    #[test]
    fn a_new_view_may_take_the_place_of_another_but_no_other_name() {
        assert_eq!(problem_of("a", "", true), None);
        assert_eq!(problem_of("a", "a", true), None);
        assert_eq!(problem_of("a", "b", true), Some(words::VIEWS_NAME_TAKEN));
    }
}
