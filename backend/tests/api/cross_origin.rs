//! Which pages of other origins may use the API.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN, VARY,
};
use axum::http::{Method, StatusCode};
use serde_json::json;
use vps_portal_backend::server::Settings;

use crate::harness::{Answer, PASSWORD, Portal};

const PAGE: &str = "https://portal.example";
const OTHER_PAGE: &str = "http://127.0.0.1:8080";
/// Origins that are named nowhere, some much like those that are.
const STRANGERS: [&str; 9] = [
    "https://evil.example",
    "http://portal.example",
    "https://portal.example:8443",
    "https://portal.example.evil.example",
    "https://evilportal.example",
    "https://PORTAL.example",
    "https://portal.example/",
    "null",
    "*",
];

fn portal() -> Portal {
    Portal::with_settings(Settings {
        allowed_origins: vec![PAGE.to_owned(), OTHER_PAGE.to_owned()],
        ..Settings::default()
    })
}

/// Fails where an answer lets any page of another origin read it.
fn assert_kept(answer: &Answer, what: &str) {
    for name in answer.headers.keys() {
        let name = name.as_str();
        assert!(!name.starts_with("access-control"), "{what}: {name}");
    }
}

#[tokio::test]
async fn a_named_page_may_ask_what_the_contract_needs() {
    let portal = portal();
    for (origin, path) in [(PAGE, "server/"), (OTHER_PAGE, "auth/tokens")] {
        let answer = portal
            .call(Method::OPTIONS, path)
            .header(ORIGIN, origin)
            .header(ACCESS_CONTROL_REQUEST_METHOD, "PATCH")
            .header(ACCESS_CONTROL_REQUEST_HEADERS, "authorization,content-type")
            .await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), origin);
        let methods = answer.header(ACCESS_CONTROL_ALLOW_METHODS);
        assert_eq!(methods, "GET, POST, PATCH, DELETE");
        let headers = answer.header(ACCESS_CONTROL_ALLOW_HEADERS);
        assert_eq!(headers, "Authorization, Content-Type");
        assert_eq!(answer.header(ACCESS_CONTROL_MAX_AGE), "7200");
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_CREDENTIALS), "");
        assert_eq!(answer.header(VARY), "origin");
        assert!(answer.body.is_empty());
    }
}

#[tokio::test]
async fn a_named_page_reads_answers_and_failures() {
    let portal = portal();
    let token = portal.sign_in("single@example.com").await;
    let limited = json!({"email": "rate-limited@sign-in.fault.example", "password": PASSWORD});
    for (call, status) in [
        (portal.get("server/").token(&token), 200),
        (portal.get("server/"), 401),
        (portal.get("server/none/").token(&token), 404),
        (portal.call(Method::PUT, "server/"), 405),
        (portal.post("auth/tokens").json(&limited), 429),
        (portal.call(Method::OPTIONS, "server/"), 405),
    ] {
        let answer = call.header(ORIGIN, PAGE).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), PAGE, "{status}");
        let readable = answer.header(ACCESS_CONTROL_EXPOSE_HEADERS);
        assert_eq!(readable, "Retry-After, Date, X-Request-Id", "{status}");
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_CREDENTIALS), "");
        assert_eq!(answer.header(VARY), "origin", "{status}");
    }
}

#[tokio::test]
async fn strangers_learn_nothing() {
    let portal = portal();
    for origin in STRANGERS {
        let question = portal
            .call(Method::OPTIONS, "server/")
            .header(ORIGIN, origin)
            .header(ACCESS_CONTROL_REQUEST_METHOD, "GET")
            .await;
        assert_eq!(question.status, StatusCode::METHOD_NOT_ALLOWED, "{origin}");
        let answer = portal.get("server/").header(ORIGIN, origin).await;
        for answer in [question, answer] {
            assert_kept(&answer, origin);
            // A cache must not hand this answer to a page that is named.
            assert_eq!(answer.header(VARY), "origin", "{origin}");
        }
    }
    assert_kept(&portal.get("server/").await, "no origin");
}

#[tokio::test]
async fn nothing_but_the_api_is_opened() {
    let portal = portal();
    for path in ["/", "/console/none", "/config.json"] {
        let answer = portal.get(path).header(ORIGIN, PAGE).await;
        assert_kept(&answer, path);
    }
}

#[tokio::test]
async fn nobody_is_let_in_unless_the_operator_says_so() {
    let portal = Portal::new();
    let answer = portal.get("server/").header(ORIGIN, PAGE).await;
    assert_kept(&answer, "an answer");
    assert_eq!(answer.header(VARY), "");
    let question = portal
        .call(Method::OPTIONS, "server/")
        .header(ORIGIN, PAGE)
        .header(ACCESS_CONTROL_REQUEST_METHOD, "GET")
        .await;
    assert_eq!(question.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_kept(&question, "a question");
}
