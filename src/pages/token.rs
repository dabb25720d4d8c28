//! `/token`: the token in use, and what it permits.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

use super::page::{Waiting, answered, heading, use_title};
use crate::data::account::{TokenFacts, TokenQuery};
use crate::data::query::use_query;
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
            handle,
            words::TOKEN_FAILED_TITLE,
            || view! { <Waiting /> }.into_any(),
            |facts| view! { <Details facts /> },
        )}
    }
}

#[component]
fn Details(facts: Signal<Arc<TokenFacts>>) -> impl IntoView {
    view! {
        <Card>
            <Facts>
                {fact(facts, words::TOKEN_OWNER, owner)}
                {fact(facts, words::TOKEN_PROJECT, |facts| Some(facts.current.as_ref()?.project_id.clone()))}
                {fact(facts, words::TOKEN_NAME, |facts| Some(facts.account.as_ref()?.token.name.clone()))}
                {fact(facts, words::TOKEN_CREATED, |facts| created(facts).as_ref().map(format::date_time))}
                {fact(facts, words::TOKEN_LAST_USED, |facts| {
                    facts.account.as_ref()?.token.last_used_at.as_ref().map(format::date_time)
                })}
                {fact(facts, words::TOKEN_EXPIRES, |facts| Some(expires(facts)))}
            </Facts>
        </Card>
        {move || facts.with(|facts| facts.account.is_some()).then(|| view! { <PermissionTable facts /> })}
    }
}

/// A fact that is shown where the service tells it.
fn fact(
    facts: Signal<Arc<TokenFacts>>,
    name: Word,
    read: fn(&TokenFacts) -> Option<String>,
) -> impl IntoView {
    move || {
        let text = facts
            .with(|facts| read(facts))
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
fn PermissionTable(facts: Signal<Arc<TokenFacts>>) -> impl IntoView {
    let rows = move || {
        let account = facts.with(|facts| facts.account.clone());
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
