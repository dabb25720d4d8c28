//! What stands between signals that stay and the rows of a list, which come and go.
//!
//! A signal keeps its subscribers in their order, and lets go of one by moving all that came after it. Were each part of
//! a thousand rows to subscribe to it by itself, letting half of them go would take seconds on a cheap phone.

use std::cell::RefCell;
use std::sync::{Arc, Weak};

use send_wrapper::SendWrapper;
use upstream::prelude::{ArcTrigger, Notify, Track, provide_context, with_context};
use upstream::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Source, Subscriber};

/// The relays of a row, one for each signal that something in it follows.
#[derive(Default)]
struct Relays(RefCell<Vec<Arc<Relay>>>);

/// Subscribes to a signal, and tells what in its row follows it.
struct Relay {
    this: Weak<Relay>,
    source: AnySource,
    told: ArcTrigger,
}

/// Has what is made now, and all that is in it, follow signals through relays of its own.
pub(crate) fn begin() {
    provide_context(SendWrapper::new(Relays::default()));
}

/// Subscribes what runs now to the relay for `source`; `false`, and nothing happens, outside of rows.
#[must_use]
pub fn subscribe(source: &AnySource) -> bool {
    let told = with_context(|relays: &SendWrapper<Relays>| relays.told_of(source));
    told.inspect(Track::track).is_some()
}

impl Relays {
    fn told_of(&self, source: &AnySource) -> ArcTrigger {
        let mut relays = self.0.borrow_mut();
        if let Some(relay) = relays.iter().find(|relay| relay.source == *source) {
            return relay.told.clone();
        }
        let relay = Arc::new_cyclic(|this| Relay {
            this: Weak::clone(this),
            source: source.clone(),
            told: ArcTrigger::new(),
        });
        source.add_subscriber(relay.subscriber());
        let told = relay.told.clone();
        relays.push(relay);
        told
    }
}

impl Relay {
    fn subscriber(&self) -> AnySubscriber {
        let this = Weak::clone(&self.this);
        AnySubscriber(std::ptr::from_ref(self) as usize, this)
    }
}

impl ReactiveNode for Relay {
    fn mark_dirty(&self) {
        // A signal that tells its subscribers forgets them.
        self.source.add_subscriber(self.subscriber());
        self.told.notify();
    }

    fn mark_check(&self) {
        self.mark_dirty();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        false
    }
}

impl Subscriber for Relay {
    fn add_source(&self, _source: AnySource) {}

    fn clear_sources(&self, _subscriber: &AnySubscriber) {}
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.source.remove_subscriber(&self.subscriber());
    }
}
