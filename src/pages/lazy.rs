//! Views whose part of the program may have to be fetched first.

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{document, style, version};
use crate::ui::{Button, EmptyState, Icon, dynamic};
use crate::words;

/// Fetches a piece of the program; `false` when it does not come.
pub(super) type Arrival = fn() -> LocalBoxFuture<'static, bool>;

/// The arrival of a piece with all that the pieces need beside the program: the words and the style that the first visit
/// does without.
pub(super) fn with_trimmings(
    piece: LocalBoxFuture<'static, bool>,
) -> LocalBoxFuture<'static, bool> {
    async {
        let (piece, words, style) =
            futures::future::join3(piece, words::complete(), style::complete()).await;
        piece && words && style
    }
    .boxed_local()
}

/// Shows `view` once the piece that it stands in has arrived, `meanwhile` until then, and a way to try again where that
/// fails.
pub(super) fn lazily(
    arrival: Arrival,
    view: Box<dyn Fn() -> Option<AnyView> + Send>,
    meanwhile: fn() -> AnyView,
) -> AnyView {
    let (here, failed) = (RwSignal::new(false), RwSignal::new(false));
    let fetch = Callback::new(move |()| {
        failed.set(false);
        spawn_local(async move {
            let arrived = arrival().await;
            // Whoever has left the page meanwhile waits for neither.
            here.try_set(arrived);
            failed.try_set(!arrived);
        });
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
