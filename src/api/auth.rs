//! Tokens: making one, looking at the one in use, ending it (contract, Authentication).

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::client::{Client, json_body};
use super::error::ApiError;
use super::path::Path;
use super::secret::Secret;
use super::transport::Method;
use crate::json::Json;

const PATH: &str = "/auth/tokens";

/// What `POST /auth/tokens` asks for. Without a debug form: it holds a password.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct NewToken {
    /// Who signs in.
    pub email: String,
    /// Their password.
    pub password: String,
    /// How long the token shall live, in hours, 1 or more; the service decides when it is left out.
    #[serde(rename = "expired", skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    /// The project to work in; needed only by those who own several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
}

/// The token in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentToken {
    /// The project that it works in.
    pub project_id: String,
    /// When it was made.
    pub created: Option<DateTime<FixedOffset>>,
    /// When it ends.
    pub expired: Option<DateTime<FixedOffset>>,
    /// The token itself, or what the service calls it by.
    pub key: Secret,
    /// The e-mail address of its owner.
    pub owner: String,
}

impl Client {
    /// `POST /auth/tokens`: signs in. Gives the token.
    ///
    /// # Errors
    /// [`ApiError`]; an answer without a token is unreadable.
    pub async fn create_token(&self, wanted: &NewToken) -> Result<Secret, ApiError> {
        let body = json_body(wanted);
        self.call(Method::Post, Path::fixed(PATH), body, created_token)
            .await
    }

    /// `GET /auth/tokens`: the token in use.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn current_token(&self) -> Result<CurrentToken, ApiError> {
        self.call(Method::Get, Path::fixed(PATH), None, CurrentToken::decode)
            .await
    }

    /// `DELETE /auth/tokens`: ends the token in use. Any 2xx is success, with a body or without.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn delete_token(&self) -> Result<(), ApiError> {
        self.exchange(Method::Delete, Path::fixed(PATH), None)
            .await
            .map(|_| ())
    }
}

fn created_token(json: &Json) -> Option<Secret> {
    let token = json.get("token").as_text()?;
    (!token.is_empty()).then(|| Secret::new(token))
}

impl CurrentToken {
    fn decode(json: &Json) -> Option<Self> {
        json.is_object().then(|| Self {
            project_id: json.text("project_id"),
            created: json.time("token_created"),
            expired: json.time("token_expired"),
            key: Secret::new(json.whole_text("token_key")),
            owner: json.text("user_owner"),
        })
    }
}
