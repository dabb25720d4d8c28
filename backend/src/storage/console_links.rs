//! Links to consoles: whoever holds one sees the machine, for some minutes.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::times::Time;
use crate::token::SecretHash;

/// Keeps a link until its end, and forgets those that have ended.
pub fn insert(
    connection: &Connection,
    hash: &SecretHash,
    server_id: &str,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM console_links WHERE expires_at <= ?1",
        [Time(now)],
    )?;
    connection.execute(
        "INSERT INTO console_links (hash, server_id, expires_at) VALUES (?1, ?2, ?3)",
        params![hash.as_slice(), server_id, Time(expires_at)],
    )?;
    Ok(())
}

/// The server that a link leads to, while the link is valid.
pub fn server_of(
    connection: &Connection,
    hash: &SecretHash,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT server_id FROM console_links WHERE hash = ?1 AND expires_at > ?2")?
        .query_row(params![hash.as_slice(), Time(now)], |row| row.get(0))
        .optional()
}
