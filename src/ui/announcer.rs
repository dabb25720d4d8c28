//! News that is only spoken.

use leptos::prelude::*;

/// Speaks short news through assistive technology, without showing them.
#[derive(Clone, Copy)]
pub struct Announcer {
    news: RwSignal<String>,
}

impl Announcer {
    /// Makes one for this part of the page and all below it.
    pub fn provide() -> Self {
        let announcer = Self {
            news: RwSignal::new(String::new()),
        };
        provide_context(announcer);
        announcer
    }

    /// The one that was provided above. Without one, news fall silent.
    pub fn from_context() -> Option<Self> {
        use_context()
    }

    /// Takes back what has been said last.
    pub fn clear(self) {
        self.news.set(String::new());
    }

    /// Speaks the text when the reader's technology next pauses.
    pub fn say(self, text: String) {
        // The same text twice in a row changes nothing on the page; a trailing space makes it new.
        let repeated = self.news.with_untracked(|news| *news == text);
        self.news.set(if repeated {
            [text.as_str(), "\u{a0}"].concat()
        } else {
            text
        });
    }
}

/// The place on the page where an [`Announcer`]'s news appear. It must be there before they do.
#[component]
pub fn LiveRegion(
    /// Whose news.
    announcer: Announcer,
) -> impl IntoView {
    view! {
        <div class="visually-hidden" aria-live="polite">
            {announcer.news}
        </div>
    }
}
