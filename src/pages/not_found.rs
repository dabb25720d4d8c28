//! An address that no page has.

use leptos::prelude::*;

use super::page::{heading, use_title};
use crate::paths;
use crate::ui::{ButtonKind, LinkButton, PageHeader};
use crate::words::{self, t};

/// Says that there is no such page, and leads back.
#[component]
pub fn NotFound() -> impl IntoView {
    use_title(|| words::NOT_FOUND_TITLE.text().to_owned());
    view! {
        <PageHeader title=words::NOT_FOUND_TITLE heading=heading() />
        <p>{t(words::NOT_FOUND_TEXT)}</p>
        <p>
            <LinkButton
                label=words::NOT_FOUND_HOME
                href=Some(paths::SERVERS.address())
                kind=ButtonKind::Primary
            />
        </p>
    }
}
