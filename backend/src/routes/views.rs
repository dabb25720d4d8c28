//! How kept things are written in answers.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::conventions::account_offset;
use crate::storage::servers::Server;

/// `{"message": …}`.
#[derive(Debug, Serialize)]
pub struct Message {
    /// A sentence for people.
    pub message: String,
}

impl Message {
    /// A message of this sentence.
    pub fn new(sentence: &str) -> Self {
        Self {
            message: sentence.to_owned(),
        }
    }
}

/// A server as the contract shows it.
#[derive(Debug, Serialize)]
pub struct ServerView {
    instance_id: String,
    status: String,
    addresses: String,
    name: String,
    created: String,
    expired: String,
    ip_addresses: Vec<String>,
    region: String,
}

impl From<Server> for ServerView {
    fn from(server: Server) -> Self {
        Self {
            addresses: described(&server.addresses),
            created: in_utc(server.created_at),
            expired: in_utc(server.expires_at),
            instance_id: server.id,
            status: server.status,
            name: server.name,
            ip_addresses: server.addresses,
            region: server.region,
        }
    }
}

/// The addresses as OpenStack's command line writes them; clients take this for opaque text (contract, Servers).
fn described(addresses: &[String]) -> String {
    if addresses.is_empty() {
        String::new()
    } else {
        format!("public={}", addresses.join(", "))
    }
}

/// A time of a server: UTC, with `Z`.
pub fn in_utc(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A time of an account or a session: in the account's offset.
pub fn in_account_offset(time: DateTime<Utc>) -> String {
    time.with_timezone(&account_offset())
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}
