//! `/auth/tokens`: signing in, the token in use, signing out.

use axum::Json;
use axum::extract::State;
use chrono::TimeDelta;
use serde::Serialize;

use super::faults;
use super::views::{Message, in_account_offset};
use crate::conventions::{
    DEFAULT_SESSION_HOURS, MAXIMUM_EMAIL, MAXIMUM_SESSION_HOURS, SESSION_TOKEN_NAME,
};
use crate::permissions::EVERYTHING;
use crate::server::App;
use crate::storage::tokens::{self, NewToken};
use crate::storage::users::{self, Project, User};
use crate::token;
use crate::web::address::Sender;
use crate::web::caller::Caller;
use crate::web::error::ApiError;
use crate::web::form::{Form, TextRules};

const WRONG_CREDENTIALS: &str = "Unable to sign in with this e-mail and password.";

/// What signing in asks for.
struct SignIn {
    email: String,
    password: String,
    hours: i64,
    project_id: Option<String>,
}

impl SignIn {
    fn read(mut form: Form) -> Result<Self, ApiError> {
        let read = Self {
            email: form.text("email", TextRules::filled(MAXIMUM_EMAIL)),
            password: form.text("password", TextRules::secret()),
            hours: form
                .optional_integer("expired", 1..=MAXIMUM_SESSION_HOURS)
                .unwrap_or(DEFAULT_SESSION_HOURS),
            project_id: form.optional_text("project_id", TextRules::filled(MAXIMUM_EMAIL)),
        };
        form.check()?;
        Ok(read)
    }
}

/// A fresh token.
#[derive(Debug, Serialize)]
pub struct NewTokenView {
    message: &'static str,
    token: String,
}

/// `POST /auth/tokens`.
pub async fn create(
    State(app): State<App>,
    sender: Sender,
    form: Form,
) -> Result<Json<NewTokenView>, ApiError> {
    let sign_in = SignIn::read(form)?;
    faults::at_sign_in(&app, &sign_in.email).await?;
    let user = known_user(&app, &sender, &sign_in).await?;
    let secret = token::new_secret()?;
    let (hash, now) = (token::hash(&secret), app.clock.now());
    app.database
        .write(move |transaction| -> Result<(), ApiError> {
            let projects = users::projects(transaction, user.id)?;
            let project_id = choose(projects, sign_in.project_id)?;
            let new = NewToken {
                hash,
                user_id: user.id,
                project_id,
                is_session: true,
                name: SESSION_TOKEN_NAME.to_owned(),
                permissions: vec![EVERYTHING.to_string()],
                created_at: now,
                expires_at: Some(now + TimeDelta::hours(sign_in.hours)),
                real_ip: sender.address.to_string(),
                user_agent: sender.user_agent,
            };
            tokens::delete_expired(transaction, now)?;
            tokens::insert(transaction, &new)?;
            users::set_last_login(transaction, user.id, now)?;
            Ok(())
        })
        .await?;
    Ok(Json(NewTokenView {
        message: "Signed in.",
        token: secret,
    }))
}

/// The account whose password was shown; every attempt counts against the limit until it proves right.
async fn known_user(app: &App, sender: &Sender, sign_in: &SignIn) -> Result<User, ApiError> {
    // Before the attempt is counted: nobody has tried a password that was turned away.
    let turn = app.passwords.queue()?;
    app.sign_in_limit
        .attempt(&sign_in.email, sender.address, app.clock.now())
        .map_err(ApiError::TooManyAttempts)?;
    let email = sign_in.email.clone();
    let user = app
        .database
        .read(move |connection| users::find_by_email(connection, &email).map_err(ApiError::from))
        .await?;
    let stored = user.as_ref().map(|user| user.password_hash.clone());
    let is_right = turn.check(sign_in.password.clone(), stored).await?;
    let user = user
        .filter(|_| is_right)
        .ok_or_else(|| ApiError::NonField(WRONG_CREDENTIALS.to_owned()))?;
    app.sign_in_limit.forgive(&sign_in.email, sender.address);
    Ok(user)
}

/// The project to sign in to: the one named, or the only one that there is.
fn choose(projects: Vec<Project>, wanted: Option<String>) -> Result<String, ApiError> {
    let rejected = |sentence| Err(ApiError::field("project_id", sentence));
    match wanted {
        Some(wanted) => match projects.into_iter().find(|project| project.id == wanted) {
            Some(project) if project.is_available => Ok(project.id),
            Some(_) => rejected("This project is not available."),
            None => rejected("This account has no such project."),
        },
        None => {
            let mut available = projects.into_iter().filter(|project| project.is_available);
            match (available.next(), available.next()) {
                (Some(only), None) => Ok(only.id),
                (Some(_), Some(_)) => rejected("This account has several projects. Say which one."),
                (None, _) => rejected("This account has no project that is available."),
            }
        }
    }
}

/// The token in use.
#[derive(Debug, Serialize)]
pub struct TokenView {
    project_id: String,
    token_created: String,
    /// `null` for a named token that never ends.
    token_expired: Option<String>,
    token_key: String,
    user_owner: String,
}

/// `GET /auth/tokens`.
pub async fn show(caller: Caller) -> Json<TokenView> {
    let token = caller.token;
    Json(TokenView {
        project_id: token.project_id,
        token_created: in_account_offset(token.created_at),
        token_expired: token.expires_at.map(in_account_offset),
        token_key: token.key,
        user_owner: token.email,
    })
}

/// `DELETE /auth/tokens`.
pub async fn end(State(app): State<App>, caller: Caller) -> Result<Json<Message>, ApiError> {
    let id = caller.token.id;
    app.database
        .write(move |transaction| tokens::delete(transaction, id).map_err(ApiError::from))
        .await?;
    Ok(Json(Message::new("Signed out.")))
}
