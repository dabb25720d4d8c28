//! Builds each request, sends it, and reads the answer.

use std::sync::Arc;

use serde::Serialize;

use super::error::{ApiError, failure_of};
use super::path::Path;
use super::secret::Secret;
use super::transport::{Method, Request, Response, TIMEOUT, Transport};
use crate::json::Json;

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
        let (json, unreadable) = self.exchange(method, path, body).await?;
        json.as_ref().and_then(decode).ok_or(unreadable)
    }

    /// Sends a request; gives the body of a 2xx answer that tells of no failure, where it is JSON, and the error that the
    /// answer is where nothing can be made of that.
    pub(super) async fn exchange(
        &self,
        method: Method,
        path: Path,
        body: Option<String>,
    ) -> Result<(Option<Json>, ApiError), ApiError> {
        let request = self.request(method, &path, body)?;
        let mut response = self.transport.send(request).await?;
        response.request_id = response.request_id.filter(|id| self.may_be_shown(id));
        read(response)
    }

    /// Whether a person may be shown what the service calls an exchange, to tell it to others: it is short and plain, and
    /// nothing of the token. A service may send back whatever it was sent.
    fn may_be_shown(&self, id: &str) -> bool {
        const MAX_BYTES: usize = 64;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:=/+".contains(&byte);
        let is_secret = |token: &Secret| id.contains(token.reveal());
        (1..=MAX_BYTES).contains(&id.len())
            && id.bytes().all(is_plain)
            && !self.token.as_ref().is_some_and(is_secret)
    }

    fn request(
        &self,
        method: Method,
        path: &Path,
        body: Option<String>,
    ) -> Result<Request, ApiError> {
        let path = path.as_str().ok_or_else(ApiError::no_such_address)?;
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

fn read(response: Response) -> Result<(Option<Json>, ApiError), ApiError> {
    let json = Json::parse(&response.body);
    match failure_of(&response, json.as_ref()) {
        Some(failure) => Err(failure),
        None => Ok((json, ApiError::unreadable(response))),
    }
}

/// The text of a request's body.
pub(super) fn json_body<Body: Serialize>(body: &Body) -> Option<String> {
    // Bodies are flat structures of text and numbers, which always serialise.
    serde_json::to_string(body).ok()
}

/// The words of an answer `{"message": str}`.
pub(super) fn message(json: &Json) -> Option<String> {
    json.is_object().then(|| json.text("message"))
}
