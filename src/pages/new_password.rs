//! The fields in which a new password is chosen: of a server or of the person.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::form::Problems;
use crate::browser::random;
use crate::password::{self, RANDOM_BYTES, Rule, Strength};
use crate::ui::{
    Announcer, Button, CopyButton, Icon, Meter, PasswordField, Requirement, Requirements, Text,
    ToastTone, Toasts, dynamic,
};
use crate::words::{self, Word};

/// How long a person has paused when they are told what the password still needs.
const PAUSE: Duration = Duration::from_millis(1_200);

/// What is typed. It leaves the page only towards the service.
#[derive(Clone, Copy)]
pub struct NewPassword {
    /// The password.
    pub password: RwSignal<String>,
    repeated: RwSignal<String>,
    /// Whether it can be read.
    shown: RwSignal<bool>,
}

/// The names of the two fields in the contract.
#[derive(Clone, Copy)]
pub struct FieldNames {
    /// The password's.
    pub password: &'static str,
    /// Its repetition's.
    pub repeated: &'static str,
}

impl NewPassword {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self {
            password: RwSignal::default(),
            repeated: RwSignal::default(),
            shown: RwSignal::new(false),
        }
    }

    /// Forgets what was typed.
    pub fn clear(self) {
        self.password.set(String::new());
        self.repeated.set(String::new());
        self.shown.set(false);
    }

    /// What the form itself does not accept.
    pub fn problems(self, names: FieldNames) -> Vec<(&'static str, Word)> {
        let password = self.password.get_untracked();
        let mut found = Vec::new();
        if !password::is_acceptable(&password) {
            found.push((names.password, words::PASSWORD_UNMET));
        } else if self
            .repeated
            .with_untracked(|repeated| *repeated != password)
        {
            found.push((names.repeated, words::PASSWORD_DIFFERS));
        }
        found
    }
}

/// The fields, with all that helps to choose well.
#[component]
pub fn NewPasswordFields(
    /// What is typed.
    typed: NewPassword,
    /// The names of the fields.
    names: FieldNames,
    /// What is wrong with the form.
    problems: Problems,
    /// What the password belongs to, in the words under which a password manager keeps it.
    #[prop(into)]
    owner: Text,
) -> impl IntoView {
    let NewPassword {
        password,
        repeated,
        shown,
    } = typed;
    tell_after_pause(password, owner);
    let field = |label: Word, value, name, more: Option<AnyView>| {
        forgive_when_typing(value, problems, name);
        let enter = if more.is_some() { "next" } else { "done" };
        view! {
            <PasswordField
                label
                value
                show_label=words::FIELD_SHOW_PASSWORD
                hide_label=words::FIELD_HIDE_PASSWORD
                autocomplete="new-password"
                name
                enter
                required=true
                shown
                error=problems.of_field(name)
                more
            />
        }
    };
    let help = view! { <Help typed owner /> }.into_any();
    view! {
        // Without it a password manager would take this for the portal's own password.
        <input type="text" autocomplete="username" readonly hidden prop:value=owner />
        {field(words::PASSWORD_NEW, password, names.password, Some(help))}
        {field(words::PASSWORD_REPEAT, repeated, names.repeated, None)}
        <Generate typed />
    }
}

/// What the password needs, and how well it holds.
#[component]
fn Help(typed: NewPassword, owner: Text) -> impl IntoView {
    let password = typed.password;
    let requirement = |rule: Rule| Requirement {
        text: rule_word(rule).into(),
        met: Signal::derive(move || password.with(|password| rule.is_met(password))),
    };
    let strength = move || strength_of(password, owner);
    view! {
        <Requirements
            label=words::PASSWORD_RULES
            requirements=Rule::ALL.map(requirement).to_vec()
            met_text=words::PASSWORD_MET
            missing_text=words::PASSWORD_MISSING
        />
        <Meter
            label=words::PASSWORD_STRENGTH
            step=Signal::derive(move || strength().map_or(0, |strength| strength as u8 + 1))
            word=Signal::derive(move || strength_word(strength()).text().to_owned())
        />
    }
}

