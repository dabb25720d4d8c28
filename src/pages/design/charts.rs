//! What is drawn instead of told.

use leptos::prelude::*;

use super::section::Specimen;
use crate::format;
use crate::ui::{Bar, BarChart, Share, Slot, Timeline, Tone};
use crate::words::{self, Word};

/// How much of each status there is, and how it is coloured.
const STATUSES: [(Word, Tone, u32); 4] = [
    (words::STATUS_ACTIVE, Tone::Ok, 17),
    (words::STATUS_SHUTOFF, Tone::Off, 4),
    (words::STATUS_REBOOT, Tone::Busy, 1),
    (words::STATUS_ERROR, Tone::Danger, 1),
];
/// How much happens in each part of a time, and how it is coloured.
const PARTS: [(Option<Tone>, u32); 7] = [
    (Some(Tone::Danger), 2),
    (Some(Tone::Warning), 5),
    (None, 0),
    (None, 1),
    (None, 12),
    (None, 0),
    (None, 3),
];

/// The section.
pub(super) fn charts() -> AnyView {
    view! {
        <Specimen name="Bars that lead somewhere, the second one in use" stacked=true>
            <BarChart label=words::SERVERS_STATUS bars=Signal::derive(bars) />
        </Specimen>
        <Specimen name="A time ahead" stacked=true>
            <Timeline
                label=words::GLANCE_ENDS
                slots=Signal::derive(slots)
                marks=Signal::derive(|| vec![words::GLANCE_TODAY.text().to_owned(), words::time_days(90)])
            />
        </Specimen>
        <Specimen name="Shares: none, some, all" stacked=true>
            {[0, 3, 8].map(|part| view! { <Share part=Signal::stored(part) whole=Signal::stored(8) /> }).collect_view()}
        </Specimen>
    }
    .into_any()
}

fn bars() -> Vec<Bar> {
    let bar = |(word, tone, count): (Word, Tone, u32)| Bar {
        name: word.text().to_owned(),
        tone: Some(tone),
        amount: count.into(),
        value: format::number(count),
        spoken: words::servers_count(count),
        href: Some("#charts".to_owned()),
        current: tone == Tone::Off,
    };
    STATUSES.map(bar).into()
}

fn slots() -> Vec<Slot> {
    let slot = |(tone, count): (Option<Tone>, u32)| Slot {
        amount: count.into(),
        value: format::number(count),
        tone,
        spoken: words::servers_count(count),
    };
    PARTS.map(slot).into()
}
