//! `/token/…`: every token of the account, as cloud365 tells them.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::views::{Message, in_account_offset};
use crate::permissions::EVERYTHING;
use crate::server::App;
use crate::storage::tokens::{self, Token};
use crate::token;
use crate::web::address::RequestAddress;
use crate::web::caller::Caller;
use crate::web::error::ApiError;
use crate::web::form::{Form, TextRules};
use crate::web::pagination::{Page, PageRequest, Parameters};

/// The most characters of a key or a token.
const MAXIMUM_TOKEN: usize = 255;

/// A token of the account.
#[derive(Debug, Serialize)]
pub struct ListedTokenView {
    short_key: String,
    project_id: String,
    project_name: String,
    created: String,
    expired: Option<String>,
    real_ip: String,
    browser_user_agent: String,
}

impl From<Token> for ListedTokenView {
    fn from(token: Token) -> Self {
        Self {
            short_key: token.key,
            project_name: token.project_id.clone(),
            project_id: token.project_id,
            created: in_account_offset(token.created_at),
            expired: token.expires_at.map(in_account_offset),
            real_ip: token.real_ip,
            browser_user_agent: token.user_agent,
        }
    }
}

/// A page that tells its own number and size.
#[derive(Debug, Serialize)]
pub struct NumberedPage {
    #[serde(flatten)]
    page: Page<ListedTokenView>,
    page_num: u64,
    page_size: u64,
}

/// `GET /token/`.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    parameters: Parameters,
    address: RequestAddress,
) -> Result<Json<NumberedPage>, ApiError> {
    caller.require(EVERYTHING)?;
    let request = PageRequest::of(&parameters)?;
    let (user, now) = (caller.token.user_id, app.clock.now());
    let (count, tokens) = app
        .database
        .read(move |connection| -> Result<_, ApiError> {
            let count = tokens::count(connection, user, now)?;
            let tokens = tokens::page(connection, user, now, request.offset(), request.size)?;
            Ok((count, tokens))
        })
        .await?;
    let views = tokens.into_iter().map(ListedTokenView::from).collect();
    Ok(Json(NumberedPage {
        page: Page::new(request, &address, count, views)?,
        page_num: request.number,
        page_size: request.size,
    }))
}

/// `POST /token/revoke_token/`.
pub async fn revoke(
    State(app): State<App>,
    caller: Caller,
    mut form: Form,
) -> Result<Json<Message>, ApiError> {
    caller.require(EVERYTHING)?;
    let key = form.text("token_key", TextRules::filled(MAXIMUM_TOKEN));
    form.check()?;
    let (user, hash) = (caller.token.user_id, token::hash(&key));
    let was_there = app
        .database
        .write(move |transaction| {
            tokens::delete_by_key(transaction, user, &key, &hash).map_err(ApiError::from)
        })
        .await?;
    if was_there {
        Ok(Json(Message::new("The token was revoked.")))
    } else {
        Err(ApiError::NotFound)
    }
}

/// `POST /token/revoke_all_token/`.
pub async fn revoke_all(State(app): State<App>, caller: Caller) -> Result<Json<Message>, ApiError> {
    caller.require(EVERYTHING)?;
    let user = caller.token.user_id;
    app.database
        .write(move |transaction| tokens::delete_all_of(transaction, user).map_err(ApiError::from))
        .await?;
    Ok(Json(Message::new("All tokens were revoked.")))
}
