//! The way to a server's console, which the service shows on a page of its own.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::server::{Server, Status};
use crate::api::server_details::Console as Answer;
use crate::browser::{clock, presence};
use crate::data::actions::news::{self, News};
use crate::data::actions::{Action, Hindrance, ShownStatus, hindrance, shown_status};
use crate::data::query::{Asked, Handle, use_query};
use crate::data::server::{CONSOLE_LINK_LIFETIME, ConsoleOf};
use crate::format;
use crate::pages::page::{TryAgain, Waiting, answered};
use crate::pages::servers::facts::status_text;
use crate::ui::{
    Card, CopyButton, EmptyState, ExternalButton, Icon, Notice, NoticeTone, Text, dynamic,
};
use crate::words::{self, t};

/// A link to the console, or what to do to get one.
#[component]
pub(super) fn Console(server: Memo<Server>) -> impl IntoView {
    let hindrance = Memo::new(move |_| {
        let hindrance = server.with(|server| hindrance(Action::OpenConsole, server));
        // Without a network the link that is there stays.
        hindrance.filter(|hindrance| *hindrance != Hindrance::Offline)
    });
    dynamic(move || match hindrance.get() {
        None => view! { <Ready server /> }.into_any(),
        Some(Hindrance::Permission(permission)) => view! { <NotAllowed permission /> }.into_any(),
        Some(_) => view! { <NoConsole server /> }.into_any(),
    })
}

/// Says that the token may not open consoles.
#[component]
fn NotAllowed(permission: &'static str) -> impl IntoView {
    let text = Signal::derive(move || words::console_forbidden_text(permission));
    view! { <EmptyState icon=Icon::Key title=words::CONSOLE_FORBIDDEN_TITLE text /> }
}

/// Says why there is no console, and what to do.
#[component]
fn NoConsole(server: Memo<Server>) -> impl IntoView {
    let status = move || server.with(shown_status);
    let title = move || match status() {
        ShownStatus::Told(Status::Shutoff) => words::CONSOLE_STOPPED_TITLE,
        ShownStatus::Starting => words::CONSOLE_STARTING_TITLE,
        _ => words::CONSOLE_NONE_TITLE,
    };
    let text = move || match status() {
        ShownStatus::Told(Status::Shutoff) => words::CONSOLE_STOPPED_TEXT.text().to_owned(),
        ShownStatus::Told(status) => words::console_none_text(&status_text(&status)),
        ShownStatus::Starting | ShownStatus::Stopping => {
            words::CONSOLE_STARTING_TEXT.text().to_owned()
        }
    };
    view! {
        <EmptyState
            icon=Icon::Monitor
            title=Signal::derive(move || title().text().to_owned())
            text=Signal::derive(text)
        />
    }
}

/// Fetches a link, and renews it before it ends.
#[component]
fn Ready(server: Memo<Server>) -> impl IntoView {
    let id = server.with_untracked(|server| server.instance_id.clone());
    let handle = use_query(move || Some(ConsoleOf(id.clone())));
    let unsafe_link = Memo::new(move |_| {
        let unsafe_link = handle.read(|console| console.safe_link().is_none());
        unsafe_link.unwrap_or_default()
    });
    answered(
        handle.asked,
        words::CONSOLE_FAILED_TITLE,
        || view! { <Waiting /> }.into_any(),
        move || {
            dynamic(move || match unsafe_link.get() {
                true => view! { <Refused asked=handle.asked /> }.into_any(),
                false => view! { <Link server handle /> }.into_any(),
            })
            .into_any()
        },
    )
}

/// Says that the service's link is not one to give to a person.
#[component]
fn Refused(asked: Asked) -> impl IntoView {
    view! {
        <Notice
            tone=NoticeTone::Danger
            role="alert"
            title=words::CONSOLE_REFUSED_TITLE
            text=words::CONSOLE_REFUSED_TEXT
        >
            <TryAgain asked />
        </Notice>
    }
}

/// The link: to be opened, or to be copied.
#[component]
fn Link(server: Memo<Server>, handle: Handle<Answer>) -> impl IntoView {
    let link = move || handle.read(|console| console.safe_link().map(str::to_owned));
    let fetched_at = move || handle.asked.known.with(|known| known.answered_at);
    let ended = Memo::new(move |_| fetched_at().is_some_and(has_ended));
    let valid = Memo::new(move |_| link().flatten().filter(|_| !ended.get()));
    let to_copy = Text::derive(move || valid.get().unwrap_or_default());
    let has_link = Memo::new(move |_| valid.with(Option::is_some));
    let copy = move || {
        has_link.get().then(|| {
            view! {
                <CopyButton
                    label=words::CONSOLE_COPY
                    value=to_copy
                    copied_text=words::COMMON_COPIED
                    failed_text=words::COMMON_COPY_FAILED
                />
            }
        })
    };
    let age = move || match fetched_at() {
        Some(time) if !ended.get() => words::console_age(&format::relative(time)),
        _ => words::CONSOLE_ENDED.text().to_owned(),
    };
    view! {
        <Card>
            <h2 class="card__title">{t(words::CONSOLE_TITLE)}</h2>
            <p>{t(words::CONSOLE_TEXT)}</p>
            <div class="console-link">
                <ExternalButton
                    label=words::ACTION_OPEN_CONSOLE
                    href=valid
                    new_tab_label=words::COMMON_NEW_TAB
                    on_open=move |()| opened(server, handle.asked)
                />
                {dynamic(copy)}
            </div>
            <p class="console-link__note">{t(words::CONSOLE_SECRET)} " " {age}</p>
        </Card>
    }
}

fn has_ended(fetched_at: i64) -> bool {
    let age = u64::try_from(clock::follow() - fetched_at).unwrap_or_default();
    Duration::from_millis(age) >= CONSOLE_LINK_LIFETIME
}

fn opened(server: Memo<Server>, asked: Asked) {
    server.with_untracked(|server| news::tell(&News::ConsoleOpened(server)));
    renew_if_seen(asked);
}

/// Fetches another link for whoever stays on this page after opening one: it may open only once. Whoever leaves for
/// the console's tab finds a new one on coming back anyway.
fn renew_if_seen(asked: Asked) {
    const TIME_TO_LEAVE: Duration = Duration::from_secs(1);
    set_timeout(
        move || {
            if presence::is_visible_now() {
                // The part may have been left by now.
                let _ = asked.refresh.try_run(());
            }
        },
        TIME_TO_LEAVE,
    );
}
