//! Requests that make no sense: always JSON, never a 500.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::header::{ALLOW, CONNECTION, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use http_body::Frame;
use serde_json::json;

use crate::harness::Portal;

#[tokio::test]
async fn unknown_addresses_below_the_api_answer_404_in_json() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v2/server/",
        "/api/v1/server",
        "/api/v1//server/",
        "//api/v1/server/",
        "/api/v1/auth/tokens/",
        "/api/v1/server/x/fly/",
        "/api/v1/server/%ff/",
        "/api/v1/server/..%2f/",
    ] {
        let answer = portal.get(path).token(&token).await;
        assert_eq!(
            answer.expect(StatusCode::NOT_FOUND),
            json!({"detail": "Not found."}),
            "{path}"
        );
        assert_eq!(answer.header(CONTENT_TYPE), "application/json");
    }
}

#[tokio::test]
async fn wrong_methods_answer_405_and_name_the_right_ones() {
    let portal = Portal::new();
    for (method, path, allowed) in [
        (Method::PUT, "server/", "GET,HEAD"),
        (Method::GET, "server/x/start/", "POST"),
        (Method::PATCH, "auth/tokens", "POST,GET,HEAD,DELETE"),
        (Method::OPTIONS, "user/update_profile/", "PATCH"),
        (
            Method::from_bytes(b"BREW").unwrap(),
            "account/me/",
            "GET,HEAD",
        ),
    ] {
        let answer = portal.call(method.clone(), path).await;
        let sentence = format!("Method \"{method}\" not allowed.");
        assert_eq!(
            answer.expect(StatusCode::METHOD_NOT_ALLOWED),
            json!({"detail": sentence})
        );
        assert_eq!(answer.header(ALLOW), allowed);
    }
}

#[tokio::test]
async fn a_head_request_is_a_get_without_a_body() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let answer = portal.call(Method::HEAD, "server/").token(&token).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.is_empty());
}

#[tokio::test]
async fn bodies_that_are_no_json_object_are_refused() {
    let portal = Portal::new();
    let cases: [(&str, &str, StatusCode); 8] = [
        ("text/plain", "{}", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("", "{}", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (
            "application/x-www-form-urlencoded",
            "email=a",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        ("application/json", "", StatusCode::BAD_REQUEST),
        ("application/json", "{\"email\":", StatusCode::BAD_REQUEST),
        ("application/json", "[]", StatusCode::BAD_REQUEST),
        ("application/json", "null", StatusCode::BAD_REQUEST),
        (
            "application/json",
            "{\"email\":\"\\ud800\"}",
            StatusCode::BAD_REQUEST,
        ),
    ];
    for (media_type, body, status) in cases {
        let answer = portal
            .post("auth/tokens")
            .header(CONTENT_TYPE, media_type)
            .body(body)
            .await;
        assert!(answer.expect(status).is_object(), "{media_type} {body}");
    }
}

#[tokio::test]
async fn a_body_that_nests_without_end_or_is_not_text_is_refused() {
    let portal = Portal::new();
    let deep = format!("{{\"email\":{}", "[".repeat(30_000));
    for body in [deep.into_bytes(), vec![0xff, 0xfe, 0x00]] {
        let answer = portal
            .post("auth/tokens")
            .header(CONTENT_TYPE, "application/json; charset=utf-8")
            .body(body)
            .await;
        assert!(answer.expect(StatusCode::BAD_REQUEST)["detail"].is_string());
    }
}

#[tokio::test]
async fn a_body_of_more_than_64_kib_answers_413() {
    let portal = Portal::new();
    let largest = format!("{{}}{}", " ".repeat(64 * 1024 - 2));
    for (body, status) in [
        (largest.clone(), StatusCode::BAD_REQUEST),
        (format!("{largest} "), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let answer = portal
            .post("auth/tokens")
            .header(CONTENT_TYPE, "application/json")
            .body(body)
            .await;
        assert!(answer.expect(status).is_object());
    }
}

/// A body that its sender has announced and does not send.
struct NeverSent;

impl http_body::Body for NeverSent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_answers_408() {
    let portal = Portal::new();
    let answer = portal.post("auth/tokens").body(Body::new(NeverSent)).await;
    assert!(answer.expect(StatusCode::REQUEST_TIMEOUT)["detail"].is_string());
    assert_eq!(answer.header(CONNECTION), "close");
}
