//! Every word a person reads, in the language they chose.
//!
//! `build.rs` makes a constant or a function of each key of `public/locales/en.json`; the words themselves come
//! from two small files for one language: the first visit's at the start, the others with the first piece of the
//! program ([`complete`]). The program of the sign-in has them in one. Reading a word inside a view subscribes to the language, so that a change of it rewrites the
//! page in place and keeps what a person typed.

mod catalogue;
mod language;

#[cfg(test)]
mod tests;

use std::sync::{Arc, LazyLock};

use leptos::prelude::*;

use crate::format;
use crate::shared::subscribed;
use catalogue::{Catalogue, Counts};
pub use language::{
    Language, built, choose, complete, current, follow_other_tabs, keep_to, languages, start,
};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of the chosen language; empty until [`start`] has read its file.
static CATALOGUE: LazyLock<ArcRwSignal<Arc<Catalogue>>> =
    LazyLock::new(|| ArcRwSignal::new(Arc::new(Catalogue::default())));

/// One text of the language files, by its line there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word(u16);

impl Word {
    /// The text in the chosen language. Inside a view or an effect this subscribes to the language.
    #[must_use]
    pub fn text(self) -> &'static str {
        subscribed(&CATALOGUE).with(|catalogue| catalogue.text(self.0))
    }

    /// The text with each `{name}` replaced by its value.
    fn fill(self, values: &[(&str, &str)]) -> String {
        catalogue::fill(self.text(), values)
    }

    /// The form of the text for `count`, as the language's plural rules choose it.
    fn plural(self, count: u32, values: &[(&str, &str)]) -> String {
        let forms = self.text();
        let category = format::plural_category(count);
        let number = format::number(count);
        let text = catalogue::form(forms, &category);
        catalogue::fill(&catalogue::fill(text, &[("count", &number)]), values)
    }
}

impl From<Word> for Signal<String> {
    fn from(word: Word) -> Self {
        Self::derive(move || word.text().to_owned())
    }
}

impl From<Word> for Signal<Option<String>> {
    fn from(word: Word) -> Self {
        Self::derive(move || Some(word.text().to_owned()))
    }
}

/// A word for a view: written anew when the language changes.
pub fn t(word: Word) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    move || word.text()
}
