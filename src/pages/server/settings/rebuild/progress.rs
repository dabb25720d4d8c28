//! How far a rebuild has come.

use std::time::Duration;

use leptos::prelude::*;

use super::images;
use super::systems::Expected;
use crate::api::server::{Server, Status};
use crate::browser::clock;
use crate::config::OsImage;
use crate::data::actions::{self, Action};
use crate::data::rebuilds;
use crate::ui::{Progress, dynamic};
use crate::words::{self, Word};

/// What is known of a rebuild. Of one that was begun elsewhere the service tells nothing but that it goes on.
#[derive(Clone, Copy, PartialEq)]
struct Known {
    image: Option<&'static OsImage>,
    /// When it began, in milliseconds since 1970.
    since: Option<i64>,
}

/// What goes on while the server is being rebuilt; nothing otherwise.
#[component]
pub(super) fn RebuildProgress(server: Memo<Server>) -> impl IntoView {
    let known = Memo::new(move |_| server.with(known));
    let now = ticking();
    let elapsed = Signal::derive(move || {
        let since = known.get()?.since?;
        Some(now.get().saturating_sub(since).max(0))
    });
    let said = move || {
        known.get().map(|known| {
            view! {
                <p class="rebuild-progress__title">{move || title(known)}</p>
                <p>{move || expectation(known, elapsed.get()).text()}</p>
            }
        })
    };
    let bar = move || {
        known.get().map(|known| {
            let expected = known.image.map(Expected::of);
            let done = move || Some(expected?.done(elapsed.get()?));
            view! {
                <Progress label=words::REBUILD_PROGRESS done=Signal::derive(done) />
                <p class="rebuild-progress__time">
                    {move || elapsed.get().map(|elapsed| words::rebuild_elapsed(&minutes(elapsed)))}
                </p>
            }
        })
    };
    view! {
        <div class="rebuild-progress" data-shown=move || known.get().is_some()>
            // What is said changes seldom; what ticks stands outside, so that nobody has to listen to it.
            <div role="status">{dynamic(said)}</div>
            {dynamic(bar)}
        </div>
    }
}

fn known(server: &Server) -> Option<Known> {
    let underway = actions::underway(&server.instance_id)
        .filter(|underway| underway.action == Action::Rebuild);
    if underway.is_none() && server.status != Status::Rebuild {
        return None;
    }
    let last = rebuilds::last(&server.instance_id);
    let image = |id: u32| images().iter().find(|image| image.id == id);
    Some(Known {
        image: last.as_ref().and_then(|last| image(last.os_image)),
        since: underway
            .map(|underway| underway.since)
            .or(last.map(|last| last.since)),
    })
}

/// The time now, second by second.
fn ticking() -> RwSignal<i64> {
    let now = RwSignal::new(clock::now());
    let tick = move || {
        // The page may have been left by now.
        let _ = now.try_set(clock::now());
    };
    if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    now
}

fn title(known: Known) -> String {
    match known.image {
        Some(image) => words::rebuild_underway_with(&image.name),
        None => words::REBUILD_UNDERWAY.text().to_owned(),
    }
}

fn expectation(known: Known, elapsed: Option<i64>) -> Word {
    let expected = known.image.map(Expected::of);
    match (expected, elapsed) {
        (Some(expected), Some(elapsed)) if elapsed > expected.longest() => words::REBUILD_OVERDUE,
        (Some(Expected::Linux), _) => words::REBUILD_TAKES_LINUX,
        (Some(Expected::Windows), _) => words::REBUILD_TAKES_WINDOWS,
        (None, _) => words::REBUILD_TAKES_EITHER,
    }
}

/// Minutes and seconds, as a clock shows them: `2:05`.
fn minutes(milliseconds: i64) -> String {
    let seconds = milliseconds / 1000;
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let tens = if seconds < 10 { ":0" } else { ":" };
    [minutes.to_string().as_str(), tens, &seconds.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn time_is_told_in_minutes_and_seconds() {
        assert_eq!(minutes(0), "0:00");
        assert_eq!(minutes(9_999), "0:09");
        assert_eq!(minutes(125_000), "2:05");
        assert_eq!(minutes(600_000), "10:00");
    }
}
