//! Tokens: sessions made by signing in, and named ones made for programs. Only hashes are kept.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::times::Time;
use crate::token::{self, SecretHash};

/// A token as it is kept, with the account it belongs to.
#[derive(Debug, Clone)]
pub struct Token {
    /// Number of the row.
    pub id: i64,
    /// The public key that names it.
    pub key: String,
    /// The account.
    pub user_id: i64,
    /// The account's e-mail address.
    pub email: String,
    /// The project whose servers it reaches.
    pub project_id: String,
    /// The name given to it.
    pub name: String,
    /// What it may do, as `resource:action`.
    pub permissions: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends; `None` is never.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was last used, exact to a minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// The address that asked for it.
    pub real_ip: String,
    /// What the browser that asked for it said about itself.
    pub user_agent: String,
}

impl Token {
    /// Whether its time has passed.
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}

/// A new token.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What is kept of the secret.
    pub hash: SecretHash,
    /// The account.
    pub user_id: i64,
    /// The project whose servers it reaches.
    pub project_id: String,
    /// Whether it was made by signing in.
    pub is_session: bool,
    /// The name given to it.
    pub name: String,
    /// What it may do, as `resource:action`.
    pub permissions: Vec<String>,
    /// When it is made.
    pub created_at: DateTime<Utc>,
    /// When it ends; `None` is never.
    pub expires_at: Option<DateTime<Utc>>,
    /// The address that asked for it.
    pub real_ip: String,
    /// What the browser that asked for it said about itself.
    pub user_agent: String,
}

/// Permissions share a column, parted by this.
const SEPARATOR: char = ',';

const SELECT: &str =
    "SELECT tokens.*, users.email FROM tokens JOIN users ON users.id = tokens.user_id";

fn token(row: &Row<'_>) -> rusqlite::Result<Token> {
    let permissions: String = row.get("permissions")?;
    let optional_time = |column| -> rusqlite::Result<_> {
        Ok(row.get::<_, Option<Time>>(column)?.map(|time| time.0))
    };
    Ok(Token {
        id: row.get("id")?,
        key: row.get("key")?,
        user_id: row.get("user_id")?,
        email: row.get("email")?,
        project_id: row.get("project_id")?,
        name: row.get("name")?,
        permissions: permissions.split(SEPARATOR).map(str::to_owned).collect(),
        created_at: row.get::<_, Time>("created_at")?.0,
        expires_at: optional_time("expires_at")?,
        last_used_at: optional_time("last_used_at")?,
        real_ip: row.get("real_ip")?,
        user_agent: row.get("user_agent")?,
    })
}

/// The token with this hash, expired or not.
pub fn find(connection: &Connection, hash: &SecretHash) -> rusqlite::Result<Option<Token>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE hash = ?1"))?
        .query_row([hash.as_slice()], token)
        .optional()
}

/// Keeps a new token.
pub fn insert(connection: &Connection, new: &NewToken) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO tokens (hash, key, user_id, project_id, is_session, name, permissions, created_at, expires_at, \
             real_ip, user_agent) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            new.hash.as_slice(),
            token::key(&new.hash),
            new.user_id,
            new.project_id,
            new.is_session,
            new.name,
            new.permissions.join(&SEPARATOR.to_string()),
            Time(new.created_at),
            new.expires_at.map(Time),
            new.real_ip,
            new.user_agent,
        ])?;
    Ok(())
}

/// Notes that a token was used.
pub fn touch(connection: &Connection, id: i64, time: DateTime<Utc>) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE tokens SET last_used_at = ?2 WHERE id = ?1",
        params![id, Time(time)],
    )?;
    Ok(())
}

/// How many tokens of an account are active.
pub fn count(connection: &Connection, user_id: i64, now: DateTime<Utc>) -> rusqlite::Result<u64> {
    connection.query_row(
        "SELECT count(*) FROM tokens WHERE user_id = ?1 AND (expires_at IS NULL OR expires_at > ?2)",
        params![user_id, Time(now)],
        |row| row.get(0),
    )
}

/// Some of the active tokens of an account, the newest first.
pub fn page(
    connection: &Connection,
    user_id: i64,
    now: DateTime<Utc>,
    offset: u64,
    limit: u64,
) -> rusqlite::Result<Vec<Token>> {
    connection
        .prepare_cached(&format!(
            "{SELECT} WHERE user_id = ?1 AND (expires_at IS NULL OR expires_at > ?2) \
             ORDER BY created_at DESC, tokens.id DESC LIMIT ?3 OFFSET ?4"
        ))?
        .query_map(params![user_id, Time(now), limit, offset], token)?
        .collect()
}

/// Ends one token for good.
pub fn delete(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tokens WHERE id = ?1", [id])?;
    Ok(())
}

/// Ends the token of an account that has this public key, or this secret's hash; answers whether there was one.
pub fn delete_by_key(
    connection: &Connection,
    user_id: i64,
    key: &str,
    hash: &SecretHash,
) -> rusqlite::Result<bool> {
    let ended = connection.execute(
        "DELETE FROM tokens WHERE user_id = ?1 AND (key = ?2 OR hash = ?3)",
        params![user_id, key, hash.as_slice()],
    )?;
    Ok(ended > 0)
}

/// Ends the sessions of an account, all but one.
pub fn delete_other_sessions(
    connection: &Connection,
    user_id: i64,
    kept: i64,
) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM tokens WHERE user_id = ?1 AND is_session AND id <> ?2",
        [user_id, kept],
    )?;
    Ok(())
}

/// Ends every token of an account and answers how many there were.
pub fn delete_all_of(connection: &Connection, user_id: i64) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM tokens WHERE user_id = ?1", [user_id])
}

/// Ends every token of everyone and answers how many there were.
pub fn delete_all(connection: &Connection) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM tokens", [])
}

/// Forgets tokens whose time has passed.
pub fn delete_expired(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tokens WHERE expires_at <= ?1", [Time(now)])?;
    Ok(())
}
