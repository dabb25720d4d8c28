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
        project: wanted.project_id.unwrap_or_default(),
        given: false,
    });
    Ok(())
}

/// Signs in to another project of the same person; the token of the one before is ended.
///
/// # Errors
/// What the service answers; the fields are those of [`with_password`].
pub async fn switch(wanted: NewToken) -> Result<(), ApiError> {
    let old = service::client();
    with_password(wanted).await?;
    end_quietly(old).await;
    Ok(())
}

/// Signs in once more, to go on with a new token where the old one ends soon. All that is on the page stays.
///
/// # Errors
/// What the service answers; the fields are those of [`with_password`].
pub async fn renew(wanted: NewToken) -> Result<(), ApiError> {
    let client = service::anonymous().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let old = service::client();
    let token = client.create_token(&wanted).await?;
    session::renew(token);
    end_quietly(old).await;
    Ok(())
}

/// Ends the token of `client` at the service. It is forgotten here either way, and nobody waits for the answer.
async fn end_quietly(client: Option<Client>) {
    if let Some(client) = client {
        let _ = client.delete_token().await;
    }
}

/// Signs in with a token that the person already has, once the service has accepted it.
///
/// # Errors
/// *Unauthorised* when the service does not accept the token, else what went wrong on the way.
pub async fn with_token(token: Secret) -> Result<(), ApiError> {
    let client = service::anonymous().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let email = owner(&client.with_token(Some(token.clone()))).await?;
    begin(Session {
        token,
        email,
        project: String::new(),
        given: true,
    });
    Ok(())
}

/// Signs out: at once on this side and in every other tab, and at the service as soon as it answers.
pub fn sign_out() {
    let client = service::client();
    leave();
    spawn_local(end_quietly(client));
}

/// Signs out on this side alone: the service has ended the token already.
pub fn leave() {
    service::forget_session();
    session::end(Ending::SignedOut);
}

/// Follows sign-ins and sign-outs in other tabs until the page is closed.
pub fn follow_other_tabs() {
    session::follow_other_tabs(service::forget_session);
}

fn begin(session: Session) {
    service::forget_session();
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
