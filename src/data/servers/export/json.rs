//! Servers as JSON.

use serde::Serialize;

use super::time;
use crate::api::server::Server;

/// A server in the fields of the contract (Servers).
#[derive(Serialize)]
struct Exported<'a> {
    instance_id: &'a str,
    status: &'a str,
    addresses: &'a str,
    name: &'a str,
    created: Option<String>,
    expired: Option<String>,
    ip_addresses: &'a [String],
    region: &'a str,
}

/// The servers as a JSON array, each on a line of its own, in the fields of the contract (Servers).
#[must_use]
pub fn json(servers: &[Server]) -> String {
    let mut text = String::from("[");
    let mut before = "\n";
    for server in servers {
        text.push_str(before);
        // Flat structures of text always serialise.
        text.push_str(&serde_json::to_string(&exported(server)).unwrap_or_default());
        before = ",\n";
    }
    text.push_str("\n]\n");
    text
}

fn exported(server: &Server) -> Exported<'_> {
    Exported {
        instance_id: &server.instance_id,
        status: server.status.as_word(),
        addresses: &server.addresses,
        name: &server.name,
        created: time(server.created.as_ref()),
        expired: time(server.expired.as_ref()),
        ip_addresses: &server.ip_addresses,
        region: &server.region,
    }
}
