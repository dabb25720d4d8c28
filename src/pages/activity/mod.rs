//! `/activity`: what was done to servers in this tab, and how it ended.

mod entry;

use leptos::prelude::*;

use self::entry::entry;
use super::notices::NotifySwitch;
use super::page::{heading, use_title};
use crate::browser::document;
use crate::data::history;
use crate::ui::{Announcer, Button, EmptyState, Icon, Items, PageHeader, dynamic, each};
use crate::words::{self, t};

/// The entries, the newest first, and whether the device tells of their ends.
#[component]
pub fn ActivityPage() -> impl IntoView {
    use_title(|| words::HISTORY_TITLE.text().to_owned());
    let is_empty = Memo::new(|_| history::ids().is_empty());
    let announcer = Announcer::from_context();
    let clear = move |()| {
        history::clear();
        // The button goes with what it has cleared.
        document::focus("#content h1");
        if let Some(announcer) = announcer {
            announcer.say(words::HISTORY_CLEARED.text().to_owned());
        }
    };
    let button = move || {
        (!is_empty.get()).then(
            || view! { <Button label=words::HISTORY_CLEAR icon=Icon::Close on_press=clear /> },
        )
    };
    let list = move || match is_empty.get() {
        true => view! {
            <EmptyState
                icon=Icon::Lines
                title=words::HISTORY_EMPTY_TITLE
                text=words::HISTORY_EMPTY_TEXT
            />
        }
        .into_any(),
        false => view! {
            <Items label=words::HISTORY_TITLE>
                {each(keys, |key| key.parse().ok().map(entry).into_any())}
            </Items>
        }
        .into_any(),
    };
    view! {
        <PageHeader title=words::HISTORY_TITLE heading=heading()>
            {dynamic(button)}
        </PageHeader>
        <p class="muted">{t(words::HISTORY_LEAD)}</p>
        <NotifySwitch />
        {dynamic(list)}
    }
}

fn keys() -> Vec<String> {
    history::ids().iter().map(u32::to_string).collect()
}
