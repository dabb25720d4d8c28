//! The whole backend as one router, and what its parts share.

use std::any::Any;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use tower_http::catch_panic::CatchPanicLayer;

use crate::clock::Clock;
use crate::compute::Compute;
use crate::operator;
use crate::password::PasswordDesk;
use crate::routes;
use crate::sign_in_limit::SignInLimit;
use crate::storage::Database;
use crate::web::error::ApiError;
use crate::web::security_headers::is_api_path;
use crate::web::static_files::{self, StaticFiles};
use crate::web::{console_page, cross_origin, request_id, security_headers, whole_body};

/// What the operator decides.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The address that people reach the backend under, without a slash at its end; else that of each request.
    pub public_url: Option<String>,
    /// Whether a proxy of ours stands before the backend, so that its `X-Forwarded-…` headers can be believed.
    pub is_behind_proxy: bool,
    /// Where the application is: nothing at the top, else a path without a slash at its end, such as `/portal`.
    pub base: String,
    /// The origins of other hosts whose pages may use the API, such as `https://portal.example.com`.
    pub allowed_origins: Vec<String>,
}

/// What the parts of the backend share.
#[derive(Clone)]
pub struct App {
    /// Everything that is kept.
    pub database: Database,
    /// What runs the servers.
    pub compute: Arc<dyn Compute>,
    /// The time.
    pub clock: Clock,
    /// Where passwords are checked.
    pub passwords: PasswordDesk,
    /// Counts failed sign-ins.
    pub sign_in_limit: Arc<SignInLimit>,
    /// Counts the calls of accounts that fail in turns.
    pub calls_in_turns: Arc<routes::faults::CallsInTurns>,
    /// The application, if this backend serves it.
    pub files: Option<StaticFiles>,
    /// What the operator decides.
    pub settings: Settings,
}

/// Everything that the backend answers.
pub fn router(app: App) -> Router {
    Router::new()
        .nest("/api/v1", routes::router())
        .route("/console/style.css", get(console_page::style))
        .route("/console/{key}", get(console_page::show))
        .fallback(elsewhere)
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn(whole_body::read))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            cross_origin::allow,
        ))
        .layer(middleware::from_fn(security_headers::add))
        .layer(middleware::from_fn(request_id::add))
        .with_state(app)
}

/// An address that is neither the API's nor the console's.
async fn elsewhere(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if is_api_path(path) {
        return ApiError::NotFound.into_response();
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return wrong_method(request.method().clone()).await.into_response();
    }
    let Some(files) = app.files else {
        let sentence = "This backend serves the API alone, under /api/v1/.\n";
        return (StatusCode::NOT_FOUND, sentence).into_response();
    };
    match path.strip_prefix(&app.settings.base) {
        Some("") => Redirect::permanent(&format!("{path}/")).into_response(),
        Some(inner) => files.answer(inner, request.headers()).await,
        None => static_files::not_found(),
    }
}

async fn wrong_method(method: Method) -> ApiError {
    ApiError::MethodNotAllowed(method)
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    operator::tell(&format!("A call broke off.{}", request_id::sentence()));
    let body = json!({"detail": "The service failed. Try again later."});
    (StatusCode::INTERNAL_SERVER_ERROR, Json(body)).into_response()
}
