//! Who is signed in, and what belongs to them.

use futures::future::{FutureExt, LocalBoxFuture};

use super::actions;
use super::optional::if_known;
use super::query::Query;
use crate::api::account::AccountAndToken;
use crate::api::auth::CurrentToken;
use crate::api::user::{Profile, Project};
use crate::api::{ApiError, Client};

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
            let permissions = facts.account.as_ref();
            actions::learn_permissions(permissions.map(|answer| answer.token.permissions.clone()));
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
