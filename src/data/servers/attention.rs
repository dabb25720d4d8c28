//! Which servers somebody should look at, and which of them first.

use super::nearness::Nearness;
use crate::api::server::{Server, Status};

/// Why somebody should look at a server, the more pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Attention {
    /// It has failed.
    Failed,
    /// Its plan has ended, or does within a day.
    EndsNow,
    /// It waits for somebody, or has been taken away.
    Waits,
    /// Its plan ends within a week.
    EndsSoon,
    /// There is nothing to do.
    None,
}

impl Attention {
    /// What `server` asks for at `now`, in milliseconds since 1970.
    pub(super) fn of(server: &Server, now: i64) -> Self {
        let end = server.expired.map(|end| end.timestamp_millis());
        let by_end = match end.map(|end| Nearness::of(end, now)) {
            Some(Nearness::Past | Nearness::Hours) => Self::EndsNow,
            Some(Nearness::Days) => Self::EndsSoon,
            _ => Self::None,
        };
        by_end.min(Self::of_status(&server.status))
    }

    /// What a server of this status asks for.
    pub(super) fn of_status(status: &Status) -> Self {
        match status {
            Status::Error => Self::Failed,
            Status::Suspended
            | Status::Rescue
            | Status::VerifyResize
            | Status::Deleted
            | Status::SoftDeleted => Self::Waits,
            _ => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::nearness::DAY;
    use super::*;

    fn of(status: Status, days: i64) -> Attention {
        let server = Server {
            status,
            expired: DateTime::from_timestamp_millis(days * DAY).map(Into::into),
            ..Server::bare("1")
        };
        Attention::of(&server, 0)
    }

    #[test]
    fn the_more_pressing_reason_counts() {
        assert_eq!(of(Status::Error, -1), Attention::Failed);
        assert_eq!(of(Status::Suspended, 1), Attention::EndsNow);
        assert_eq!(of(Status::Suspended, 3), Attention::Waits);
        assert_eq!(of(Status::Active, 3), Attention::EndsSoon);
        assert_eq!(of(Status::Shutoff, 8), Attention::None);
    }

    #[test]
    fn a_server_without_an_end_needs_nobody_for_it() {
        let server = Server {
            status: Status::Active,
            ..Server::bare("1")
        };
        assert_eq!(Attention::of(&server, 0), Attention::None);
    }
}
