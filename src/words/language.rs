//! Which language the reader has chosen, and the way to another.

use std::cell::RefCell;

use leptos::task::spawn_local;

use super::{CATALOGUE, COUNTS, Catalogue};
use crate::browser::boot::{self, Part};
use crate::browser::storage;
use crate::shared::subscribed;

/// A language that this build has a file for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// BCP 47, such as `vi`.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
}

thread_local! {
    /// The words of each language that has been shown, as far as they are known.
    static SHOWN: RefCell<Vec<Catalogue>> = RefCell::default();
}

/// Takes the first words, which the boot script has fetched. `false` when there are none: nothing can be shown
/// then, and the boot script says so.
pub async fn start() -> bool {
    let file = boot::words().await;
    let words = file.and_then(|file| Catalogue::parse(&file, COUNTS));
    words.map(show).is_some()
}

/// Whether all words are there. Fetches them once; `false` when they do not come.
pub async fn complete() -> bool {
    loop {
        let known = CATALOGUE.get_untracked();
        if known.is_whole(COUNTS) {
            return true;
        }
        let Some(file) = boot::load_words(known.language, Part::Later).await else {
            return false;
        };
        // The reader may have chosen another language meanwhile, or another piece have completed this one.
        if CATALOGUE.get_untracked() == known {
            match Catalogue::clone(&known).with_later(&file, COUNTS) {
                Some(words) => show(words),
                None => return false,
            }
        }
    }
}

/// Takes the deployment's first language for a reader whose own it does not offer. The boot script, which chose before the
/// configuration was there, knows only what this build has.
pub async fn keep_to(offered: &[String]) {
    let is_offered = offered
        .iter()
        .any(|tag| tag == CATALOGUE.with_untracked(|catalogue| catalogue.language));
    if let Some(first) = offered.first().filter(|_| !is_offered)
        && let Some(words) = fetch(first).await
    {
        show(words);
    }
}

/// The tag of the language in use. Subscribes, like every word.
#[must_use]
pub fn current() -> &'static str {
    subscribed(&CATALOGUE).with(|catalogue| catalogue.language)
}

/// The tags of the languages that this build has.
#[must_use]
pub fn built() -> Vec<String> {
    boot::languages().into_iter().map(|(tag, _)| tag).collect()
}

/// The languages a person may choose, those that the deployment offers, in its order.
#[must_use]
pub fn languages(offered: &[String]) -> Vec<Language> {
    let built = boot::languages();
    let find = |tag: &String| built.iter().find(|(known, _)| known == tag).cloned();
    let chosen = offered.iter().filter_map(find);
    chosen.map(|(tag, name)| Language { tag, name }).collect()
}

/// Remembers the choice of a language, fetches its words, then shows the whole page in it. When they cannot be
/// fetched the page stays as it is until it is loaded again.
pub fn choose(tag: String) {
    storage::write(storage::LANGUAGE, &tag);
    load(tag);
}

fn load(tag: String) {
    spawn_local(async move {
        if let Some(words) = fetch(&tag).await {
            show(words);
        }
    });
}

/// The words of another language, as many as there are of the present one. What has been shown before is not fetched
/// again: the words of a language stay in memory as long as the page.
async fn fetch(tag: &str) -> Option<Catalogue> {
    let shown =
        SHOWN.with_borrow(|shown| shown.iter().find(|words| words.language == tag).cloned());
    let mut words = match shown {
        Some(words) => words,
        None => Catalogue::parse(&boot::load_words(tag, Part::First).await?, COUNTS)?,
    };
    if !words.is_whole(COUNTS) && is_whole() {
        let file = boot::load_words(tag, Part::Later).await?;
        words = words.with_later(&file, COUNTS)?;
    }
    Some(words)
}

/// Whether all words of the present language are there.
fn is_whole() -> bool {
    CATALOGUE.with_untracked(|words| words.is_whole(COUNTS))
}

/// Follows what other tabs choose until the page is closed.
pub fn follow_other_tabs() {
    storage::on_change_elsewhere(storage::LANGUAGE, |tag| {
        if let Some(tag) = tag {
            load(tag);
        }
    });
}

fn show(words: Catalogue) {
    boot::speak(words.language);
    SHOWN.with_borrow_mut(|shown| {
        shown.retain(|known| known.language != words.language);
        shown.push(words.clone());
    });
    CATALOGUE.set(words.into());
}
