//! The sessions of the person: where, since when, with which browser, and the way to end them.

use std::cmp::Reverse;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser_name::browser_and_system;
use crate::api::ApiError;
use crate::api::vendor::IssuedToken;
use crate::browser::{address, clock};
use crate::data::account::TokenFacts;
use crate::data::query::{Handle, use_query};
use crate::data::tokens::{self, SessionsQuery};
use crate::format;
use crate::pages::failure;
use crate::pages::form::offline;
use crate::pages::page::{Waiting, answered};
use crate::paths;
use crate::ui::{
    Button, ButtonKind, Item, Items, StatusBadge, Text, ToastTone, Toasts, Tone, dynamic,
};
use crate::words::{self, t};

/// What the parts of the list share.
#[derive(Clone, Copy)]
struct List {
    sessions: Handle<Option<Vec<IssuedToken>>>,
    token: Handle<TokenFacts>,
    /// The keys of the sessions that are being ended.
    ending: RwSignal<Vec<String>>,
    toasts: Option<Toasts>,
}

impl List {
    fn all(self) -> Vec<IssuedToken> {
        let all = self.sessions.read(|sessions| sessions.clone());
        all.flatten().unwrap_or_default()
    }

    /// Whether it is the session in which this page is seen.
    fn is_this_one(self, session: &IssuedToken) -> bool {
        let is_this_one = self.token.read(|facts| {
            let current = facts.current.as_ref();
            current.is_some_and(|current| current.key.reveal() == session.short_key)
        });
        is_this_one.unwrap_or_default()
    }

    /// This one first, then the others, the youngest first.
    fn in_order(self) -> Vec<IssuedToken> {
        let mut all = self.all();
        all.sort_by_key(|session| (!self.is_this_one(session), Reverse(session.created)));
        all
    }

    fn others(self) -> Vec<String> {
        let others = self.all().into_iter();
        let others = others.filter(|session| !self.is_this_one(session));
        others.map(|session| session.short_key).collect()
    }

    fn is_ending(self, key: &str) -> bool {
        self.ending
            .with(|ending| ending.iter().any(|known| known == key))
    }

    /// Ends the sessions of these keys, and tells how that went.
    fn end(self, keys: Vec<String>) {
        if keys.is_empty() || self.ending.with_untracked(|ending| !ending.is_empty()) {
            return;
        }
        self.ending.set(keys.clone());
        spawn_local(async move {
            let (mut ended, mut failed) = (0, None);
            for outcome in tokens::end_each(keys).await {
                match outcome {
                    Ok(()) => ended += 1,
                    Err(failure) => failed = Some(failure),
                }
            }
            self.tell(ended, failed);
            // The person may have left the page meanwhile.
            if self.ending.try_set(Vec::new()).is_none() {
                self.sessions.asked.refresh.run(());
            }
        });
    }

    fn tell(self, ended: u32, failed: Option<ApiError>) {
        let Some(toasts) = self.toasts else { return };
        if ended > 0 {
            toasts.push(ToastTone::Success, words::sessions_ended(ended));
        }
        if let Some(failure) = failed {
            toasts.push(ToastTone::Failure, failure::told(&failure, clock::now()));
        }
    }
}

/// The sessions; nothing where the service does not tell them.
#[component]
pub(super) fn Sessions(handle: Handle<TokenFacts>) -> impl IntoView {
    let list = List {
        sessions: use_query(|| Some(SessionsQuery)),
        token: handle,
        ending: RwSignal::default(),
        toasts: Toasts::from_context(),
    };
    let is_absent = Memo::new(move |_| list.sessions.read(Option::is_none).unwrap_or_default());
    dynamic(move || {
        (!is_absent.get()).then(|| {
            view! {
                <section class="sessions">
                    <h2>{t(words::SESSIONS_TITLE)}</h2>
                    {answered(
                        list.sessions.asked,
                        words::SESSIONS_FAILED_TITLE,
                        || view! { <Waiting /> }.into_any(),
                        move || view! { <Known list /> }.into_any(),
                    )}
                </section>
            }
        })
    })
}

#[component]
fn Known(list: List) -> impl IntoView {
    let items = move || {
        let sessions = list.in_order().into_iter();
        let items = sessions.map(|session| item(list, session));
        items.collect_view()
    };
    let none_other = move || {
        list.others()
            .is_empty()
            .then(|| words::SESSIONS_NO_OTHERS.text().to_owned())
    };
    let busy = Signal::derive(move || list.ending.with(|ending| ending.len() > 1));
    view! {
        <Items label=words::SESSIONS_TITLE>{items}</Items>
        <div class="sessions__actions">
            <Button
                label=words::SESSIONS_END_OTHERS
                busy
                busy_label=words::SESSIONS_ENDING
                disabled_because=Signal::derive(move || offline().or_else(none_other))
                on_press=move |()| list.end(list.others())
            />
            <Button
                label=words::SESSIONS_END_ALL
                kind=ButtonKind::Danger
                on_press=|()| address::go(&paths::END_ALL_SESSIONS.address())
            />
        </div>
    }
}

fn item(list: List, session: IssuedToken) -> impl IntoView {
    let this_one = list.is_this_one(&session);
    let key = session.short_key.clone();
    let button_key = key.clone();
    let busy = Signal::derive(move || list.is_ending(&button_key));
    let badge =
        this_one.then(|| view! { <StatusBadge tone=Tone::Ok word=words::SESSIONS_THIS_ONE /> });
    let button = (!this_one).then(|| {
        view! {
            <Button
                label=words::SESSIONS_END
                busy
                busy_label=words::SESSIONS_ENDING
                disabled_because=Signal::derive(offline)
                on_press=move |()| list.end(vec![key.clone()])
            />
        }
    });
    let title = view! {
        <span>{browser(&session)}</span>
        {badge}
    };
    view! {
        <Item
            title=title.into_any()
            more=more(session)
            actions=button.into_any()
            current=Signal::stored(this_one)
        />
    }
}

/// The browser of a session, as far as it can be told.
fn browser(session: &IssuedToken) -> Text {
    let name = browser_and_system(&session.browser_user_agent);
    let user_agent = session.browser_user_agent.clone();
    Signal::derive(move || match name {
        Some((browser, system)) => words::sessions_browser_on(browser, system),
        None if user_agent.trim().is_empty() => words::SESSIONS_NO_BROWSER.text().to_owned(),
        None => user_agent.clone(),
    })
}

/// Where and when a session was begun, in which project, and until when it lasts.
fn more(session: IssuedToken) -> AnyView {
    let project = match session.project_name.trim() {
        "" => session.project_id,
        name => name.to_owned(),
    };
    let project = (!project.is_empty())
        .then(|| view! { <span>{move || words::account_project(&project)}</span> });
    let time = |time: Option<DateTime<FixedOffset>>, sentence: fn(&str) -> String| {
        time.map(|time| view! { <span>{move || sentence(&format::date_time(&time))}</span> })
    };
    view! {
        <span>{session.real_ip}</span>
        {project}
        {time(session.created, words::sessions_since)}
        {time(session.expired, words::sessions_until)}
    }
    .into_any()
}
