//! Beginning and ending a session.

use leptos::task::spawn_local;

use super::service;
use crate::api::auth::NewToken;
use crate::api::transport::TransportError;
use crate::api::{ApiError, Client, ErrorKind, Secret};
use crate::session::{self, Ending, Session};

/// Signs in with e-mail and password.
///
/// # Errors
/// What the service answers; the fields of an invalid sign-in are `email`, `password`, `expired` and `project_id`.
pub async fn with_password(wanted: NewToken) -> Result<(), ApiError> {
    let client = service::anonymous().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let token = client.create_token(&wanted).await?;
    begin(Session {
        token,
        email: wanted.email,
    });
    Ok(())
}

/// Signs in with a token that the person already has, once the service has accepted it.
///
/// # Errors
/// *Unauthorised* when the service does not accept the token, else what went wrong on the way.
pub async fn with_token(token: Secret) -> Result<(), ApiError> {
    let client = service::anonymous().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let email = owner(&client.with_token(Some(token.clone()))).await?;
    begin(Session { token, email });
    Ok(())
}

/// Signs out: at once on this side and in every other tab, and at the service as soon as it answers.
pub fn sign_out() {
    let client = service::client();
    service::forget_everything();
    session::end(Ending::SignedOut);
    spawn_local(async move {
        if let Some(client) = client {
            // The token is forgotten here either way, and nobody is left to tell.
            let _ = client.delete_token().await;
        }
    });
}

/// Follows sign-ins and sign-outs in other tabs until the page is closed.
pub fn follow_other_tabs() {
    session::follow_other_tabs(service::forget_everything);
}

fn begin(session: Session) {
    service::forget_everything();
    session::begin(session);
}

/// Whose token it is. Each service has one of the two calls that say so (contract, Authentication and Account).
async fn owner(client: &Client) -> Result<String, ApiError> {
    match client.current_token().await {
        Ok(token) => Ok(token.owner),
        Err(error) if error.kind == ErrorKind::NotFound => {
            client.account().await.map(|answer| answer.account.email)
        }
        Err(error) => Err(error),
    }
}
