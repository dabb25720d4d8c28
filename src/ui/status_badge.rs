//! A status in colour, word and shape.

use leptos::prelude::*;

use super::Text;

/// What a status means for the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// It works.
    Ok,
    /// It is on its way to another status.
    Busy,
    /// It rests.
    Off,
    /// It should be looked at.
    Warning,
    /// It failed.
    Danger,
    /// Nothing can be said.
    Neutral,
}

impl Tone {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Busy => "busy",
            Self::Off => "off",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Neutral => "neutral",
        }
    }

    /// The outline of its shape on a square of 12 units: no two tones share one.
    pub(super) const fn shape(self) -> &'static str {
        match self {
            Self::Ok => "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z",
            Self::Busy => "M6 1a5 5 0 1 0 5 5H9.3A3.3 3.3 0 1 1 6 2.7Z",
            Self::Off => "M1 1h10v10H1ZM2.7 2.7v6.6h6.6V2.7Z",
            Self::Warning => "M6 .8 11.7 11H.3Z",
            Self::Danger => "M6 0l6 6-6 6-6-6Z",
            Self::Neutral => "M1 4.9h10v2.2H1Z",
        }
    }
}

/// A status in colour, word and shape.
#[component]
pub fn StatusBadge(
    /// What it means.
    #[prop(into)]
    tone: Signal<Tone>,
    /// What it is called.
    #[prop(into)]
    word: Text,
) -> impl IntoView {
    view! {
        <span class="status" data-tone=move || tone.get().name()>
            <svg class="status__shape" viewBox="0 0 12 12" aria-hidden="true">
                <path d=move || tone.get().shape() />
            </svg>
            <span>{word}</span>
        </span>
    }
}
