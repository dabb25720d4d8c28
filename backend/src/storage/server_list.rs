//! The list of a project's servers: filtered, counted, one page at a time.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::servers::{SELECT, Server, fold, server};

/// What to look for; `None` looks for nothing (contract, `GET /server/`).
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Part of an identifier.
    pub id: Option<String>,
    /// Part of an address.
    pub ip: Option<String>,
    /// Part of a name.
    pub name: Option<String>,
    /// A status.
    pub status: Option<String>,
    /// Start of the end of the paid time, `YYYY-MM-DD`.
    pub expired: Option<String>,
    /// Start of the time of making, `YYYY-MM-DD`.
    pub created: Option<String>,
}

/// One condition for each filter; `?` is what is looked for.
const ID: &str = "instr(servers.id, ?) > 0";
const IP: &str = "EXISTS (SELECT 1 FROM server_addresses WHERE server_id = servers.id AND instr(address, ?) > 0)";
const NAME: &str = "instr(name_folded, ?) > 0";
const STATUS: &str = "status = ?";
const EXPIRED: &str =
    "instr(strftime('%Y-%m-%dT%H:%M:%SZ', expires_at / 1000, 'unixepoch'), ?) = 1";
const CREATED: &str =
    "instr(strftime('%Y-%m-%dT%H:%M:%SZ', created_at / 1000, 'unixepoch'), ?) = 1";

/// A `WHERE` clause and its values.
struct Selection {
    clause: String,
    values: Vec<Value>,
}

fn selection(project_id: &str, filter: &Filter) -> Selection {
    let mut clause = "WHERE project_id = ?".to_owned();
    let mut values = vec![Value::from(project_id.to_owned())];
    let conditions = [
        (ID, filter.id.as_deref().map(fold)),
        (IP, filter.ip.as_deref().map(fold)),
        (NAME, filter.name.as_deref().map(fold)),
        (STATUS, filter.status.as_deref().map(str::to_uppercase)),
        (EXPIRED, filter.expired.clone()),
        (CREATED, filter.created.clone()),
    ];
    for (condition, wanted) in conditions {
        if let Some(wanted) = wanted {
            clause.push_str(" AND ");
            clause.push_str(condition);
            values.push(Value::from(wanted));
        }
    }
    Selection { clause, values }
}

/// How many servers of the project fit the filter.
pub fn count(connection: &Connection, project_id: &str, filter: &Filter) -> rusqlite::Result<u64> {
    let Selection { clause, values } = selection(project_id, filter);
    connection
        .prepare_cached(&format!("SELECT count(*) FROM servers {clause}"))?
        .query_row(params_from_iter(values), |row| row.get(0))
}

/// Some of the servers that fit the filter, the newest first.
pub fn page(
    connection: &Connection,
    project_id: &str,
    filter: &Filter,
    offset: u64,
    limit: u64,
) -> rusqlite::Result<Vec<Server>> {
    let Selection { clause, mut values } = selection(project_id, filter);
    for number in [limit, offset] {
        values.push(Value::from(i64::try_from(number).unwrap_or(i64::MAX)));
    }
    connection
        .prepare_cached(&format!(
            "{SELECT} {clause} ORDER BY created_at DESC, id LIMIT ? OFFSET ?"
        ))?
        .query_map(params_from_iter(values), server)?
        .collect()
}
