//! Builds each request, sends it, and reads the answer.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::error::{ApiError, failure_of};
use super::secret::Secret;
use super::transport::{Method, Request, Response, TIMEOUT, Transport};
use crate::json::Json;

/// What RFC 3986 leaves unreserved (section 2.3) stays as it is in a path segment or a query value; all else is encoded.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// One service, and who asks it. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    transport: Arc<dyn Transport>,
    base: Arc<str>,
    scheme: Arc<str>,
    token: Option<Secret>,
}

impl Client {
    /// A client of the service at `base`, such as `/api/v1` or `https://portal.example/api/v1`, without a token.
    ///
    /// `scheme` is the word before the token in the `Authorization` header: a setting of the deployment (contract, Authentication).
    pub fn new(transport: Arc<dyn Transport>, base: &str, scheme: &str) -> Self {
        Self {
            transport,
            base: base.trim_end_matches('/').into(),
            scheme: scheme.into(),
            token: None,
        }
    }

    /// The same client, asking with `token`.
    #[must_use]
    pub fn with_token(&self, token: Option<Secret>) -> Self {
        Self {
            token,
            ..self.clone()
        }
    }

    /// Whether it asks with `token`.
    #[must_use]
    pub fn uses_token(&self, token: Option<&Secret>) -> bool {
        self.token.as_ref() == token
    }

    /// Sends a request and decodes the JSON of a 2xx answer with `decode`.
    ///
    /// # Errors
    /// The one [`ApiError`] that the failure is; [`ErrorKind::Unreadable`](super::ErrorKind::Unreadable) when the answer is not JSON
    /// or `decode` finds nothing of its own in it.
    pub(super) async fn call<Answer>(
        &self,
        method: Method,
        path: Path,
        body: Option<String>,
        decode: fn(&Json) -> Option<Answer>,
    ) -> Result<Answer, ApiError> {
        let (status, json) = self.exchange(method, path, body).await?;
        json.as_ref()
            .and_then(decode)
            .ok_or_else(|| ApiError::unreadable(status))
    }

    /// Sends a request; gives the status and, where it is JSON, the body of a 2xx answer that tells of no failure.
    pub(super) async fn exchange(
        &self,
        method: Method,
        path: Path,
        body: Option<String>,
    ) -> Result<(u16, Option<Json>), ApiError> {
        let request = self.request(method, &path, body)?;
        let response = self.transport.send(request).await?;
        read(&response)
    }

    fn request(
        &self,
        method: Method,
        path: &Path,
        body: Option<String>,
    ) -> Result<Request, ApiError> {
        let path = path.0.as_deref().ok_or_else(ApiError::no_such_address)?;
        Ok(Request {
            method,
            url: [&self.base, path].concat(),
            authorization: self.authorization()?,
            body,
            timeout: TIMEOUT,
        })
    }

    /// The value of the `Authorization` header. VPS.org's tokens start with `vps_` and want `Bearer` (contract, Authentication).
    fn authorization(&self) -> Result<Option<String>, ApiError> {
        let Some(token) = self.token.as_ref().map(Secret::reveal) else {
            return Ok(None);
        };
        // Anyone may paste anything as a token, and a header holds only so much.
        if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ApiError::unusable_token());
        }
        let scheme = if token.starts_with("vps_") {
            "Bearer"
        } else {
            &self.scheme
        };
        Ok(Some([scheme, " ", token].concat()))
    }
}

fn read(response: &Response) -> Result<(u16, Option<Json>), ApiError> {
    let json = Json::parse(&response.body);
    match failure_of(response, json.as_ref()) {
        Some(failure) => Err(failure),
        None => Ok((response.status, json)),
    }
}

/// The text of a request's body.
pub(super) fn json_body<Body: Serialize>(body: &Body) -> Option<String> {
    // Bodies are flat structures of text and numbers, which always serialise.
    serde_json::to_string(body).ok()
}

/// The part of an address below the base of the service; nothing when it cannot be written.
pub(super) struct Path(Option<String>);

impl Path {
    /// A path that is the same in every call, such as `/server/`.
    pub(super) fn fixed(path: &'static str) -> Self {
        Self(Some(path.to_owned()))
    }

    /// `before`, one segment, `after`, such as `/server/{instance_id}/start/`.
    ///
    /// No path can say `.`, `..` or nothing in a segment: browsers resolve the first two even when they are encoded, and would call
    /// another address. Nothing by such a name exists, so the call fails as *not found* without being sent.
    pub(super) fn with_segment(before: &str, segment: &str, after: &str) -> Self {
        if matches!(segment, "" | "." | "..") {
            return Self(None);
        }
        let mut path = before.to_owned();
        path.extend(utf8_percent_encode(segment, RESERVED));
        path.push_str(after);
        Self(Some(path))
    }

    /// Adds `?name=value&…`, leaving empty values out.
    pub(super) fn with_query(self, parameters: &[(&str, &str)]) -> Self {
        let Some(mut path) = self.0 else {
            return self;
        };
        let mut separator = '?';
        for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
            path.push(separator);
            path.push_str(name);
            path.push('=');
            path.extend(utf8_percent_encode(value, RESERVED));
            separator = '&';
        }
        Self(Some(path))
    }
}

/// The words of an answer `{"message": str}`.
pub(super) fn message(json: &Json) -> Option<String> {
    json.is_object().then(|| json.text("message"))
}

/// The rows of an array, each read with `decode`; those that are nothing of the kind are left out.
pub(super) fn rows<Row>(json: &Json, decode: fn(&Json) -> Option<Row>) -> Option<Vec<Row>> {
    json.as_list()
        .map(|elements| elements.iter().filter_map(decode).collect())
}
