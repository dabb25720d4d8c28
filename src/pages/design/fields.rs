//! Fields, and what a form says of them.

use leptos::prelude::*;

use super::section::Specimen;
use crate::password::Rule;
use crate::ui::{
    FormError, Meter, PasswordField, Requirement, Requirements, SearchField, TextField, TextKind,
};
use crate::words::{self, Word};

/// The section.
pub(super) fn fields() -> AnyView {
    view! {
        <Specimen name="Text: plain, with a hint, with an error" stacked=true>{texts()}</Specimen>
        <Specimen name="Password, with what it needs and how strong it is" stacked=true>
            {password("Portal-demo", 3)}
        </Specimen>
        <Specimen name="Password, empty and wrong" stacked=true>{passwords()}</Specimen>
        <Specimen name="Search: empty and filled" stacked=true>
            {search("")} {search("web-01")}
        </Specimen>
        <Specimen name="What is wrong with a form" stacked=true>
            <FormError message=words::LOGIN_REFUSED />
        </Specimen>
    }
    .into_any()
}

fn texts() -> AnyView {
    let value = |text: &str| RwSignal::new(text.to_owned());
    view! {
        <TextField label=words::PROFILE_COMPANY value=value("Công ty Ánh Dương") />
        <TextField
            label=words::PROFILE_PHONE
            value=value("+84 912 345 678")
            kind=TextKind::Phone
            hint=words::PROFILE_PHONE_HINT
        />
        <TextField
            label=words::SETTINGS_NAME
            value=value("")
            hint=words::SETTINGS_NAME_HINT
            error=words::SETTINGS_NAME_MISSING
            required=true
        />
    }
    .into_any()
}

fn password(typed: &str, step: u8) -> AnyView {
    let value = RwSignal::new(typed.to_owned());
    let requirement = |(rule, word): (Rule, Word)| Requirement {
        text: word.into(),
        met: Signal::derive(move || value.with(|typed| rule.is_met(typed))),
    };
    let rules = [
        words::PASSWORD_RULE_LENGTH,
        words::PASSWORD_RULE_UPPER_CASE,
        words::PASSWORD_RULE_DIGIT,
        words::PASSWORD_RULE_SPECIAL,
    ];
    let rules = Rule::ALL.into_iter().zip(rules);
    let more = view! {
        <Requirements
            label=words::PASSWORD_RULES
            requirements=rules.map(requirement).collect()
            met_text=words::PASSWORD_MET
            missing_text=words::PASSWORD_MISSING
        />
        <Meter label=words::PASSWORD_STRENGTH step=Signal::stored(step) word=words::PASSWORD_GOOD />
    };
    view! {
        <PasswordField
            label=words::PASSWORD_NEW
            value
            show_label=words::FIELD_SHOW_PASSWORD
            hide_label=words::FIELD_HIDE_PASSWORD
            autocomplete="new-password"
            more=Some(more.into_any())
        />
    }
    .into_any()
}

fn passwords() -> AnyView {
    view! {
        <PasswordField
            label=words::LOGIN_PASSWORD
            value=RwSignal::new(String::new())
            show_label=words::FIELD_SHOW_PASSWORD
            hide_label=words::FIELD_HIDE_PASSWORD
            autocomplete="current-password"
        />
        <PasswordField
            label=words::PASSWORD_REPEAT
            value=RwSignal::new("Portal".to_owned())
            show_label=words::FIELD_SHOW_PASSWORD
            hide_label=words::FIELD_HIDE_PASSWORD
            autocomplete="new-password"
            error=words::PASSWORD_DIFFERS
            shown=RwSignal::new(true)
        />
    }
    .into_any()
}

fn search(typed: &str) -> AnyView {
    let value = RwSignal::new(typed.to_owned());
    view! {
        <SearchField
            label=words::LOG_SEARCH
            value
            on_input=move |typed: String| value.set(typed)
            clear_label=words::COMMON_CLEAR_SEARCH
            placeholder="203.0.113.7"
        />
    }
    .into_any()
}
