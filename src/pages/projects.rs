//! `/projects`: the projects of the account.

use leptos::prelude::*;

use super::page::{Waiting, answered, heading, use_title};
use crate::api::user::Project;
use crate::data::account::{ProjectsQuery, TokenQuery};
use crate::data::query::{Handle, use_query};
use crate::ui::{EmptyState, Icon, PageHeader, StatusBadge, TableFrame, Tone};
use crate::words::{self, t};

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

#[component]
fn List(handle: Handle<Vec<Project>>) -> impl IntoView {
    let projects = move || handle.read(Vec::clone).unwrap_or_default();
    let token = use_query(|| Some(TokenQuery));
    let current = Signal::derive(move || {
        let project = token.read(|facts| Some(facts.current.as_ref()?.project_id.clone()));
        project.flatten().unwrap_or_default()
    });
    let row = move |project: Project| {
        let state = project_state(&project, &current.get());
        view! {
            <tr>
                <th scope="row">{project.project}</th>
                <td>{project.project_user_name}</td>
                <td>
                    <StatusBadge tone=state.0 word=state.1 />
                </td>
            </tr>
        }
    };
    move || {
        if projects().is_empty() {
            return view! {
                <EmptyState icon=Icon::Folder title=words::PROJECTS_TITLE text=words::PROJECTS_EMPTY />
            }
            .into_any();
        }
        view! {
            <TableFrame caption=words::PROJECTS_TITLE>
                <thead>
                    <tr>
                        <th scope="col">{t(words::PROJECTS_PROJECT)}</th>
                        <th scope="col">{t(words::PROJECTS_OWNER)}</th>
                        <th scope="col">{t(words::PROJECTS_STATE)}</th>
                    </tr>
                </thead>
                <tbody>{move || projects().into_iter().map(row).collect_view()}</tbody>
            </TableFrame>
        }
        .into_any()
    }
}

fn project_state(project: &Project, current: &str) -> (Tone, words::Word) {
    match project.is_available {
        true if project.project == current => (Tone::Ok, words::PROJECTS_IN_USE),
        true => (Tone::Neutral, words::PROJECTS_AVAILABLE),
        false => (Tone::Off, words::PROJECTS_UNAVAILABLE),
    }
}
