//! The account and the token of VPS.org's API (contract, Account).

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::client::Client;
use super::error::ApiError;
use super::path::Path;
use super::permission::Permissions;
use super::transport::Method;
use crate::json::Json;

/// Who asks, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountAndToken {
    /// The account that the token belongs to.
    pub account: Account,
    /// The token in use.
    pub token: ApiToken,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its e-mail address.
    pub email: String,
    /// Its holder's first name.
    pub first_name: Option<String>,
    /// Its holder's last name.
    pub last_name: Option<String>,
    /// The company, where it is one's.
    pub company_name: Option<String>,
    /// The day on which it was made.
    pub created_at: Option<NaiveDate>,
}

/// A named token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// What its owner calls it by.
    pub name: String,
    /// What it may do.
    pub permissions: Permissions,
    /// When it was made.
    pub created_at: Option<DateTime<FixedOffset>>,
    /// When it was last used.
    pub last_used_at: Option<DateTime<FixedOffset>>,
    /// When it ends; `None` means never.
    pub expires_at: Option<DateTime<FixedOffset>>,
    /// Whether it has ended.
    pub is_expired: bool,
}

impl Client {
    /// `GET /account/me/`: the account and the token in use. Any active token may ask.
    ///
    /// # Errors
    /// [`ApiError`]; *not found* from a service that does not have this call, where the service's own 403 decides what may be done.
    pub async fn account(&self) -> Result<AccountAndToken, ApiError> {
        let path = Path::fixed("/account/me/");
        self.call(Method::Get, path, None, AccountAndToken::decode)
            .await
    }
}

impl AccountAndToken {
    fn decode(json: &Json) -> Option<Self> {
        Some(Self {
            account: Account::decode(json.get("account"))?,
            token: ApiToken::decode(json.get("token"))?,
        })
    }
}

impl Account {
    fn decode(json: &Json) -> Option<Self> {
        json.is_object().then(|| Self {
            email: json.text("email"),
            first_name: json.optional_text("first_name"),
            last_name: json.optional_text("last_name"),
            company_name: json.optional_text("company_name"),
            created_at: json.date("created_at"),
        })
    }
}

impl ApiToken {
    fn decode(json: &Json) -> Option<Self> {
        json.is_object().then(|| Self {
            name: json.text("name"),
            permissions: Permissions::new(json.texts("permissions")),
            created_at: json.time("created_at"),
            last_used_at: json.time("last_used_at"),
            expires_at: json.time("expires_at"),
            is_expired: json.get("is_expired").as_boolean().unwrap_or(false),
        })
    }
}
