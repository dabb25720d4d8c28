//! Times in the database: whole milliseconds since 1970, UTC.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// A point in time as a column holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(pub DateTime<Utc>);

impl ToSql for Time {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.timestamp_millis().into())
    }
}

impl FromSql for Time {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let milliseconds = value.as_i64()?;
        DateTime::from_timestamp_millis(milliseconds)
            .map(Self)
            .ok_or(FromSqlError::OutOfRange(milliseconds))
    }
}

/// `start` and so many seconds, at the end of time if that is later.
pub fn after(start: DateTime<Utc>, delay: TimeDelta) -> DateTime<Utc> {
    start
        .checked_add_signed(delay)
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}
