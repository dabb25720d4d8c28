//! Signals that live as long as the page, and parts of it that do not.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, Observer, Source, ToAnySource};
use leptos::reactive::signal::ArcRwSignal;

/// The signal, for what runs now to subscribe to until it is disposed of or runs again.
///
/// A signal by itself keeps what has subscribed to it, disposed of or not: a page that is used all day would grow with
/// every part that it has ever shown.
pub fn subscribed<T: 'static>(signal: &ArcRwSignal<T>) -> &ArcRwSignal<T> {
    if let Some(observer) = Observer::get() {
        let_go_in_time(signal.to_any_source(), observer);
    }
    signal
}

fn let_go_in_time(source: AnySource, observer: AnySubscriber) {
    on_cleanup(move || source.remove_subscriber(&observer));
}
