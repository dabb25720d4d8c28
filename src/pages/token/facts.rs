//! What the two calls that know the token say of it, each where it answers (contract, Authentication and Account).

use leptos::prelude::*;

use super::key::Key;
use crate::browser::clock;
use crate::data::account::TokenFacts;
use crate::data::query::Handle;
use crate::format;
use crate::pages::servers::facts::Nearness;
use crate::ui::{Card, Fact, Facts as FactList, Help, dynamic};
use crate::words::{self, Word};

/// Every fact that is known.
#[component]
pub(super) fn Facts(handle: Handle<TokenFacts>) -> impl IntoView {
    let is_key_known = Memo::new(move |_| key_of(handle).is_some());
    view! {
        <Card>
            <FactList>
                {fact(handle, words::TOKEN_OWNER, owner)}
                {fact(handle, words::TOKEN_ACCOUNT, account_name)}
                {fact(handle, words::TOKEN_COMPANY, |facts| facts.account.as_ref()?.account.company_name.clone())}
                {fact(handle, words::TOKEN_CUSTOMER_SINCE, |facts| facts.account.as_ref()?.account.created_at.map(format::calendar_day))}
                {fact(handle, words::TOKEN_PROJECT, TokenFacts::project)}
                {fact(handle, words::TOKEN_NAME, |facts| Some(facts.account.as_ref()?.token.name.clone()))}
                {fact(handle, words::TOKEN_CREATED, |facts| facts.created().as_ref().map(format::date_time))}
                {fact(handle, words::TOKEN_LAST_USED, |facts| {
                    facts.account.as_ref()?.token.last_used_at.as_ref().map(format::date_time)
                })}
                <Fact name=words::TOKEN_EXPIRES>
                    <End handle />
                    <Help label=words::HELP_LIFETIME text=words::HELP_LIFETIME_TEXT />
                </Fact>
                {dynamic(move || is_key_known.get().then(|| view! {
                    <Fact name=words::TOKEN_KEY>
                        <Key key=Signal::derive(move || key_of(handle).unwrap_or_default()) />
                    </Fact>
                }))}
            </FactList>
        </Card>
    }
}

/// A fact that is shown where the service tells it.
fn fact(
    handle: Handle<TokenFacts>,
    name: Word,
    read: fn(&TokenFacts) -> Option<String>,
) -> impl IntoView {
    dynamic(move || {
        let text = handle.read(read).flatten();
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some(view! { <Fact name>{text}</Fact> })
    })
}

fn key_of(handle: Handle<TokenFacts>) -> Option<String> {
    let key = handle.read(|facts| Some(facts.current.as_ref()?.key.reveal().to_owned()));
    key.flatten().filter(|key| !key.is_empty())
}

fn owner(facts: &TokenFacts) -> Option<String> {
    let account = facts.account.as_ref();
    let account = account.map(|answer| answer.account.email.clone());
    account.or_else(|| Some(facts.current.as_ref()?.owner.clone()))
}

fn account_name(facts: &TokenFacts) -> Option<String> {
    let account = &facts.account.as_ref()?.account;
    let part = |name: &Option<String>| name.clone().unwrap_or_default();
    Some(format::full_name(
        &part(&account.first_name),
        &part(&account.last_name),
    ))
}

/// When the token ends, as a date and in words: the nearer, the louder.
#[component]
fn End(handle: Handle<TokenFacts>) -> impl IntoView {
    let end = move || handle.read(TokenFacts::end).flatten();
    let lasts = move || handle.read(TokenFacts::lasts).unwrap_or_default();
    let nearness = move || match end().filter(|_| lasts()) {
        Some(end) => Nearness::of(end.timestamp_millis(), clock::follow()),
        None => Nearness::Far,
    };
    // No end means that it never ends (contract, Account).
    let text = move || match end() {
        None => words::TOKEN_NEVER.text().to_owned(),
        Some(end) => {
            let distance = format::relative(end.timestamp_millis());
            let date = format::date_time(&end);
            match nearness() {
                Nearness::Past => words::token_ended(&date, &distance),
                _ => words::token_ends(&date, &distance),
            }
        }
    };
    view! { <span class="expiry" data-near=move || nearness().name()>{text}</span> }
}
