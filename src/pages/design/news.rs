//! What a page says of how things are: statuses, notices, nothing, a wait.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{
    Button, EmptyState, Icon, Meter, Notice, NoticeTone, Progress, Skeleton, SkeletonWidth,
    Spinner, StatusBadge, Tone, VisuallyHidden,
};
use crate::words::{self, Word, t};

/// The section.
pub(super) fn news() -> AnyView {
    view! {
        <Specimen name="Statuses">{STATUSES.map(status).collect_view()}</Specimen>
        <Specimen name="Notices" stacked=true>{notices()}</Specimen>
        <Specimen name="Nothing here" stacked=true>
            <EmptyState
                icon=Icon::Search
                title=words::SERVERS_NOTHING_TITLE
                text=words::SERVERS_NOTHING_TEXT
            >
                <Button label=words::COMMON_TRY_AGAIN />
            </EmptyState>
        </Specimen>
        <Specimen name="A wait: a ring, a bar, lines" stacked=true>{waits()}</Specimen>
        <Specimen name="A meter in four steps" stacked=true>{meters()}</Specimen>
        <Specimen name="Only spoken">
            <VisuallyHidden text=words::NAV_SKIP />
        </Specimen>
    }
    .into_any()
}

const STATUSES: [(Tone, Word); 6] = [
    (Tone::Ok, words::STATUS_ACTIVE),
    (Tone::Busy, words::STATUS_REBOOT),
    (Tone::Off, words::STATUS_SHUTOFF),
    (Tone::Warning, words::STATUS_RESCUE),
    (Tone::Danger, words::STATUS_ERROR),
    (Tone::Neutral, words::STATUS_UNKNOWN),
];

fn status((tone, word): (Tone, Word)) -> impl IntoView {
    view! { <StatusBadge tone word /> }
}

fn notices() -> AnyView {
    view! {
        <Notice tone=NoticeTone::Info text=words::VERSION_NEW>
            <Button label=words::VERSION_RELOAD />
        </Notice>
        <Notice tone=NoticeTone::Warning text=words::OFFLINE_NOTICE />
        <Notice
            tone=NoticeTone::Danger
            title=words::SERVERS_FAILED_TITLE
            text=words::PIECE_MISSING_TEXT
        >
            <Button label=words::COMMON_TRY_AGAIN />
        </Notice>
    }
    .into_any()
}

fn waits() -> AnyView {
    let done = |done: Option<u8>| {
        view! { <Progress label=words::REBUILD_PROGRESS done=Signal::stored(done) /> }
    };
    view! {
        <p class="design__wait">
            <Spinner />
            {t(words::COMMON_LOADING)}
        </p>
        {done(Some(60))}
        {done(Some(100))}
        {done(None)}
        <div class="card" aria-hidden="true">
            <Skeleton width=SkeletonWidth::Short />
            <Skeleton width=SkeletonWidth::Medium />
            <Skeleton width=SkeletonWidth::Long />
        </div>
    }
    .into_any()
}

fn meters() -> AnyView {
    let steps = [
        words::PASSWORD_NO_STRENGTH,
        words::PASSWORD_WEAK,
        words::PASSWORD_FAIR,
        words::PASSWORD_GOOD,
        words::PASSWORD_STRONG,
    ];
    let meter = |(step, word): (u8, Word)| {
        view! { <Meter label=words::PASSWORD_STRENGTH step=Signal::stored(step) word /> }
    };
    (0..).zip(steps).map(meter).collect_view().into_any()
}
