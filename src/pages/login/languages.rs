//! The languages, in the open: whoever cannot read this page finds the word for their own.

use leptos::prelude::*;

use crate::data::service;
use crate::words::{self, t};

/// The languages to choose from, each named in itself; nothing where there is no choice.
#[component]
pub(super) fn Languages() -> impl IntoView {
    let languages = words::languages(&service::config().languages);
    let choice = |words::Language { tag, name }| {
        let (own, lang) = (tag.clone(), tag.clone());
        let is_current = move || (words::current() == own).then_some("true");
        view! {
            <button
                type="button"
                class="login__language"
                lang=lang
                aria-current=is_current
                on:click=move |_| words::choose(tag.clone())
            >
                {name}
            </button>
        }
    };
    (languages.len() > 1).then(|| {
        view! {
            <div class="login__languages" role="group" aria-label=t(words::LANGUAGE_LABEL)>
                {languages.into_iter().map(choice).collect_view()}
            </div>
        }
    })
}
