//! `/account/me/`: the account and the token, as VPS.org tells them.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::user::account_of;
use super::views::in_utc;
use crate::server::App;
use crate::web::caller::Caller;
use crate::web::error::ApiError;

/// What `account/me/` answers.
#[derive(Debug, Serialize)]
pub struct MeView {
    account: AccountView,
    token: ApiTokenView,
}

#[derive(Debug, Serialize)]
struct AccountView {
    email: String,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    created_at: String,
}

#[derive(Debug, Serialize)]
struct ApiTokenView {
    name: String,
    permissions: Vec<String>,
    created_at: String,
    last_used_at: Option<String>,
    expires_at: Option<String>,
    is_expired: bool,
}

/// `GET /account/me/`.
pub async fn me(State(app): State<App>, caller: Caller) -> Result<Json<MeView>, ApiError> {
    let user = account_of(&app, &caller).await?;
    let token = caller.token;
    Ok(Json(MeView {
        account: AccountView {
            email: user.email,
            first_name: user.profile.first_name,
            last_name: user.profile.last_name,
            company_name: user.profile.company,
            created_at: user.date_joined.date_naive().to_string(),
        },
        token: ApiTokenView {
            is_expired: token.is_expired(app.clock.now()),
            name: token.name,
            permissions: token.permissions,
            created_at: in_utc(token.created_at),
            last_used_at: token.last_used_at.map(in_utc),
            expires_at: token.expires_at.map(in_utc),
        },
    }))
}
