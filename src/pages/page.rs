//! What pages have in common: a title, and the three states of a question.

use leptos::html;
use leptos::prelude::*;
use web_sys::FocusOptions;

use super::failure;
use super::pieces::failure_for_support;
use crate::api::ApiError;
use crate::browser::{address, boot, clock, document};
use crate::data::query::{Asked, Known};
use crate::data::service;
use crate::format;
use crate::paths;
use crate::session;
use crate::ui::{
    Announcer, Button, Dynamic, EmptyState, Icon, LinkButton, MaybeText, Notice, NoticeTone,
    Skeleton, SkeletonWidth, dynamic,
};
use crate::words::{self, Word, t};

/// Names the tab after the page and the provider.
pub fn use_title(title: impl Fn() -> String + 'static) {
    Effect::new(move || document::set_title(&[title().as_str(), " · ", &provider_name()].concat()));
}

/// The path, and the session, whose heading has had the focus, or those that were there first.
#[derive(Clone, Copy)]
struct Arrived(StoredValue<(String, u32)>);

/// Lets the headings below take the focus when the address leads to their page ([`heading`]).
pub fn focus_new_pages() {
    // Who comes from the sign-in, which is a program of its own, has come from another page.
    let arrived = if boot::has_entered() {
        Default::default()
    } else {
        here()
    };
    provide_context(Arrived(StoredValue::new(arrived)));
}

fn here() -> (String, u32) {
    untrack(|| (address::path(), session::generation()))
}

/// The heading of a page. Once it is there it takes the focus, if the address has led to it from another page or another
/// session has begun on it, which takes away what had the focus: so a screen reader says where one is.
pub fn heading() -> NodeRef<html::H1> {
    let heading = NodeRef::<html::H1>::new();
    let arrived = use_context::<Arrived>();
    Effect::new(move || {
        let (Some(element), Some(Arrived(arrived))) = (heading.get(), arrived) else {
            return;
        };
        let here = here();
        if arrived.with_value(|arrived| *arrived != here) {
            arrived.set_value(here);
            // It has been built, and is shown with the next frame.
            request_animation_frame(move || {
                // A page that somebody comes back to stays where they left it.
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                // A heading that has left the page again leaves the focus where it was.
                let _ = element.focus_with_options(&options);
            });
        }
    });
    heading
}

/// The provider's name, or the portal's own where the deployment sets none.
pub fn provider_name() -> String {
    let name = service::config().provider_name.clone();
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
) -> Dynamic {
    erased_answer(asked, failed_title, skeleton, Box::new(content))
}

fn erased_answer(
    asked: Asked,
    failed_title: Word,
    skeleton: fn() -> AnyView,
    content: Box<dyn Fn() -> AnyView + Send>,
) -> Dynamic {
    let state = Memo::new(move |_| {
        let (answered, failed) = asked
            .known
            .with(|known| (known.is_answered(), known.failure.is_some()));
        match (answered, failed) {
            (true, _) => State::Answered,
            _ if asked.lacking.with(Option::is_some) => State::Lacking,
            // The answer to the question before would pass for an answer to this one.
            (false, true) => State::Failed,
            (false, false) if asked.is_answered() => State::Answered,
            (false, false) => State::Waiting,
        }
    });
    dynamic(move || match state.get() {
        State::Waiting => skeleton(),
        State::Lacking => {
            view! { <Lacking permission=asked.lacking title=failed_title /> }.into_any()
        }
        State::Failed => view! { <Failed asked title=failed_title /> }.into_any(),
        State::Answered => view! {
            <Stale asked />
            {content()}
        }
        .into_any(),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Lacking,
    Failed,
    Answered,
}

/// A page that is not asked for, because the token does not permit it.
#[component]
fn Lacking(permission: MaybeText, title: Word) -> impl IntoView {
    let text = move || {
        let permission = permission.get().unwrap_or_default();
        words::error_lacking_permission(&permission)
    };
    view! {
        <div role="alert">
            <EmptyState icon=Icon::Key title text>
                <LinkButton
                    label=words::COMMON_SHOW_TOKEN
                    href=Signal::derive(|| Some(paths::TOKEN.address()))
                />
            </EmptyState>
        </div>
    }
}

/// A page that could not be loaded, and the way to try again.
#[component]
fn Failed(asked: Asked, title: Word) -> impl IntoView {
    let failure = failure_text(asked);
    view! {
        <div role="alert">
            <EmptyState icon=Icon::Warning title text=move || failure.get().unwrap_or_default()>
                <TryAgain asked />
                {for_support(asked)}
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
    dynamic(move || {
        failed.get().then(|| {
            view! {
                <Notice
                    tone=NoticeTone::Warning
                    role="alert"
                    title=Signal::derive(age)
                    text=move || failure.get().unwrap_or_default()
                >
                    <TryAgain asked />
                    {for_support(asked)}
                </Notice>
            }
        })
    })
}

/// What support has to know of a failure, and how it is reached, where nobody else may be able to mend it.
fn for_support(asked: Asked) -> Dynamic {
    let is_wanted = Memo::new(move |_| {
        let failure = |known: &Known| known.failure.as_ref().is_some_and(ApiError::is_for_support);
        asked.known.with(failure)
    });
    dynamic(move || is_wanted.get().then(|| failure_for_support(asked)))
}

/// The button that asks again, in a part of the page that says why. The focus goes to the heading when the part goes.
#[component]
pub fn TryAgain(
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let pressed = RwSignal::new(false);
    let before = StoredValue::new(None::<ApiError>);
    let asking = move || asked.known.with(|known| known.asking);
    let failure = move || asked.known.with_untracked(|known| known.failure.clone());
    let press = move |()| {
        before.set_value(failure());
        asked.refresh.run(());
        pressed.set(true);
    };
    Effect::new(move || {
        if pressed.get() && !asking() {
            pressed.set(false);
            // The same once more changes nothing on the page, and would not be spoken.
            let is_same = |failure: &ApiError| {
                before.with_value(|before| {
                    before
                        .as_ref()
                        .is_some_and(|before| before.says_the_same(failure))
                })
            };
            let again = failure().filter(is_same);
            if let (Some(failure), Some(announcer)) = (again, Announcer::from_context()) {
                announcer.say(untrack(|| failure::sentence(&failure, clock::now())));
            }
        }
    });
    on_cleanup(|| {
        document::focus_instead("[role=alert] :focus, [role=status] :focus", "#content h1")
    });
    view! {
        <Button
            label=words::COMMON_TRY_AGAIN
            // What the page asks by itself is not spoken of.
            busy=Signal::derive(move || pressed.get() && asking())
            busy_label=words::COMMON_LOADING
            on_press=press
        />
    }
}

/// Why the last attempt failed. It is not taken away while the next one is on its way.
pub fn failure_text(asked: Asked) -> Signal<Option<String>> {
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
