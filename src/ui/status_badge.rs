//! A status in colour, word and shape.

use leptos::element::Element;
use leptos::prelude::*;
use leptos::template::{Instance, Slot, Template};

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
    let mut badge = Template::of(status_badge()).copy();
    let mut slots = StatusSlots::of(&badge);
    badge.follow(move || slots.show(tone.get(), word.get()));
    badge.into_any()
}

// The slots of the badge.
const BADGE: &str = "status";
const SHAPE: &str = "status-shape";
const WORD: &str = "status-word";

/// The badge in a [`Template`], to be filled by [`StatusSlots`].
pub fn status_badge() -> View<Element> {
    view! {
        <span class="status" data-slot=BADGE>
            <svg class="status__shape" viewBox="0 0 12 12" aria-hidden="true">
                <path data-slot=SHAPE />
            </svg>
            <span data-slot=WORD></span>
        </span>
    }
}

/// What a badge says, in a copy of its template.
pub struct StatusSlots {
    badge: Slot,
    shape: Slot,
    word: Slot,
}

impl StatusSlots {
    /// Those of this copy.
    pub fn of(copy: &Instance) -> Self {
        Self {
            badge: copy.slot(BADGE),
            shape: copy.slot(SHAPE),
            word: copy.slot(WORD),
        }
    }

    /// Shows a status.
    pub fn show(&mut self, tone: Tone, word: String) {
        self.badge.attribute("data-tone", tone.name());
        self.shape.attribute("d", tone.shape());
        self.word.text(word);
    }
}
