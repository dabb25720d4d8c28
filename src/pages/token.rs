//! `/token`: the token in use, and what it permits.

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

use super::page::{Waiting, answered, heading, use_title};
use crate::data::account::{TokenFacts, TokenQuery};
use crate::data::query::{Handle, use_query};
use crate::format;
use crate::ui::{Card, Fact, Facts, PageHeader, TableFrame};
use crate::words::{self, Word, t};

/// The token.
#[component]
pub fn TokenPage() -> impl IntoView {
    use_title(|| words::TOKEN_TITLE.text().to_owned());
    let handle = use_query(|| Some(TokenQuery));
    view! {
        <PageHeader title=words::TOKEN_TITLE heading=heading() />
        {answered(
            handle.asked,
            words::TOKEN_FAILED_TITLE,
            || view! { <Waiting /> }.into_any(),
            move || view! { <Details handle /> }.into_any(),
        )}
    }
}

#[component]
fn Details(handle: Handle<TokenFacts>) -> impl IntoView {
    view! {
        <Card>
            <Facts>
                {fact(handle, words::TOKEN_OWNER, owner)}
                {fact(handle, words::TOKEN_PROJECT, |facts| Some(facts.current.as_ref()?.project_id.clone()))}
                {fact(handle, words::TOKEN_NAME, |facts| Some(facts.account.as_ref()?.token.name.clone()))}
                {fact(handle, words::TOKEN_CREATED, |facts| created(facts).as_ref().map(format::date_time))}
                {fact(handle, words::TOKEN_LAST_USED, |facts| {
                    facts.account.as_ref()?.token.last_used_at.as_ref().map(format::date_time)
                })}
                {fact(handle, words::TOKEN_EXPIRES, |facts| Some(expires(facts)))}
            </Facts>
        </Card>
        {move || handle.read(|facts| facts.account.is_some()).unwrap_or_default().then(|| view! { <PermissionTable handle /> })}
    }
}

/// A fact that is shown where the service tells it.
fn fact(
    handle: Handle<TokenFacts>,
    name: Word,
    read: fn(&TokenFacts) -> Option<String>,
) -> impl IntoView {
    move || {
        let text = handle
            .read(read)
            .flatten()
            .filter(|text| !text.is_empty())?;
        Some(view! { <Fact name>{text}</Fact> })
    }
}

fn owner(facts: &TokenFacts) -> Option<String> {
    let account = facts
        .account
        .as_ref()
        .map(|answer| answer.account.email.clone());
    account.or_else(|| Some(facts.current.as_ref()?.owner.clone()))
}

fn created(facts: &TokenFacts) -> Option<DateTime<FixedOffset>> {
    let account = facts
        .account
        .as_ref()
        .and_then(|answer| answer.token.created_at);
    account.or_else(|| facts.current.as_ref()?.created)
}

/// No end means that it never ends (contract, Account).
fn expires(facts: &TokenFacts) -> String {
    let account = facts
        .account
        .as_ref()
        .and_then(|answer| answer.token.expires_at);
    let end = account.or_else(|| facts.current.as_ref()?.expired);
    end.as_ref()
        .map_or_else(|| words::TOKEN_NEVER.text().to_owned(), format::date_time)
}

#[component]
fn PermissionTable(handle: Handle<TokenFacts>) -> impl IntoView {
    let rows = move || {
        let account = handle.read(|facts| facts.account.clone()).flatten();
        let permissions = account
            .map(|account| account.token.permissions.words().to_vec())
            .unwrap_or_default();
        permissions
            .into_iter()
            .map(|permission| view! { <tr><th scope="row">{permission}</th></tr> })
            .collect_view()
    };
    view! {
        <TableFrame caption=words::TOKEN_PERMISSIONS>
            <thead>
                <tr>
                    <th scope="col">{t(words::TOKEN_PERMISSION)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}
