//! Setting the password of a server's administrator.

use futures::future::FutureExt;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::section::{ActionForm, Section};
use crate::api::Secret;
use crate::api::server::Server;
use crate::data::actions::{self, Action, Report};
use crate::pages::actions::why_not;
use crate::pages::form::{Problems, Sending};
use crate::pages::new_password::{FieldNames, NewPassword, NewPasswordFields};
use crate::pages::servers::pieces::name_of;
use crate::words;

/// The fields, by the names of the contract.
const NAMES: FieldNames = FieldNames {
    password: "password",
    repeated: "re_password",
};

/// The form.
#[component]
pub(super) fn ResetPassword(server: Memo<Server>) -> impl IntoView {
    let typed = NewPassword::new();
    let problems = Problems::of(&[NAMES.password, NAMES.repeated]);
    let sending = Sending::new(problems);
    let submit = move |event: SubmitEvent| {
        let server = server.get_untracked();
        // Both fields hold the same, or nothing is sent.
        let password = Secret::new(typed.password.get_untracked());
        let call = async move {
            let password = password.reveal();
            actions::reset_password(&server, password, password, Report::Loud).await
        };
        let done = Callback::new(move |()| typed.clear());
        sending.send(&event, typed.problems(NAMES), call.boxed_local(), done);
    };
    view! {
        <Section title=words::ACTION_RESET_PASSWORD lead=words::SETTINGS_PASSWORD_LEAD>
            <ActionForm
                name=words::ACTION_RESET_PASSWORD
                busy_label=words::SETTINGS_PASSWORD_BUSY
                sending
                hindrance=why_not(server, Action::ResetPassword)
                on_submit=submit
            >
                <NewPasswordFields
                    typed
                    names=NAMES
                    problems
                    owner=Signal::derive(move || server.with(name_of))
                />
            </ActionForm>
        </Section>
    }
}
