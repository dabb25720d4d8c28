//! What is done to servers: what fits when, what is under way, and how it ends.
//!
//! The service only accepts an action; how far it has come is seen in the server's status (contract, Servers). So an
//! action is *under way* from the press of the button until a fresh answer shows that the server has arrived,
//! whichever page is open then: every answer that holds the server is looked at ([`seen`]), and a watcher of its own
//! asks where no page does. How it ended is an [`Outcome`], for whoever tells the person; whoever wants to hear more of it
//! listens to the [`news`].

mod arrival;
mod hindrance;
mod mark;
pub mod news;
mod outcome;
mod perform;
mod shown;
mod store;
mod table;
mod watch;

pub use self::hindrance::{Hindrance, hindrance};
pub use self::mark::{Report, Underway};
pub use self::outcome::{Ending, Outcome, take_outcomes};
pub use self::perform::{power, rebuild, rename, reset_password};
pub use self::shown::{ShownStatus, shown_name, shown_status};
pub use self::store::{Begun, begun, is_marked, underway};
pub(super) use self::store::{Source, is_awaited, seen};
pub use self::table::Action;
pub use self::watch::watch_unseen;

/// Forgets all of it: it belongs to the session that ends.
pub(super) fn forget() {
    store::forget();
    outcome::forget();
}
