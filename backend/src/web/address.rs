//! Where a request came from and how it reached us.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, OriginalUri};
use axum::http::header::{HOST, USER_AGENT};
use axum::http::request::Parts;

use crate::conventions::MAXIMUM_USER_AGENT;
use crate::server::App;

/// The address that a request was sent to, as its sender knows it.
#[derive(Debug, Clone)]
pub struct RequestAddress {
    /// Scheme and host, such as `https://portal.example.com`.
    pub origin: String,
    /// The path, with its leading slash.
    pub path: String,
    /// The query as it was written, without the question mark.
    pub query: Option<String>,
}

impl FromRequestParts<App> for RequestAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |original| &original.0);
        Ok(Self {
            origin: app
                .settings
                .public_url
                .clone()
                .unwrap_or_else(|| origin(parts, app.settings.is_behind_proxy)),
            path: uri.path().to_owned(),
            query: uri.query().map(str::to_owned),
        })
    }
}

fn origin(parts: &Parts, is_behind_proxy: bool) -> String {
    let is_secure = is_behind_proxy
        && parts
            .headers
            .get("x-forwarded-proto")
            .is_some_and(|scheme| scheme == "https");
    let scheme = if is_secure { "https" } else { "http" };
    let host = parts
        .headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .filter(|host| is_host(host))
        .unwrap_or("localhost");
    format!("{scheme}://{host}")
}

/// Whether `text` can be a host with a port, so that nothing else is written into answers.
fn is_host(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".-:[]_".contains(c))
}

/// Who sent a request, as far as the network tells.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The address, or the unspecified one when it is not known.
    pub address: IpAddr,
    /// What the browser says about itself; may be empty.
    pub user_agent: String,
}

impl FromRequestParts<App> for Sender {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let forwarded = app
            .settings
            .is_behind_proxy
            .then(|| forwarded_for(parts))
            .flatten();
        let connected = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip());
        let user_agent = parts
            .headers
            .get(USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Ok(Self {
            address: forwarded
                .or(connected)
                .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
            user_agent: user_agent.chars().take(MAXIMUM_USER_AGENT).collect(),
        })
    }
}

/// The last address of `X-Forwarded-For`: the one that our own proxy saw. Those before it anyone can write.
fn forwarded_for(parts: &Parts) -> Option<IpAddr> {
    let value = parts
        .headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()?;
    value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}
