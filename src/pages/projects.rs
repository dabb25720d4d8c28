//! `/projects`: the projects of the account, and the way from one to another.

use futures::future::FutureExt;
use leptos::prelude::*;

use super::ask_password::AskPassword;
use super::page::{Waiting, answered, heading, use_title};
use crate::api::auth::NewToken;
use crate::api::user::Project;
use crate::browser::address;
use crate::data::account::{ProjectsQuery, TokenFacts, TokenQuery};
use crate::data::query::{Handle, use_query};
use crate::data::{service, sign_in};
use crate::paths;
use crate::session;
use crate::ui::{Button, EmptyState, Icon, Item, Items, PageHeader, StatusBadge, Tone, dynamic};
use crate::words;

/// The projects, and which of them this session is in.
#[component]
pub fn ProjectsPage() -> impl IntoView {
    use_title(|| words::PROJECTS_TITLE.text().to_owned());
    let handle = use_query(|| Some(ProjectsQuery));
    view! {
        <PageHeader title=words::PROJECTS_TITLE heading=heading() />
        {answered(
            handle.asked,
            words::PROJECTS_FAILED_TITLE,
            || view! { <Waiting /> }.into_any(),
            move || view! { <List handle /> }.into_any(),
        )}
    }
}

/// What the rows share.
#[derive(Clone, Copy)]
struct Switching {
    token: Handle<TokenFacts>,
    /// The project that the session is in.
    current: Signal<String>,
    /// The project to go to.
    wanted: RwSignal<String>,
    /// Whether the password is being asked for.
    asking: RwSignal<bool>,
}

#[component]
fn List(handle: Handle<Vec<Project>>) -> impl IntoView {
    let token = use_query(|| Some(TokenQuery));
    let switching = Switching {
        token,
        current: Signal::derive(move || {
            let project = token.read(TokenFacts::project).flatten();
            project.unwrap_or_default()
        }),
        wanted: RwSignal::new(String::new()),
        asking: RwSignal::new(false),
    };
    ask_as_addressed(switching);
    let projects = move || handle.read(Vec::clone).unwrap_or_default();
    let is_empty = Memo::new(move |_| projects().is_empty());
    let rows = move || {
        let item = |project| item(switching, project);
        projects().into_iter().map(item).collect_view()
    };
    let content = move || match is_empty.get() {
        true => view! {
            <EmptyState icon=Icon::Folder title=words::PROJECTS_TITLE text=words::PROJECTS_EMPTY />
        }
        .into_any(),
        false => view! { <Items label=words::PROJECTS_TITLE>{rows}</Items> }.into_any(),
    };
    view! {
        {dynamic(content)}
        <AskPassword
            open=switching.asking
            title=Signal::derive(move || words::projects_switch_to(&switching.wanted.get()))
            text=words::PROJECTS_SWITCH_TEXT
            call=Callback::new(move |password| sign_in::switch(wanted(switching, password)).boxed_local())
            done=|()| ()
        />
    }
}

/// Asks for the password where the address says so, so that the palette of every page can lead to it.
fn ask_as_addressed(switching: Switching) {
    let addressed = Memo::new(|_| {
        // Once the session is in that project the address has nothing more to say.
        let present = session::current().map(|session| session.project);
        address::parameter(paths::SWITCH_TO).filter(|project| Some(project) != present.as_ref())
    });
    Effect::new(move || {
        let addressed = addressed.get();
        switching.asking.set(addressed.is_some());
        if let Some(project) = addressed {
            switching.wanted.set(project);
        }
    });
    Effect::new(move || {
        let is_over =
            !switching.asking.get() && untrack(|| address::parameter(paths::SWITCH_TO)).is_some();
        if is_over {
            address::replace(&paths::PROJECTS.address());
        }
    });
}

/// A token for the project to go to, as long as the present one.
fn wanted(switching: Switching, password: String) -> NewToken {
    NewToken {
        email: untrack(session::current)
            .map(|session| session.email)
            .unwrap_or_default(),
        password,
        hours: untrack(|| switching.token.read(TokenFacts::hours).flatten())
            .or_else(|| service::offers().session_hours.first().copied()),
        project_id: Some(switching.wanted.get_untracked()),
    }
}

fn item(switching: Switching, project: Project) -> impl IntoView {
    let Project {
        project,
        project_user_name,
        is_available,
    } = project;
    let id = StoredValue::new(project);
    let is_current = Memo::new(move |_| {
        let current = switching.current.get();
        id.with_value(|id| *id == current)
    });
    let state = move || {
        let (tone, word) = match (is_available, is_current.get()) {
            (false, _) => (Tone::Off, words::PROJECTS_UNAVAILABLE),
            (true, true) => (Tone::Ok, words::PROJECTS_IN_USE),
            (true, false) => (Tone::Neutral, words::PROJECTS_AVAILABLE),
        };
        view! { <StatusBadge tone word /> }
    };
    let switch = move |()| address::go(&id.with_value(|id| paths::switch_to(id)));
    let unavailable =
        move || (!is_available).then(|| words::PROJECTS_UNAVAILABLE_TEXT.text().to_owned());
    let button = move || {
        (!is_current.get()).then(|| {
            view! {
                <Button
                    label=Signal::derive(move || id.with_value(|id| words::projects_switch_to(id)))
                    disabled_because=Signal::derive(unavailable)
                    on_press=switch
                />
            }
        })
    };
    let title = view! {
        <span>{id.get_value()}</span>
        {dynamic(state)}
    };
    view! {
        <Item
            title=title.into_any()
            more=view! { <span>{project_user_name}</span> }.into_any()
            actions=dynamic(button).into_any()
            current=is_current
        />
    }
}
