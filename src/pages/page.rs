//! What pages have in common: a title, and the three states of a question.

use leptos::prelude::*;

use super::failure;
use crate::browser::{clock, document};
use crate::data::query::Asked;
use crate::data::service;
use crate::format;
use crate::ui::{Button, EmptyState, Icon, Notice, NoticeTone, Skeleton, SkeletonWidth};
use crate::words::{self, Word, t};

/// Names the tab after the page and the provider.
pub fn use_title(title: impl Fn() -> String + 'static) {
    Effect::new(move || document::set_title(&[title().as_str(), " · ", &provider_name()].concat()));
}

/// The provider's name, or the portal's own where the deployment sets none.
pub fn provider_name() -> String {
    let name = service::config().provider.name.clone();
    if name.is_empty() {
        words::APP_NAME.text().to_owned()
    } else {
        name
    }
}

/// Renders a question: `skeleton` until there is an answer, then `content`, or why there is none.
pub fn answered(
    asked: Asked,
    failed_title: Word,
    skeleton: fn() -> AnyView,
    content: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let state = Memo::new(move |_| {
        let (answered, failed) = asked
            .known
            .with(|known| (known.is_answered(), known.failure.is_some()));
        match (answered, failed) {
            (true, _) => State::Answered,
            // The answer to the question before would pass for an answer to this one.
            (false, true) => State::Failed,
            (false, false) if asked.is_answered() => State::Answered,
            (false, false) => State::Waiting,
        }
    });
    move || match state.get() {
        State::Waiting => skeleton(),
        State::Failed => view! { <Failed asked title=failed_title /> }.into_any(),
        State::Answered => view! {
            <Stale asked />
            {content()}
        }
        .into_any(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Failed,
    Answered,
}

/// A page that could not be loaded, and the way to try again.
#[component]
fn Failed(asked: Asked, title: Word) -> impl IntoView {
    let failure = failure_text(asked);
    view! {
        <div role="alert">
            <EmptyState icon=Icon::Warning title text=move || failure.get().unwrap_or_default()>
                <TryAgain asked />
            </EmptyState>
        </div>
    }
}

/// A banner over an answer that could not be refreshed.
#[component]
fn Stale(asked: Asked) -> impl IntoView {
    let failure = failure_text(asked);
    let failed = Memo::new(move |_| asked.known.with(|known| known.failure.is_some()));
    let age = move || {
        let answered_at = asked.known.with(|known| known.answered_at);
        answered_at
            .map(|time| words::servers_stale(&format::relative(time)))
            .unwrap_or_default()
    };
    move || {
        failed.get().then(|| {
            view! {
                <Notice
                    tone=NoticeTone::Warning
                    role="alert"
                    title=Signal::derive(age)
                    text=move || failure.get().unwrap_or_default()
                >
                    <TryAgain asked />
                </Notice>
            }
        })
    }
}

#[component]
fn TryAgain(asked: Asked) -> impl IntoView {
    let busy = Signal::derive(move || asked.known.with(|known| known.asking));
    view! {
        <Button
            label=words::COMMON_TRY_AGAIN
            busy
            busy_label=words::COMMON_LOADING
            on_press=move |()| asked.refresh.run(())
        />
    }
}

/// Why the last attempt failed. It is not taken away while the next one is on its way.
fn failure_text(asked: Asked) -> Signal<Option<String>> {
    let failure = Memo::new(move |_| {
        asked.known.with(|known| {
            let error = known.failure.clone()?;
            Some((known.failures, error, clock::now()))
        })
    });
    Signal::derive(move || {
        failure.with(|failure| {
            failure
                .as_ref()
                .map(|(_, error, at)| failure::sentence(error, *at))
        })
    })
}

/// The place of facts that are still on their way.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">{t(words::COMMON_LOADING)}</p>
        <div class="card" aria-hidden="true">
            <Skeleton width=SkeletonWidth::Long />
            <Skeleton width=SkeletonWidth::Medium />
            <Skeleton width=SkeletonWidth::Long />
        </div>
    }
}