/// A password of the browser's chance, in both fields and to be copied.
#[component]
fn Generate(typed: NewPassword) -> impl IntoView {
    let announcer = Announcer::from_context();
    let toasts = Toasts::from_context();
    let generate = move |()| {
        let made = random::bytes::<RANDOM_BYTES>().and_then(|bytes| password::make(&bytes));
        match (made, announcer, toasts) {
            (Some(made), announcer, _) => {
                typed.password.set(made.clone());
                typed.repeated.set(made);
                typed.shown.set(true);
                if let Some(announcer) = announcer {
                    announcer.say(words::PASSWORD_GENERATED.text().to_owned());
                }
            }
            (None, _, Some(toasts)) => {
                toasts.push(ToastTone::Failure, words::PASSWORD_NO_CHANCE.text());
            }
            (None, _, None) => {}
        }
    };
    let empty = Memo::new(move |_| typed.password.with(String::is_empty));
    let copy = move || {
        (!empty.get()).then(|| {
            view! {
                <CopyButton
                    label=words::PASSWORD_COPY
                    value=typed.password
                    copied_text=words::COMMON_COPIED
                    failed_text=words::COMMON_COPY_FAILED
                />
            }
        })
    };
    view! {
        <div class="form__actions">
            <Button label=words::PASSWORD_GENERATE icon=Icon::Refresh on_press=generate />
            {dynamic(copy)}
        </div>
    }
}

/// Takes back what the form itself has found wrong with a field that is being put right.
fn forgive_when_typing(typed: RwSignal<String>, problems: Problems, field: &'static str) {
    Effect::new(move |typed_before: Option<()>| {
        typed.track();
        if typed_before.is_some() {
            problems.forgive(field);
        }
    });
}

/// Says what the password still needs or how well it holds, once the person pauses, to whoever does not see it.
fn tell_after_pause(password: RwSignal<String>, owner: Text) {
    let Some(announcer) = Announcer::from_context() else {
        return;
    };
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        if password.with(String::is_empty) {
            return;
        }
        let tell = move || announcer.say(untrack(|| what_to_tell(password, owner)));
        timer.set_value(set_timeout_with_handle(tell, PAUSE).ok());
    });
    on_cleanup(stop);
}

fn what_to_tell(password: RwSignal<String>, owner: Text) -> String {
    let missing: Vec<&str> = password.with(|password| {
        let rules = Rule::ALL.into_iter().filter(|rule| !rule.is_met(password));
        rules.map(|rule| rule_word(rule).text()).collect()
    });
    if missing.is_empty() {
        let strength = strength_word(strength_of(password, owner));
        [words::PASSWORD_STRENGTH.text(), ": ", strength.text()].concat()
    } else {
        words::password_still_missing(&missing.join(", "))
    }
}

fn strength_of(password: RwSignal<String>, owner: Text) -> Option<Strength> {
    password.with(|password| owner.with(|owner| password::strength(password, &[owner])))
}

const fn rule_word(rule: Rule) -> Word {
    match rule {
        Rule::Length => words::PASSWORD_RULE_LENGTH,
        Rule::UpperCase => words::PASSWORD_RULE_UPPER_CASE,
        Rule::Digit => words::PASSWORD_RULE_DIGIT,
        Rule::Special => words::PASSWORD_RULE_SPECIAL,
    }
}

const fn strength_word(strength: Option<Strength>) -> Word {
    match strength {
        None => words::PASSWORD_NO_STRENGTH,
        Some(Strength::Weak) => words::PASSWORD_WEAK,
        Some(Strength::Fair) => words::PASSWORD_FAIR,
        Some(Strength::Good) => words::PASSWORD_GOOD,
        Some(Strength::Strong) => words::PASSWORD_STRONG,
    }
}
