//! The other tokens of the person (contract, Vendor calls): optional, like the calls that tell them.

use futures::future::{FutureExt, LocalBoxFuture};
use futures::stream::{self, StreamExt};

use super::optional::if_known;
use super::query::Query;
use super::service;
use crate::api::transport::TransportError;
use crate::api::vendor::IssuedToken;
use crate::api::{ApiError, Client, ErrorKind};

/// How many pages of the list are asked for: nobody looks through more sessions than fit there.
const PAGES: u32 = 10;

/// The tokens of the person that are active; `None` where the service does not tell them, or not to this token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionsQuery;

impl Query for SessionsQuery {
    type Answer = Option<Vec<IssuedToken>>;

    fn key(&self) -> String {
        "sessions".to_owned()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Self::Answer, ApiError>> {
        async move {
            match all_pages(&client).await {
                // A token that may not ask for them has nothing to do here.
                Err(error) if error.kind == ErrorKind::Forbidden => Ok(None),
                answer => if_known(answer),
            }
        }
        .boxed_local()
    }
}

async fn all_pages(client: &Client) -> Result<Vec<IssuedToken>, ApiError> {
    let mut tokens = Vec::new();
    for number in 1..=PAGES {
        let page = client.list_tokens(number).await?;
        tokens.extend(page.results);
        if page.next_page.is_none() {
            break;
        }
    }
    Ok(tokens)
}

/// Ends the tokens of these keys, some at a time; tells of each, in no order, why the service did not end it.
pub async fn end_each(keys: Vec<String>) -> Vec<Result<(), ApiError>> {
    const AT_ONCE: usize = 6;
    let ended = stream::iter(keys).map(end).buffer_unordered(AT_ONCE);
    ended.collect().await
}

/// Ends the token that the service calls `key`.
async fn end(key: String) -> Result<(), ApiError> {
    let client = client()?;
    let ended = client.revoke_token(&key).await;
    service::judged(&client, ended).await
}

/// Ends every token of the person, the one in use too.
///
/// # Errors
/// Why the service did not end them.
pub async fn end_all() -> Result<(), ApiError> {
    let client = client()?;
    let ended = client.revoke_all_tokens().await;
    service::judged(&client, ended).await
}

fn client() -> Result<Client, ApiError> {
    service::client().ok_or_else(|| ApiError::from(TransportError::Network))
}
