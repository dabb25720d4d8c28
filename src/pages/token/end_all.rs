//! Ending every session of the person at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, ErrorKind};
use crate::browser::{address, clock};
use crate::data::{sign_in, tokens};
use crate::pages::failure;
use crate::pages::form::offline;
use crate::paths;
use crate::ui::{Button, ButtonKind, Dialog, FormError};
use crate::words::{self, t};

/// Asks before everything is ended, this session too. It is open where the address says so, so that the account menu
/// of every page can lead to it.
#[component]
pub(super) fn EndAll() -> impl IntoView {
    let wanted = Memo::new(|_| address::parameter(paths::END).as_deref() == Some(paths::ALL));
    let open = RwSignal::new(false);
    Effect::new(move || open.set(wanted.get()));
    Effect::new(move |before: Option<bool>| {
        let open = open.get();
        if before == Some(true) && !open && wanted.get_untracked() {
            address::replace(&paths::TOKEN.address());
        }
        open
    });
    view! {
        <Dialog open title=words::SESSIONS_END_ALL>
            <Question open />
        </Dialog>
    }
}

#[component]
fn Question(open: RwSignal<bool>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let end_all = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match tokens::end_all().await {
                Ok(()) => {
                    // Whoever comes back to this page is not asked once more.
                    address::replace(&paths::TOKEN.address());
                    sign_in::leave();
                }
                // The person may have closed the dialog meanwhile.
                Err(error) => {
                    busy.try_set(false);
                    failure.try_set(Some(why_not(&error)));
                }
            }
        });
    };
    view! {
        <p>{t(words::SESSIONS_END_ALL_TEXT)}</p>
        <FormError message=failure />
        <div class="dialog__actions">
            <Button label=words::COMMON_CANCEL on_press=move |()| open.set(false) />
            <Button
                label=words::SESSIONS_END_ALL
                kind=ButtonKind::Danger
                busy
                busy_label=words::SESSIONS_ENDING
                disabled_because=Signal::derive(offline)
                on_press=end_all
            />
        </div>
    }
}

fn why_not(error: &ApiError) -> String {
    match error.kind {
        // The call is optional (contract, Vendor calls).
        ErrorKind::NotFound => words::SESSIONS_END_ALL_UNKNOWN.text().to_owned(),
        _ => failure::told(error, clock::now()),
    }
}
