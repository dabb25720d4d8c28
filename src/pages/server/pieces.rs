//! What the parts of a server's page share.

use leptos::prelude::*;

use crate::api::server::Server;
use crate::data::query::Asked;
use crate::pages::page::{TryAgain, failure_text};
use crate::ui::{CopyButton, Text, dynamic};
use crate::words::{self, Word};

/// A value as code, with the button that copies it.
#[component]
pub(super) fn Copyable(
    /// The value.
    #[prop(into)]
    value: Text,
) -> impl IntoView {
    view! {
        <span class="copyable">
            <code class="code">{value}</code>
            <CopyButton
                label=Signal::derive(move || value.with(|value| words::common_copy(value)))
                value
                copied_text=words::COMMON_COPIED
                failed_text=words::COMMON_COPY_FAILED
            />
        </span>
    }
}

/// Says in passing that something beside the main matter could not be loaded, why, and how to try again; nothing while
/// all is well.
#[component]
pub(super) fn Missed(
    /// What was asked for.
    asked: Asked,
    /// That it could not be loaded, in words.
    says: Word,
) -> impl IntoView {
    let failure = failure_text(asked);
    let failed = Memo::new(move |_| failure.with(Option::is_some));
    let sentence = move || [says.text(), " ", &failure.get().unwrap_or_default()].concat();
    dynamic(move || {
        failed.get().then(|| {
            view! {
                <div class="missed" role="status">
                    <p>{sentence}</p>
                    <TryAgain asked />
                </div>
            }
        })
    })
}

/// Asks again whenever the server's status changes: what is done to a server shows there, and in what was asked.
pub(super) fn refresh_with_status(asked: Asked, server: Memo<Server>) {
    let status = Memo::new(move |_| server.with(|server| server.status.as_word().to_owned()));
    Effect::new(move |before: Option<String>| {
        let now = status.get();
        if before.is_some_and(|before| before != now) {
            asked.refresh.run(());
        }
        now
    });
}
