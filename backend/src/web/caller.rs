//! Who makes a call: the token of its `Authorization` header.

use axum::extract::{FromRequestParts, Path};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use super::error::ApiError;
use crate::conventions::LAST_USED_PRECISION;
use crate::permissions::Permission;
use crate::server::App;
use crate::storage::tokens::{self, Token};
use crate::token;

const NOT_GIVEN: &str = "Authentication credentials were not provided.";
const NOT_VALID: &str = "Invalid token.";
const EXPIRED: &str = "The token has expired.";

/// The caller, by a token that counts.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The token in use.
    pub token: Token,
}

impl Caller {
    /// Fails unless the token may do this.
    pub fn require(&self, permission: Permission) -> Result<(), ApiError> {
        if permission.is_granted_by(&self.token.permissions) {
            Ok(())
        } else {
            Err(ApiError::Forbidden(permission))
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let secret = secret(parts).ok_or(ApiError::Unauthorised(NOT_GIVEN))?;
        let (hash, now) = (token::hash(secret), app.clock.now());
        let token = app
            .database
            .read(move |connection| tokens::find(connection, &hash).map_err(ApiError::from))
            .await?
            .ok_or(ApiError::Unauthorised(NOT_VALID))?;
        if token.is_expired(now) {
            return Err(ApiError::Unauthorised(EXPIRED));
        }
        note_use(app, &token);
        Ok(Self { token })
    }
}

/// The secret of a header with a scheme we know (contract, Authentication). Case does not matter in a scheme.
fn secret(parts: &Parts) -> Option<&str> {
    let header = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = header.trim().split_once(' ')?;
    let is_known = ["token", "bearer"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    is_known.then(|| secret.trim())
}

/// Notes when a token was used, for whoever looks at it later. The call does not wait for that, nor fail with it: when it
/// is not noted now (others write, the disk is full), it will be at one of the next calls.
fn note_use(app: &App, token: &Token) {
    let (id, now) = (token.id, app.clock.now());
    let is_noted = token
        .last_used_at
        .is_some_and(|last| now - last < LAST_USED_PRECISION);
    if !is_noted {
        app.database
            .write_if_idle(move |transaction| Ok(tokens::touch(transaction, id, now)?));
    }
}

/// A caller and the server that the path names; whether it is theirs is not known yet.
#[derive(Debug, Clone)]
pub struct CallOnServer {
    /// The caller.
    pub caller: Caller,
    /// What the path names.
    pub server_id: String,
}

impl FromRequestParts<App> for CallOnServer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let caller = Caller::from_request_parts(parts, app).await?;
        let Path(server_id) = Path::from_request_parts(parts, app)
            .await
            .map_err(|_| ApiError::NotFound)?;
        Ok(Self { caller, server_id })
    }
}
