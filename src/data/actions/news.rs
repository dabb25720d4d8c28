//! What happens to servers, told to one listener: a part of the portal that comes a moment after the first page.

use std::cell::Cell;

use super::mark::Report;
use super::outcome::Outcome;
use super::table::Action;
use crate::api::ApiError;
use crate::api::server::Server;

/// Something that happened.
pub enum News<'a> {
    /// An answer to a question of the time `asked_at` holds these servers. It has not been looked at yet.
    Seen {
        /// As the answer has them.
        servers: &'a [Server],
        /// In milliseconds since 1970.
        asked_at: i64,
    },
    /// Something is begun.
    Begun {
        /// At which server.
        server: &'a Server,
        /// What is done.
        action: Action,
        /// The name that a rename gives; empty otherwise.
        new_name: &'a str,
        /// Whether its end will be told.
        report: Report,
    },
    /// The service does not accept what was begun, or knows the server no longer.
    Refused {
        /// The server.
        instance_id: &'a str,
        /// Why.
        failure: &'a ApiError,
    },
    /// What was begun has ended; `is_told` where the person is told.
    Ended {
        /// How.
        outcome: &'a Outcome,
        /// Whether the person is told.
        is_told: bool,
    },
    /// A person has opened the console of this server.
    ConsoleOpened(&'a Server),
}

/// Who is told.
pub type Listener = fn(&News<'_>);

thread_local! {
    static LISTENER: Cell<Option<Listener>> = const { Cell::new(None) };
}

/// Tells `listener` all news from now on, and nobody else.
pub fn listen(listener: Option<Listener>) {
    LISTENER.set(listener);
}

/// Tells the news, where somebody listens.
pub fn tell(news: &News<'_>) {
    if let Some(listener) = LISTENER.get() {
        listener(news);
    }
}
