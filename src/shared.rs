//! Signals that live as long as the page, and parts of it that do not.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, Observer, Source, Subscriber};
use leptos::values::Held;
use leptos::{follow, relay};

/// A signal to which what runs now has been subscribed.
pub struct Subscribed<'a, T>(&'a ArcRwSignal<T>);

/// Subscribes what runs now to the signal, until it is disposed of or runs again, and gives a way to read it.
///
/// A signal by itself keeps what has subscribed to it, disposed of or not: a page that is used all day would grow with
/// every part that it has ever shown.
pub fn subscribed<T: Held>(signal: &ArcRwSignal<T>) -> Subscribed<'_, T> {
    if let Some(observer) = Observer::get() {
        subscribe(&signal.source(), &observer);
    }
    Subscribed(signal)
}

fn subscribe(source: &AnySource, observer: &AnySubscriber) {
    if relay::subscribe(source) {
        return;
    }
    observer.add_source(source.clone());
    source.add_subscriber(observer.clone());
    if !follow::lets_go(observer) {
        let (source, observer) = (source.clone(), observer.clone());
        on_cleanup(move || source.remove_subscriber(&observer));
    }
}

impl<T: Held> Subscribed<'_, T> {
    /// Reads the value.
    pub fn with<Out>(&self, read: impl FnOnce(&T) -> Out) -> Out {
        self.0.with_untracked(read)
    }
}

impl<T: Held + Clone> Subscribed<'_, T> {
    /// The value.
    pub fn get(&self) -> T {
        self.0.get_untracked()
    }
}
