//! Views whose part of the program may have to be fetched first.

use std::sync::LazyLock;
use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::page::Waiting;
use crate::browser::{clock, document, presence, style, version};
use crate::shared::subscribed;
use crate::ui::{Button, EmptyState, Icon, dynamic};
use crate::words;

/// Turns true a second after the first page: it has had the time to show what it is there for, and the rest comes then.
static SETTLED: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| {
    const PATIENCE: Duration = Duration::from_secs(1);
    set_timeout(|| SETTLED.set(true), PATIENCE);
    ArcRwSignal::new(false)
});

/// Whether the first page has had the time to show what it is there for. Subscribes.
pub(super) fn settled() -> bool {
    subscribed(&SETTLED).get()
}

/// Has what comes once the first page is settled come now.
pub(super) fn settle() {
    SETTLED.set(true);
}

/// Fetches a piece of the program; `false` when it does not come.
pub(super) type Arrival = fn() -> LocalBoxFuture<'static, bool>;

/// The arrival of a piece with what it needs beside the program: the words and the style that the first visit does without.
pub(super) fn with_trimmings(
    piece: LocalBoxFuture<'static, Result<(), SplitLoaderError>>,
) -> LocalBoxFuture<'static, bool> {
    async move {
        let (piece, words, style) =
            futures::future::join3(piece, words::complete(), style::complete()).await;
        piece.is_ok() && words && style
    }
    .boxed_local()
}

/// A view of a piece; `None` where the piece is not here.
pub(super) type PieceView = Box<dyn Fn() -> Option<AnyView> + Send>;

/// Shows `view`, a whole page, with the outline of a page until it is here.
pub(super) fn as_page(arrival: Arrival, view: PieceView) -> AnyView {
    lazily(arrival, view, || view! { <Waiting /> }.into_any())
}

/// Shows `view`, a part of a page that nobody misses until it is here.
pub(super) fn as_part(arrival: Arrival, view: PieceView) -> AnyView {
    lazily(arrival, view, || ().into_any())
}

/// Shows `view`, which nobody has asked for: where its piece does not come, it is fetched again without a word when the
/// network is back, and with every tick of the clock.
pub(super) fn unmissed(arrival: Arrival, view: PieceView) -> AnyView {
    let here = RwSignal::new(false);
    Effect::new(move |_| {
        if !here.get() && presence::online() {
            let _ = clock::follow();
            spawn_local(async move {
                // It may have been fetched again meanwhile: what is shown already is not made anew.
                if arrival().await && here.try_get_untracked() == Some(false) {
                    here.set(true);
                }
            });
        }
    });
    dynamic(move || here.get().then(&view)).into_any()
}

/// Shows `view` once the piece that it stands in has arrived, `meanwhile` until then, and a way to try again where that
/// fails; a network that comes back tries again by itself.
fn lazily(arrival: Arrival, view: PieceView, meanwhile: fn() -> AnyView) -> AnyView {
    let (here, failed) = (RwSignal::new(false), RwSignal::new(false));
    let fetch = Callback::new(move |()| {
        failed.set(false);
        spawn_local(async move {
            let outcome = if arrival().await { here } else { failed };
            // Whoever has left the page meanwhile waits for neither.
            outcome.try_set(true);
        });
    });
    Effect::new(move |before: Option<bool>| {
        let online = presence::online();
        if before == Some(false) && online && failed.get_untracked() {
            fetch.run(());
        }
        online
    });
    // What is here already is shown without a moment's wait.
    if arrival().now_or_never() == Some(true) {
        here.set(true);
    } else {
        fetch.run(());
    }
    let missing = move || view! { <Missing on_retry=fetch /> }.into_any();
    dynamic(move || match (here.get(), failed.get()) {
        (true, _) => view().unwrap_or_else(missing),
        (false, true) => missing(),
        (false, false) => meanwhile(),
    })
    .into_any()
}

/// Says that a part of the portal did not come.
#[component]
fn Missing(on_retry: Callback<()>) -> impl IntoView {
    // The parts of an older build are often gone with it.
    version::look();
    let text = Signal::derive(|| match version::is_replaced() {
        true => words::VERSION_NEEDED.text().to_owned(),
        false => words::PIECE_MISSING_TEXT.text().to_owned(),
    });
    let way_on = move || match version::is_replaced() {
        true => view! { <Button label=words::VERSION_RELOAD on_press=|()| document::reload() /> },
        false => view! { <Button label=words::COMMON_TRY_AGAIN on_press=on_retry /> },
    };
    view! {
        <div role="alert">
            <EmptyState icon=Icon::Warning title=words::PIECE_MISSING_TITLE text>
                {dynamic(move || way_on().into_any())}
            </EmptyState>
        </div>
    }
}
