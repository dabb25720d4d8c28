//! A token's life: both schemes, its details, its end.

use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use serde_json::json;

use crate::harness::Portal;

#[tokio::test]
async fn both_schemes_are_accepted_in_any_case() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    for scheme in ["Token", "Bearer", "token", "BEARER"] {
        let answer = portal
            .get("auth/tokens")
            .header(AUTHORIZATION, &format!("{scheme} {token}"))
            .await;
        let body = answer.expect(StatusCode::OK);
        assert_eq!(body["user_owner"], "single@example.com");
        assert_eq!(body["project_id"], "single");
    }
}

#[tokio::test]
async fn without_a_token_that_counts_every_call_answers_401() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let headers = [
        None,
        Some(String::new()),
        Some("Token".to_owned()),
        Some("Token nonsense".to_owned()),
        Some(format!("Basic {token}")),
        Some(token.clone()),
        Some("Token \u{fc}".to_owned()),
    ];
    for header in headers {
        for path in [
            "server/",
            "auth/tokens",
            "account/me/",
            "server/x/",
            "token/",
        ] {
            let mut call = portal.get(path);
            if let Some(header) = &header {
                call = call.header(AUTHORIZATION, header);
            }
            let answer = call.await;
            let body = answer.expect(StatusCode::UNAUTHORIZED);
            assert!(body["detail"].is_string(), "{path}");
            assert_eq!(answer.header(WWW_AUTHENTICATE), "Token");
        }
    }
}

#[tokio::test]
async fn a_token_ends_when_its_hours_are_over() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    portal.wait(TimeDelta::hours(24) - TimeDelta::milliseconds(1));
    let answer = portal.get("server/").token(&token).await;
    assert_eq!(answer.status, StatusCode::OK);
    portal.wait(TimeDelta::milliseconds(1));
    let answer = portal.get("server/").token(&token).await;
    assert_eq!(
        answer.expect(StatusCode::UNAUTHORIZED),
        json!({"detail": "The token has expired."})
    );
}

#[tokio::test]
async fn signing_out_ends_one_token_for_good() {
    let portal = Portal::new();
    let (ended, other) = (
        portal.sign_in("single@example.com").await,
        portal.sign_in("single@example.com").await,
    );
    let answer = portal
        .call(Method::DELETE, "auth/tokens")
        .token(&ended)
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    let portal = portal.restarted();
    for (token, status) in [(&ended, StatusCode::UNAUTHORIZED), (&other, StatusCode::OK)] {
        assert_eq!(portal.get("server/").token(token).await.status, status);
    }
}

#[tokio::test]
async fn only_the_hash_of_a_token_is_kept() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let folder = portal.database_path();
    for file in std::fs::read_dir(folder.parent().unwrap()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let is_there = bytes
            .windows(token.len())
            .any(|window| window == token.as_bytes());
        assert!(!is_there);
    }
}
