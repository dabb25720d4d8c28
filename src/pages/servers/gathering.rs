//! Gathers all servers that a view matches, and tells how far that has come.

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::api::server::Server;
use crate::data::servers::{ListView, everything};
use crate::format;
use crate::words;

/// What is called with the servers, or with why they could not be had.
pub(super) type Gathered = Callback<Result<Vec<Server>, ApiError>>;

/// One gathering at a time. It is given up when the part of the page goes that made this.
#[derive(Clone, Copy)]
pub(super) struct Gathering {
    /// How many servers have come, and of how many; nothing while none is under way.
    read: RwSignal<Option<(u32, u32)>>,
    handle: StoredValue<Option<AbortHandle>>,
}

impl Gathering {
    pub(super) fn new() -> Self {
        let gathering = Self {
            read: RwSignal::new(None),
            handle: StoredValue::new(None),
        };
        on_cleanup(move || gathering.abort());
        gathering
    }

    /// Gathers what `view` matches. A gathering before it is given up.
    pub(super) fn start(self, view: ListView, gathered: Gathered) {
        self.abort();
        self.read.set(Some((0, 0)));
        let (work, handle) = abortable(async move {
            let progress = |got, of| self.read.set(Some((got, of)));
            let servers = everything(&view, &progress).await;
            self.read.set(None);
            gathered.run(servers);
        });
        self.handle.set_value(Some(handle));
        spawn_local(async move {
            // Given up is given up.
            let _ = work.await;
        });
    }

    /// Whether one is under way. Subscribes.
    pub(super) fn is_under_way(self) -> bool {
        self.read.with(Option::is_some)
    }

    /// How far a long one has come, in words. Subscribes.
    pub(super) fn progress(self) -> Option<String> {
        let (got, of) = self.read.get().filter(|(_, of)| *of > 0)?;
        Some(words::export_progress(
            &format::number(got),
            &format::number(of),
        ))
    }

    fn abort(self) {
        if let Some(handle) = self.handle.try_update_value(Option::take).flatten() {
            handle.abort();
        }
    }
}
