//! The page behind a console link: the screen of one machine, for whoever holds the link while it is valid.

use axum::extract::{Path, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFRESH,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use super::ansi::{escape_into, to_html};
use super::error::ApiError;
use super::security_headers::CONSOLE_POLICY;
use crate::server::App;
use crate::storage::console_links;
use crate::storage::servers::{self, Server};
use crate::token;

const STYLE: &str = include_str!("console.css");
/// Seconds after which a machine at work is looked at again.
const LOOK_AGAIN: HeaderValue = HeaderValue::from_static("3");

/// `GET /console/style.css`.
pub async fn style() -> impl IntoResponse {
    let headers = [
        (CONTENT_TYPE, "text/css; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
    ];
    (headers, STYLE)
}

/// `GET /console/{key}`.
pub async fn show(
    State(app): State<App>,
    key: Result<Path<String>, axum::extract::rejection::PathRejection>,
) -> Response {
    let Ok(Path(key)) = key else {
        return ended();
    };
    match screen(&app, &key).await {
        Ok(Some((server, text))) => shown(&server, &text),
        Ok(None) => ended(),
        Err(error) => {
            let status = error.into_response().status();
            page(
                status,
                "Console",
                "<p>The console cannot be shown right now. Try again later.</p>",
            )
        }
    }
}

/// The server that a link leads to, with what stands on its screen; `None` when the link has ended or never was.
async fn screen(app: &App, key: &str) -> Result<Option<(Server, String)>, ApiError> {
    app.compute.refresh().await?;
    let (hash, now) = (token::hash(key), app.clock.now());
    let server = app
        .database
        .read(move |connection| -> Result<_, ApiError> {
            let Some(id) = console_links::server_of(connection, &hash, now)? else {
                return Ok(None);
            };
            Ok(servers::find(connection, &id)?)
        })
        .await?;
    match server {
        Some(server) => {
            let text = app.compute.boot_log(server.id.clone()).await?;
            Ok(Some((server, text)))
        }
        None => Ok(None),
    }
}

fn shown(server: &Server, text: &str) -> Response {
    let content = format!(
        "<p><a href=\"\">Show the newest output</a></p>\n<pre>{}</pre>",
        to_html(text)
    );
    let title = format!("Console of {}", server.name);
    let mut response = page(StatusCode::OK, &title, &content);
    if server.task.is_some() {
        response.headers_mut().insert(REFRESH, LOOK_AGAIN);
    }
    response
}

fn ended() -> Response {
    page(
        StatusCode::NOT_FOUND,
        "This console link has ended",
        "<p>A console link works for some minutes only. Go back to the portal and open the console again.</p>",
    )
}

fn page(status: StatusCode, title: &str, content: &str) -> Response {
    let mut escaped = String::new();
    escape_into(&mut escaped, title);
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{escaped}</title>\n\
         <link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body>\n<main>\n\
         <header><h1>{escaped}</h1></header>\n{content}\n</main>\n</body>\n</html>\n"
    );
    let headers: [(HeaderName, &str); 2] = [
        (CONTENT_SECURITY_POLICY, CONSOLE_POLICY),
        (CACHE_CONTROL, "no-store"),
    ];
    (status, headers, Html(html)).into_response()
}
