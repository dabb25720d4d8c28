//! How near the end of a server's plan is.

/// A day, in milliseconds.
pub(super) const DAY: i64 = 86_400_000;

/// How near the end of a server's plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// More than a month away: nothing to do.
    Far,
    /// Within a month.
    Weeks,
    /// Within a week (contract, Account: the limit from which on a token's end is warned of).
    Days,
    /// Within a day.
    Hours,
    /// It has passed.
    Past,
}

impl Nearness {
    /// How near `end` is at `now`, both in milliseconds since 1970.
    #[must_use]
    pub fn of(end: i64, now: i64) -> Self {
        match end.saturating_sub(now) {
            left if left <= 0 => Self::Past,
            left if left <= DAY => Self::Hours,
            left if left <= 7 * DAY => Self::Days,
            left if left <= 30 * DAY => Self::Weeks,
            _ => Self::Far,
        }
    }

    /// The name that the style sheets know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Far => "far",
            Self::Weeks => "weeks",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Past => "past",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Nearness;

    #[test]
    fn the_warning_grows_as_the_end_nears() {
        const HOUR: i64 = 3_600_000;
        let near = |hours: i64| Nearness::of(hours * HOUR, 0);
        assert_eq!(
            [
                near(-1),
                near(0),
                near(1),
                near(24),
                near(25),
                near(7 * 24),
                near(169),
                near(720),
                near(721)
            ],
            [
                Nearness::Past,
                Nearness::Past,
                Nearness::Hours,
                Nearness::Hours,
                Nearness::Days,
                Nearness::Days,
                Nearness::Weeks,
                Nearness::Weeks,
                Nearness::Far
            ]
        );
    }
}
