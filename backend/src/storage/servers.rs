//! Servers: what is kept of one, and of the work under way on it.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::times::Time;

/// A server as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its identifier, a UUID.
    pub id: String,
    /// The name given to it.
    pub name: String,
    /// A word of Nova's (contract, Servers).
    pub status: String,
    /// Where it stands.
    pub region: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it is paid.
    pub expires_at: DateTime<Utc>,
    /// Its addresses, the first one first.
    pub addresses: Vec<String>,
    /// Number of the image that it was made of.
    pub os_image: i64,
    /// When it was last switched on; `None` is never.
    pub powered_on_at: Option<DateTime<Utc>>,
    /// When it was switched off after that.
    pub powered_off_at: Option<DateTime<Utc>>,
    /// The work under way.
    pub task: Option<String>,
    /// How every call on it fails, in the demo.
    pub fault: Option<String>,
}

/// A volume attached to a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its identifier, a UUID.
    pub id: String,
    /// The name given to it.
    pub name: String,
    /// In GiB.
    pub size: u32,
    /// Whether the server starts from it.
    pub is_bootable: bool,
}

/// Work to begin on a server, and what it leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What is being done, in Nova's words.
    pub word: &'static str,
    /// When it will be done.
    pub ends_at: DateTime<Utc>,
    /// The status meanwhile; `None` leaves the present one.
    pub status_meanwhile: Option<&'static str>,
    /// The status afterwards; `None` leaves the present one.
    pub status_afterwards: Option<&'static str>,
    /// The name afterwards.
    pub new_name: Option<String>,
    /// The image from now on.
    pub new_image: Option<i64>,
    /// When the machine is switched on by it.
    pub powers_on_at: Option<DateTime<Utc>>,
    /// When the machine is switched off by it.
    pub powers_off_at: Option<DateTime<Utc>>,
}

/// The columns of a server with its addresses as one text; for [`server`].
pub(super) const SELECT: &str = "SELECT servers.*, (SELECT group_concat(address, ' ') FROM \
    (SELECT address FROM server_addresses WHERE server_id = servers.id ORDER BY position)) AS addresses FROM servers";

pub(super) fn server(row: &Row<'_>) -> rusqlite::Result<Server> {
    let addresses: Option<String> = row.get("addresses")?;
    let optional_time = |column| -> rusqlite::Result<_> {
        Ok(row.get::<_, Option<Time>>(column)?.map(|time| time.0))
    };
    Ok(Server {
        id: row.get("id")?,
        name: row.get("name")?,
        status: row.get("status")?,
        region: row.get("region")?,
        created_at: row.get::<_, Time>("created_at")?.0,
        expires_at: row.get::<_, Time>("expires_at")?.0,
        addresses: addresses
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        os_image: row.get("os_image")?,
        powered_on_at: optional_time("powered_on_at")?,
        powered_off_at: optional_time("powered_off_at")?,
        task: row.get("task")?,
        fault: row.get("fault")?,
    })
}

/// The server with this identifier, whoever's it is.
pub fn find(connection: &Connection, id: &str) -> rusqlite::Result<Option<Server>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
        .query_row([id], server)
        .optional()
}

/// The server with this identifier, if it belongs to this project.
pub fn find_in_project(
    connection: &Connection,
    project_id: &str,
    id: &str,
) -> rusqlite::Result<Option<Server>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE id = ?1 AND project_id = ?2"))?
        .query_row([id, project_id], server)
        .optional()
}

/// The volumes of a server, in order.
pub fn volumes(connection: &Connection, server_id: &str) -> rusqlite::Result<Vec<Volume>> {
    connection
        .prepare_cached(
            "SELECT id, name, size, bootable FROM volumes WHERE server_id = ?1 ORDER BY position",
        )?
        .query_map([server_id], |row| {
            Ok(Volume {
                id: row.get(0)?,
                name: row.get(1)?,
                size: row.get(2)?,
                is_bootable: row.get(3)?,
            })
        })?
        .collect()
}

/// Begins work on a server.
pub fn begin(connection: &Connection, id: &str, task: &Task) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE servers SET task = ?2, task_ends_at = ?3, status = coalesce(?4, status), task_status = ?5, \
             task_name = ?6, os_image = coalesce(?7, os_image), powered_on_at = coalesce(?8, powered_on_at), \
             powered_off_at = CASE WHEN ?8 IS NULL THEN coalesce(?9, powered_off_at) ELSE NULL END WHERE id = ?1",
        )?
        .execute(params![
            id,
            task.word,
            Time(task.ends_at),
            task.status_meanwhile,
            task.status_afterwards,
            task.new_name,
            task.new_image,
            task.powers_on_at.map(Time),
            task.powers_off_at.map(Time),
        ])?;
    Ok(())
}

/// Whether the time of some work is over, so that [`finish_due`] has something to do.
pub fn is_any_due(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM servers WHERE task_ends_at <= ?1)")?
        .query_row([Time(now)], |row| row.get(0))
}

/// Ends all work whose time is over. Work needs nobody to watch it, so it ends rightly after a restart too.
pub fn finish_due(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let mut due =
        connection.prepare_cached("SELECT id, task_name FROM servers WHERE task_ends_at <= ?1")?;
    let due: Vec<(String, Option<String>)> = due
        .query_map([Time(now)], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, new_name) in due {
        let folded = new_name.as_deref().map(fold);
        connection
            .prepare_cached(
                "UPDATE servers SET status = coalesce(task_status, status), name = coalesce(?2, name), \
                 name_folded = coalesce(?3, name_folded), task = NULL, task_ends_at = NULL, task_status = NULL, \
                 task_name = NULL WHERE id = ?1",
            )?
            .execute(params![id, new_name, folded])?;
    }
    Ok(())
}

/// A text in the form in which texts are compared without case.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
