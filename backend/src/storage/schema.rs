//! The tables, and how an older file becomes a present one.

use rusqlite::Connection;

use super::StorageError;

/// One script for each version, in order; a script that was released is never changed.
const MIGRATIONS: [&str; 1] = [FIRST];

const FIRST: &str = "
CREATE TABLE users (
    id            INTEGER PRIMARY KEY,
    email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password_hash TEXT NOT NULL,
    first_name    TEXT,
    last_name     TEXT,
    gender        INTEGER,
    birthday      TEXT,
    phone_number  TEXT,
    address       TEXT,
    company       TEXT,
    date_joined   INTEGER NOT NULL,
    last_login    INTEGER
);

CREATE TABLE projects (
    id           TEXT PRIMARY KEY,
    user_id      INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    user_name    TEXT NOT NULL,
    is_available INTEGER NOT NULL
);
CREATE INDEX projects_of_a_user ON projects (user_id);

CREATE TABLE tokens (
    id           INTEGER PRIMARY KEY,
    hash         BLOB NOT NULL UNIQUE,
    key          TEXT NOT NULL,
    user_id      INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    project_id   TEXT NOT NULL REFERENCES projects ON DELETE CASCADE,
    is_session   INTEGER NOT NULL,
    name         TEXT NOT NULL,
    permissions  TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER,
    real_ip      TEXT NOT NULL,
    user_agent   TEXT NOT NULL
);
CREATE INDEX tokens_of_a_user ON tokens (user_id, created_at);

CREATE TABLE servers (
    id              TEXT PRIMARY KEY,
    project_id      TEXT NOT NULL REFERENCES projects ON DELETE CASCADE,
    name            TEXT NOT NULL,
    -- The name in lower case: SQLite folds ASCII alone.
    name_folded     TEXT NOT NULL,
    status          TEXT NOT NULL,
    region          TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    expires_at      INTEGER NOT NULL,
    os_image        INTEGER NOT NULL,
    powered_on_at   INTEGER,
    powered_off_at  INTEGER,
    -- Work under way; the status and the name that it leaves behind.
    task            TEXT,
    task_ends_at    INTEGER,
    task_status     TEXT,
    task_name       TEXT,
    -- Only the demo sets this: how every call on this server fails.
    fault           TEXT
);
CREATE INDEX servers_in_order ON servers (project_id, created_at DESC, id);
CREATE INDEX servers_at_work ON servers (task_ends_at) WHERE task_ends_at IS NOT NULL;

CREATE TABLE server_addresses (
    server_id TEXT NOT NULL REFERENCES servers ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    address   TEXT NOT NULL,
    PRIMARY KEY (server_id, position)
) WITHOUT ROWID;

CREATE TABLE volumes (
    id        TEXT PRIMARY KEY,
    server_id TEXT NOT NULL REFERENCES servers ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    size      INTEGER NOT NULL,
    bootable  INTEGER NOT NULL
);
CREATE INDEX volumes_of_a_server ON volumes (server_id, position);

CREATE TABLE action_log (
    id         INTEGER PRIMARY KEY,
    server_id  TEXT NOT NULL REFERENCES servers ON DELETE CASCADE,
    user_email TEXT NOT NULL,
    project_id TEXT NOT NULL,
    action     TEXT NOT NULL,
    message    TEXT NOT NULL,
    start_time INTEGER NOT NULL
);
CREATE INDEX actions_of_a_server ON action_log (server_id, start_time);

CREATE TABLE console_links (
    hash       BLOB PRIMARY KEY,
    server_id  TEXT NOT NULL REFERENCES servers ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
";

/// Brings the schema to the present version, each step in a transaction of its own.
pub fn migrate(connection: &mut Connection) -> Result<(), StorageError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let applied = usize::try_from(found)
        .ok()
        .filter(|applied| *applied <= MIGRATIONS.len())
        .ok_or(StorageError::NewerSchema(found))?;
    for (version, script) in (1_i64..).zip(MIGRATIONS).skip(applied) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(script)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_gets_every_table_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        migrate(&mut connection).unwrap();
        let version: usize = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, MIGRATIONS.len());
    }

    #[test]
    fn a_file_of_a_newer_version_is_left_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(
            migrate(&mut connection),
            Err(StorageError::NewerSchema(99))
        ));
    }
}
