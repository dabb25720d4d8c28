//! `/token`: the token in use, what it permits, and the other sessions of the person.

mod browser_name;
mod end_all;
mod facts;
mod key;
mod permissions;
mod sessions;

use leptos::prelude::*;

use self::end_all::EndAll;
use self::facts::Facts;
use self::permissions::PermissionsPart;
use self::sessions::Sessions;
use super::page::{Waiting, answered, heading, use_title};
use crate::data::account::TokenQuery;
use crate::data::query::use_query;
use crate::ui::PageHeader;
use crate::words;

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
            move || view! {
                <Facts handle />
                <PermissionsPart handle />
                <Sessions handle />
            }
            .into_any(),
        )}
        <EndAll />
    }
}
