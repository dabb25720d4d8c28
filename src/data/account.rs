//! Who is signed in, and what belongs to them.

use chrono::{DateTime, FixedOffset};
use futures::future::{FutureExt, LocalBoxFuture};

use super::optional::if_known;
use super::query::Query;
use super::{permissions, service};
use crate::api::account::AccountAndToken;
use crate::api::auth::CurrentToken;
use crate::api::transport::TransportError;
use crate::api::user::{PasswordChange, Profile, ProfileUpdate, Project};
use crate::api::{ApiError, Client};
use crate::session;

/// The token in use, as far as the service tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TokenQuery;

/// What the two calls that know the token say of it. A service may have either.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenFacts {
    /// The answer of `GET /auth/tokens`.
    pub current: Option<CurrentToken>,
    /// The answer of `GET /account/me/`.
    pub account: Option<AccountAndToken>,
}

impl TokenFacts {
    /// When the token was made.
    #[must_use]
    pub fn created(&self) -> Option<DateTime<FixedOffset>> {
        let account = self.account.as_ref();
        let account = account.and_then(|answer| answer.token.created_at);
        account.or_else(|| self.current.as_ref()?.created)
    }

    /// For how many hours the token was made, 1 at least.
    #[must_use]
    pub fn hours(&self) -> Option<u32> {
        let life = self.end()?.signed_duration_since(self.created()?);
        let hours = life.num_seconds().saturating_add(3_599) / 3_600;
        u32::try_from(hours.max(1)).ok()
    }

    /// Whether the token is one to keep, whose end is worth a warning days before: the person has given it, or it was
    /// made for more than a week. A session of hours would be warned of from its first minute on. Subscribes.
    #[must_use]
    pub fn lasts(&self) -> bool {
        const WEEK: u32 = 7 * 24;
        let given = session::current().is_some_and(|session| session.given);
        given || self.hours().is_none_or(|hours| hours > WEEK)
    }

    /// The project that the token works in.
    #[must_use]
    pub fn project(&self) -> Option<String> {
        let project = &self.current.as_ref()?.project_id;
        (!project.is_empty()).then(|| project.clone())
    }

    /// When the token ends; `None` when it never does, or nobody says (contract, Account).
    #[must_use]
    pub fn end(&self) -> Option<DateTime<FixedOffset>> {
        let account = self.account.as_ref();
        let account = account.and_then(|answer| answer.token.expires_at);
        account.or_else(|| self.current.as_ref()?.expired)
    }
}

impl Query for TokenQuery {
    type Answer = TokenFacts;

    fn key(&self) -> String {
        "token".to_owned()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<TokenFacts, ApiError>> {
        async move {
            let (current, account) =
                futures::future::join(client.current_token(), client.account()).await;
            let facts = TokenFacts {
                current: if_known(current)?,
                account: if_known(account)?,
            };
            let told = facts.account.as_ref();
            permissions::learn(told.map(|answer| answer.token.permissions.clone()));
            Ok(facts)
        }
        .boxed_local()
    }
}

/// The profile of the person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ProfileQuery;

impl Query for ProfileQuery {
    type Answer = Profile;

    fn key(&self) -> String {
        "profile".to_owned()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Profile, ApiError>> {
        async move { client.profile().await }.boxed_local()
    }
}

/// The projects of the account.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ProjectsQuery;

impl Query for ProjectsQuery {
    type Answer = Vec<Project>;

    fn key(&self) -> String {
        "projects".to_owned()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Vec<Project>, ApiError>> {
        async move { client.projects().await }.boxed_local()
    }
}

/// Changes what the person has changed of their own data.
///
/// # Errors
/// Why the service did not accept it; what is refused stands under its field.
pub async fn update_profile(update: ProfileUpdate) -> Result<(), ApiError> {
    let client = service::client().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let answer = client.update_profile(&update).await;
    service::judged(&client, answer).await
}

/// Changes the person's password.
///
/// # Errors
/// Why the service did not accept it; what is refused stands under its field.
pub async fn change_password(change: PasswordChange) -> Result<(), ApiError> {
    let client = service::client().ok_or_else(|| ApiError::from(TransportError::Network))?;
    let answer = client.change_password(&change).await;
    service::judged(&client, answer).await
}
