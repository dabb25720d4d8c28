//! The design system, for the people who work on it: every piece of `ui/` in every state, at `/design` of a development
//! build and in no other.
//!
//! What the pieces are called here stands in the code, in English: it is read by who reads the code, and the language
//! files are for who looks after servers. Whatever the portal has a word for bears that word, so that a change of the
//! language shows.

mod buttons;
mod charts;
mod choices;
mod colours;
mod content;
mod fields;
mod finder;
mod icons;
mod lists;
mod log;
mod news;
mod overlays;
mod section;
mod sizes;
mod tokens;

use leptos::prelude::*;

use self::section::Section;
use super::around::{language_items, theme_items};
use super::page::use_title;
use super::shell::{LanguageMenu, ThemeMenu};
use crate::ui::PageHeader;

/// What the page is called.
const TITLE: &str = "Design system";

/// The name of a section's place on the page, what it is called, and what it shows.
type Content = (&'static str, &'static str, fn() -> AnyView);

/// The sections, in their order.
const SECTIONS: [Content; 13] = [
    ("colours", "Colours", colours::colours),
    ("sizes", "Type, space and shape", sizes::sizes),
    ("icons", "Icons", icons::icons),
    ("buttons", "Buttons and links", buttons::buttons),
    ("fields", "Fields", fields::fields),
    ("choices", "Choices", choices::choices),
    ("news", "Statuses, notices and waits", news::news),
    ("content", "Sheets, facts and items", content::content),
    ("lists", "Tables and the ways through", lists::lists),
    ("charts", "Charts", charts::charts),
    ("overlays", "Menus, dialogs and toasts", overlays::overlays),
    ("finder", "Finder", finder::finder),
    ("log", "Log", log::log),
];

/// The page.
#[component]
pub fn DesignPage() -> impl IntoView {
    use_title(|| TITLE.to_owned());
    let section = |(id, title, content): Content| {
        view! {
            <Section id title>
                {content()}
            </Section>
        }
    };
    let link = |(id, title, _): Content| {
        view! {
            <li>
                <a href=["#", id].concat()>{title}</a>
            </li>
        }
    };
    view! {
        <main class="page design">
            <PageHeader title=TITLE>
                <LanguageMenu items=language_items />
                <ThemeMenu items=theme_items />
            </PageHeader>
            <nav class="design__contents" aria-label="Sections">
                <ul>{SECTIONS.map(link).collect_view()}</ul>
            </nav>
            {SECTIONS.map(section).collect_view()}
        </main>
    }
}
