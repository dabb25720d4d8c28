//! Who did what to a server, and when.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::times::Time;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The server.
    pub server_id: String,
    /// Who did it, by e-mail address.
    pub user_email: String,
    /// The project.
    pub project_id: String,
    /// What was done, one word.
    pub action: String,
    /// What was done, a sentence.
    pub message: String,
    /// When it began.
    pub start_time: DateTime<Utc>,
}

/// Adds a line.
pub fn insert(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO action_log (server_id, user_email, project_id, action, message, start_time) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            entry.server_id,
            entry.user_email,
            entry.project_id,
            entry.action,
            entry.message,
            Time(entry.start_time),
        ])?;
    Ok(())
}

/// The newest lines of a server, the newest first.
pub fn newest(
    connection: &Connection,
    server_id: &str,
    limit: u64,
) -> rusqlite::Result<Vec<Entry>> {
    connection
        .prepare_cached(
            "SELECT server_id, user_email, project_id, action, message, start_time FROM action_log \
             WHERE server_id = ?1 ORDER BY start_time DESC, id DESC LIMIT ?2",
        )?
        .query_map(params![server_id, limit], |row| {
            Ok(Entry {
                server_id: row.get(0)?,
                user_email: row.get(1)?,
                project_id: row.get(2)?,
                action: row.get(3)?,
                message: row.get(4)?,
                start_time: row.get::<_, Time>(5)?.0,
            })
        })?
        .collect()
}
