//! How much happens in each part of a time ahead, as columns side by side. It is a list: what a column shows, its item says.

use leptos::prelude::*;

use super::share::width;
use super::{Text, Tone};

/// A part of the time.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// How much happens in it.
    pub amount: u64,
    /// The amount as it is shown.
    pub value: String,
    /// How it is coloured; no tone is the accent.
    pub tone: Option<Tone>,
    /// When it is, and how much happens then, in words.
    pub spoken: String,
}

/// A column for each part of a time; the highest fills its place. Parts in which nothing happens are not spoken of.
#[component]
pub fn Timeline(
    /// What happens.
    #[prop(into)]
    label: Text,
    /// The parts, one after the other.
    #[prop(into)]
    slots: Signal<Vec<Slot>>,
    /// Times to find one's way by, from the first to the last.
    #[prop(into)]
    marks: Signal<Vec<String>>,
) -> impl IntoView {
    let columns = move || {
        let slots = slots.get();
        let highest = slots
            .iter()
            .map(|slot| slot.amount)
            .max()
            .unwrap_or_default();
        let columns = slots.into_iter().map(|slot| column(slot, highest));
        columns.collect_view()
    };
    let marks = move || {
        let marks = marks
            .get()
            .into_iter()
            .map(|mark| view! { <span>{mark}</span> });
        marks.collect_view()
    };
    view! {
        <div class="timeline">
            <ol class="timeline__slots" role="list" aria-label=label>
                {columns}
            </ol>
            <div class="timeline__marks" aria-hidden="true">
                {marks}
            </div>
        </div>
    }
}

fn column(slot: Slot, highest: u64) -> impl IntoView {
    let Slot {
        amount,
        value,
        tone,
        spoken,
    } = slot;
    let height = width(amount, highest);
    let any = amount > 0;
    let spoken = any.then_some(spoken);
    let title = spoken.clone();
    view! {
        <li
            class="timeline__slot"
            data-tone=tone.map(Tone::name)
            title=title
            aria-hidden=(!any).then_some("true")
        >
            <span aria-hidden="true">{any.then_some(value)}</span>
            <span class="visually-hidden">{spoken}</span>
            <svg viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">
                <rect
                    class="share__part"
                    width="10"
                    y=(1_000 - height).to_string()
                    height=height.to_string()
                />
            </svg>
        </li>
    }
}
