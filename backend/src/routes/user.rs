//! `/user/…`: the person who signed in.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::server_actions::new_password;
use super::views::{Message, in_account_offset};
use crate::conventions::{MAXIMUM_PERSON_NAME, MAXIMUM_PHONE_NUMBER, MAXIMUM_PROFILE_TEXT};
use crate::permissions::EVERYTHING;
use crate::server::App;
use crate::storage::tokens;
use crate::storage::users::{self, Profile, Project, User};
use crate::web::address::Sender;
use crate::web::caller::Caller;
use crate::web::error::ApiError;
use crate::web::form::{Form, TextRules};

/// A person as the contract shows one.
#[derive(Debug, Serialize)]
pub struct UserView {
    address: Option<String>,
    birthday: Option<String>,
    company: Option<String>,
    date_joined: String,
    email: String,
    first_name: String,
    gender: Option<i64>,
    last_login: Option<String>,
    last_name: String,
    phone_number: Option<String>,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            address: user.profile.address,
            birthday: user.birthday,
            company: user.profile.company,
            date_joined: in_account_offset(user.date_joined),
            email: user.email,
            first_name: user.profile.first_name.unwrap_or_default(),
            gender: user.profile.gender,
            last_login: user.last_login.map(in_account_offset),
            last_name: user.profile.last_name.unwrap_or_default(),
            phone_number: user.profile.phone_number,
        }
    }
}

/// The account of a caller.
pub async fn account_of(app: &App, caller: &Caller) -> Result<User, ApiError> {
    let id = caller.token.user_id;
    app.database
        .read(move |connection| users::find(connection, id).map_err(ApiError::from))
        .await?
        .ok_or(ApiError::NotFound)
}

/// `GET /user/detail_user/`.
pub async fn show(State(app): State<App>, caller: Caller) -> Result<Json<UserView>, ApiError> {
    account_of(&app, &caller)
        .await
        .map(UserView::from)
        .map(Json)
}

/// `PATCH /user/update_profile/`.
pub async fn update_profile(
    State(app): State<App>,
    caller: Caller,
    mut form: Form,
) -> Result<Json<Message>, ApiError> {
    caller.require(EVERYTHING)?;
    let profile = Profile {
        first_name: form.optional_text("first_name", TextRules::free(MAXIMUM_PERSON_NAME)),
        last_name: form.optional_text("last_name", TextRules::free(MAXIMUM_PERSON_NAME)),
        gender: form.optional_integer("gender", 1..=3),
        phone_number: form.optional_text("phone_number", TextRules::free(MAXIMUM_PHONE_NUMBER)),
        address: form.optional_text("address", TextRules::free(MAXIMUM_PROFILE_TEXT)),
        company: form.optional_text("company", TextRules::free(MAXIMUM_PROFILE_TEXT)),
    };
    form.check()?;
    app.database
        .write(move |transaction| {
            users::update_profile(transaction, caller.token.user_id, &profile)
                .map_err(ApiError::from)
        })
        .await?;
    Ok(Json(Message::new("The profile was saved.")))
}

/// `POST /user/change_password/`.
pub async fn change_password(
    State(app): State<App>,
    caller: Caller,
    sender: Sender,
    mut form: Form,
) -> Result<Json<Message>, ApiError> {
    caller.require(EVERYTHING)?;
    let old = form.text("old_password", TextRules::secret());
    let new = new_password(form, "new_password")?;
    let user = account_of(&app, &caller).await?;
    let turn = app.passwords.queue()?;
    app.sign_in_limit
        .attempt(&user.email, sender.address, app.clock.now())
        .map_err(ApiError::TooManyAttempts)?;
    if !turn.check(old, Some(user.password_hash)).await? {
        return Err(ApiError::field(
            "old_password",
            "This is not your password.",
        ));
    }
    app.sign_in_limit.forgive(&user.email, sender.address);
    let hash = turn.hash(new).await?;
    app.database
        .write(move |transaction| -> Result<(), ApiError> {
            users::set_password_hash(transaction, user.id, &hash)?;
            tokens::delete_other_sessions(transaction, user.id, caller.token.id)?;
            Ok(())
        })
        .await?;
    Ok(Json(Message::new(
        "The password was changed. Other sessions have ended.",
    )))
}

/// A project as the contract shows one.
#[derive(Debug, Serialize)]
pub struct ProjectView {
    is_available: bool,
    project: String,
    project_user_name: String,
}

impl From<Project> for ProjectView {
    fn from(project: Project) -> Self {
        Self {
            is_available: project.is_available,
            project: project.id,
            project_user_name: project.user_name,
        }
    }
}

/// `GET /user/list_project/`.
pub async fn projects(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<Vec<ProjectView>>, ApiError> {
    let id = caller.token.user_id;
    let projects = app
        .database
        .read(move |connection| users::projects(connection, id).map_err(ApiError::from))
        .await?;
    Ok(Json(projects.into_iter().map(ProjectView::from).collect()))
}
