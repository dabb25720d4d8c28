//! The finder, as the palette has it.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{Find, FindGroup, Finder, FinderWords, Icon};
use crate::words;

/// The section.
pub(super) fn finder() -> AnyView {
    let typed = RwSignal::new(String::new());
    let is_empty = move || typed.with(|typed| found(typed).is_empty());
    let summary = move || match is_empty() {
        true => words::PALETTE_NOTHING.text().to_owned(),
        false => String::new(),
    };
    view! {
        <Specimen name="What is typed, and what that finds" stacked=true>
            <Finder
                label=words::PALETTE_SEARCH
                typed
                groups=Signal::derive(move || typed.with(|typed| found(typed)))
                summary=Signal::derive(summary)
                words=FinderWords {
                    choose: words::PALETTE_CHOOSE.into(),
                    take: words::PALETTE_TAKE.into(),
                    close: words::PALETTE_CLOSE.into(),
                }
                on_choose=|_| ()
                on_close=|()| ()
            />
        </Specimen>
    }
    .into_any()
}

fn found(typed: &str) -> Vec<FindGroup> {
    let find = |key: &str, title: String, detail: &str, icon| Find {
        key: key.to_owned(),
        title,
        detail: detail.to_owned(),
        icon,
        href: None,
        is_hindered: false,
    };
    let hindered = Find {
        is_hindered: true,
        ..find(
            "start",
            words::ACTION_START.text().to_owned(),
            words::ACTION_START_FITS.text(),
            Icon::Start,
        )
    };
    let recent = vec![
        find("web-01", "web-01".to_owned(), "203.0.113.7", Icon::Server),
        find(
            "profile",
            words::NAV_PROFILE.text().to_owned(),
            "",
            Icon::Person,
        ),
    ];
    let actions = vec![
        find(
            "reboot",
            words::ACTION_REBOOT.text().to_owned(),
            "web-01",
            Icon::Refresh,
        ),
        hindered,
    ];
    let groups = [
        (words::PALETTE_RECENT, recent),
        (words::PALETTE_ACTIONS, actions),
    ];
    let fits = |find: &Find| find.title.to_lowercase().contains(&typed.to_lowercase());
    groups
        .into_iter()
        .map(|(title, finds)| FindGroup {
            title: title.text().to_owned(),
            finds: finds.into_iter().filter(fits).collect(),
        })
        .filter(|group| !group.finds.is_empty())
        .collect()
}
