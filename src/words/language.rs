//! Which language the reader has chosen, and the way to another.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{CATALOGUE, Catalogue, WORD_COUNT};
use crate::browser::{boot, document, storage};

/// A language that this build has a file for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// BCP 47, such as `vi`.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
}

/// Takes the words that the boot script has fetched. `false` when there are none: nothing can be shown then, and the
/// boot script says so.
pub async fn start() -> bool {
    let text = boot::words().await;
    text.is_some_and(|text| show(&text))
}

/// Shows the deployment's first language to a reader whose own it does not offer. The boot script, which chose before the
/// configuration was there, knows only what this build has.
pub fn keep_to(offered: &[String]) {
    let is_offered = offered
        .iter()
        .any(|tag| tag == CATALOGUE.with_untracked(|catalogue| catalogue.language));
    if let Some(first) = languages(offered)
        .into_iter()
        .next()
        .filter(|_| !is_offered)
    {
        load(first.tag);
    }
}

/// The tag of the language in use. Subscribes, like every word.
#[must_use]
pub fn current() -> &'static str {
    CATALOGUE.with(|catalogue| catalogue.language)
}

/// The languages a person may choose, those that this build has and the deployment offers, in the deployment's order.
#[must_use]
pub fn languages(offered: &[String]) -> Vec<Language> {
    let built: Vec<Language> = boot::languages()
        .into_iter()
        .map(|(tag, name)| Language { tag, name })
        .collect();
    let find = |tag: &String| built.iter().find(|language| language.tag == *tag).cloned();
    let chosen: Vec<Language> = offered.iter().filter_map(find).collect();
    if chosen.is_empty() { built } else { chosen }
}

/// Remembers the choice of a language, fetches its words, then shows the whole page in it. When they cannot be
/// fetched the page stays as it is until it is loaded again.
pub fn choose(tag: String) {
    storage::write(storage::LANGUAGE, &tag);
    load(tag);
}

fn load(tag: String) {
    spawn_local(async move {
        if let Some(text) = boot::load_words(&tag).await {
            show(&text);
        }
    });
}

/// Follows what other tabs choose until the page is closed.
pub fn follow_other_tabs() {
    storage::on_change_elsewhere(storage::LANGUAGE, |tag| {
        if let Some(tag) = tag {
            load(tag);
        }
    });
}

fn show(text: &str) -> bool {
    let Some(catalogue) = Catalogue::parse(text, WORD_COUNT) else {
        return false;
    };
    document::set_language(catalogue.language);
    CATALOGUE.set(catalogue.into());
    true
}
