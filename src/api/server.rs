//! Servers: the list, and one of them (contract, Servers).

use chrono::{DateTime, FixedOffset};

use super::client::Client;
use super::error::ApiError;
use super::page::Page;
use super::path::Path;
pub use super::server_status::Status;
use super::transport::Method;
use crate::json::Json;

/// A server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// What the service calls it by; never empty.
    pub instance_id: String,
    /// What it is doing.
    pub status: Status,
    /// Opaque text; show [`ip_addresses`](Self::ip_addresses) instead.
    pub addresses: String,
    /// What its owner calls it by.
    pub name: String,
    /// When it was made.
    pub created: Option<DateTime<FixedOffset>>,
    /// When its plan ends.
    pub expired: Option<DateTime<FixedOffset>>,
    /// Its addresses, IPv4 and IPv6, each once.
    pub ip_addresses: Vec<String>,
    /// Where it stands.
    pub region: String,
}

/// One page of the list.
pub type ServerPage = Page<Server>;

/// Which servers to list. An empty text asks nothing; how the others match is the contract's (Servers).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ServerQuery {
    /// The number of the page, from 1.
    pub page: Option<u32>,
    /// How many servers a page has, at most 100.
    pub page_size: Option<u32>,
    /// A part of the instance id.
    pub id: String,
    /// A part of an address.
    pub ip: String,
    /// A part of the name.
    pub name: String,
    /// The status.
    pub status: Option<Status>,
    /// The day on which the plan ends, `YYYY-MM-DD`.
    pub expired: String,
    /// The day on which the server was made, `YYYY-MM-DD`.
    pub created: String,
}

impl Client {
    /// `GET /server/`: one page of the servers that `query` asks for.
    ///
    /// # Errors
    /// [`ApiError`]; a page past the end is not found.
    pub async fn list_servers(&self, query: &ServerQuery) -> Result<ServerPage, ApiError> {
        self.call(Method::Get, query.path(), None, |json| {
            Page::decode(json, Server::decode)
        })
        .await
    }

    /// `GET /server/{instance_id}/`: one server.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn server(&self, instance_id: &str) -> Result<Server, ApiError> {
        let path = server_path(instance_id, "/");
        self.call(Method::Get, path, None, Server::decode).await
    }
}

/// `/server/{instance_id}` and what follows it.
pub(super) fn server_path(instance_id: &str, after: &str) -> Path {
    Path::with_segment("/server/", instance_id, after)
}

impl ServerQuery {
    fn path(&self) -> Path {
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let page = number(self.page).unwrap_or_default();
        let page_size = number(self.page_size).unwrap_or_default();
        Path::fixed("/server/").with_query(&[
            ("page", &page),
            ("page_size", &page_size),
            ("server_id", &self.id),
            ("server_ip", &self.ip),
            ("server_name", &self.name),
            (
                "server_status",
                self.status.as_ref().map_or("", Status::as_word),
            ),
            ("server_expired", &self.expired),
            ("server_created", &self.created),
        ])
    }
}

#[cfg(test)]
impl Server {
    /// A running server of which no more is known, for tests to tell the rest of.
    pub(crate) fn bare(instance_id: &str) -> Self {
        Self {
            instance_id: instance_id.to_owned(),
            status: Status::Active,
            addresses: String::new(),
            name: String::new(),
            created: None,
            expired: None,
            ip_addresses: Vec::new(),
            region: String::new(),
        }
    }
}

impl Server {
    fn decode(json: &Json) -> Option<Self> {
        let instance_id = json.text("instance_id");
        if instance_id.is_empty() {
            return None;
        }
        let mut ip_addresses = Vec::new();
        for address in json.texts("ip_addresses") {
            if !ip_addresses.contains(&address) {
                ip_addresses.push(address);
            }
        }
        Some(Self {
            instance_id,
            status: Status::from_word(&json.text("status")),
            addresses: json.text("addresses"),
            name: json.text("name"),
            created: json.time("created"),
            expired: json.time("expired"),
            ip_addresses,
            region: json.text("region"),
        })
    }
}
