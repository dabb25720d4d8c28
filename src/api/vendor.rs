//! cloud365's calls that its own reference leaves out (contract, Vendor calls). A service without them answers 404.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::client::{Client, json_body};
use super::error::ApiError;
use super::page::{Page, rows};
use super::path::Path;
use super::server::server_path;
use super::transport::Method;
use crate::json::Json;

/// Something that was done to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLogEntry {
    /// The server.
    pub instance_uuid: String,
    /// Who did it.
    pub user_id: String,
    /// When it began.
    pub start_time: Option<DateTime<FixedOffset>>,
    /// What was done; never empty.
    pub action: String,
    /// How it went.
    pub message: String,
    /// The project in which it was done.
    pub project_id: String,
}

/// A network card of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Port {
    /// What the service calls it by.
    pub port_id: String,
    /// Its hardware address.
    pub mac_address: String,
    /// Whether it faces the internet.
    pub is_public: bool,
    /// Its addresses.
    pub fixed_ips: Vec<FixedIp>,
}

/// An address of a network card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedIp {
    /// The network that it belongs to.
    pub subnet_id: String,
    /// The address; never empty.
    pub ip_address: String,
}

/// A token of the person, of which only a part is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedToken {
    /// The part that tells it from the others; never empty.
    pub short_key: String,
    /// The project that it works in.
    pub project_id: String,
    /// What the project's owner calls it by.
    pub project_name: String,
    /// When it was made.
    pub created: Option<DateTime<FixedOffset>>,
    /// When it ends.
    pub expired: Option<DateTime<FixedOffset>>,
    /// From where it was asked for.
    pub real_ip: String,
    /// With which browser.
    pub browser_user_agent: String,
}

#[derive(Serialize)]
struct TokenToRevoke<'a> {
    token_key: &'a str,
}

impl Client {
    /// `GET /server/{instance_id}/get_action_log/`: what was done to the server.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn server_action_log(
        &self,
        instance_id: &str,
    ) -> Result<Vec<ActionLogEntry>, ApiError> {
        let path = server_path(instance_id, "/get_action_log/");
        self.call(Method::Get, path, None, |json| {
            rows(json, ActionLogEntry::decode)
        })
        .await
    }

    /// `GET /server/{instance_id}/list_ip/`: the network cards of the server.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn server_ports(&self, instance_id: &str) -> Result<Vec<Port>, ApiError> {
        let path = server_path(instance_id, "/list_ip/");
        self.call(Method::Get, path, None, |json| rows(json, Port::decode))
            .await
    }

    /// `GET /token/`: a page of the person's tokens, from 1.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn list_tokens(&self, page: u32) -> Result<Page<IssuedToken>, ApiError> {
        let path = Path::fixed("/token/").with_query(&[("page", &page.to_string())]);
        self.call(Method::Get, path, None, |json| {
            Page::decode(json, IssuedToken::decode)
        })
        .await
    }

    /// `POST /token/revoke_token/`: ends one token. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn revoke_token(&self, token_key: &str) -> Result<String, ApiError> {
        let body = json_body(&TokenToRevoke { token_key });
        self.act(Path::fixed("/token/revoke_token/"), body).await
    }

    /// `POST /token/revoke_all_token/`: ends every token of the person. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn revoke_all_tokens(&self) -> Result<String, ApiError> {
        self.act(Path::fixed("/token/revoke_all_token/"), None)
            .await
    }
}

impl ActionLogEntry {
    fn decode(json: &Json) -> Option<Self> {
        let action = json.text("action");
        (!action.is_empty()).then(|| Self {
            instance_uuid: json.text("instance_uuid"),
            user_id: json.text("user_id"),
            start_time: json.time("start_time"),
            action,
            message: json.text("message"),
            project_id: json.text("project_id"),
        })
    }
}

impl Port {
    fn decode(json: &Json) -> Option<Self> {
        let fixed_ips = json.elements("fixed_ips");
        json.is_object().then(|| Self {
            port_id: json.text("port_id"),
            mac_address: json.text("mac_address"),
            is_public: json.get("is_public").as_boolean().unwrap_or(false),
            fixed_ips: fixed_ips.iter().filter_map(FixedIp::decode).collect(),
        })
    }
}

impl FixedIp {
    fn decode(json: &Json) -> Option<Self> {
        let ip_address = json.text("ip_address");
        (!ip_address.is_empty()).then(|| Self {
            subnet_id: json.text("subnet_id"),
            ip_address,
        })
    }
}

impl IssuedToken {
    fn decode(json: &Json) -> Option<Self> {
        let short_key = json.text("short_key");
        (!short_key.is_empty()).then(|| Self {
            short_key,
            project_id: json.text("project_id"),
            project_name: json.text("project_name"),
            created: json.time("created"),
            expired: json.time("expired"),
            real_ip: json.text("real_ip"),
            browser_user_agent: json.text("browser_user_agent"),
        })
    }
}
