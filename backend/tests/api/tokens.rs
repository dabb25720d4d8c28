//! `/token/…`: the tokens of an account.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use axum::http::header::USER_AGENT;
use serde_json::{Value, json};

use crate::harness::Portal;

async fn keys(portal: &Portal, token: &str) -> Vec<Value> {
    let page = portal
        .get("token/?page_size=100")
        .token(token)
        .await
        .expect(StatusCode::OK);
    page["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|token| token["short_key"].clone())
        .collect()
}

async fn key_of(portal: &Portal, token: &str) -> Value {
    let shown = portal.get("auth/tokens").token(token).await;
    shown.expect(StatusCode::OK)["token_key"].clone()
}

#[tokio::test]
async fn the_list_shows_the_newest_first_and_where_it_came_from() {
    let portal = Portal::new();
    let request = json!({"email": "single@example.com", "password": crate::harness::PASSWORD});
    let answer = portal
        .post("auth/tokens")
        .header(USER_AGENT, "A browser/1")
        .json(&request)
        .await;
    let body = answer.expect(StatusCode::OK);
    let token = body["token"].as_str().unwrap();
    let page = portal
        .get("token/")
        .token(token)
        .await
        .expect(StatusCode::OK);
    assert_eq!(page["page_num"], 1);
    assert_eq!(page["page_size"], 20);
    let newest = &page["results"][0];
    assert_eq!(newest["short_key"], key_of(&portal, token).await);
    assert_eq!(newest["browser_user_agent"], "A browser/1");
    assert_eq!(newest["project_id"], "single");
}

#[tokio::test]
async fn a_token_is_revoked_by_its_key_or_by_itself_and_only_by_its_account() {
    let portal = Portal::new();
    let stranger = portal.sign_in("empty@example.com").await;
    let own = portal.sign_in("single@example.com").await;
    let first = portal.sign_in("single@example.com").await;
    let second = portal.sign_in("single@example.com").await;
    let revoke = async |by: &str, key: Value| {
        portal
            .post("token/revoke_token/")
            .token(by)
            .json(&json!({"token_key": key}))
            .await
            .status
    };
    let first_key = key_of(&portal, &first).await;
    assert_eq!(
        revoke(&stranger, first_key.clone()).await,
        StatusCode::NOT_FOUND
    );
    assert_eq!(revoke(&own, first_key.clone()).await, StatusCode::OK);
    assert_eq!(revoke(&own, first_key.clone()).await, StatusCode::NOT_FOUND);
    assert_eq!(revoke(&own, json!(second)).await, StatusCode::OK);
    for ended in [&first, &second] {
        let answer = portal.get("auth/tokens").token(ended).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    assert!(!keys(&portal, &own).await.contains(&first_key));
}

#[tokio::test]
async fn revoking_all_ends_the_one_in_use_too_but_nobody_elses() {
    let portal = Portal::new();
    let stranger = portal.sign_in("empty@example.com").await;
    let own = portal.sign_in("single@example.com").await;
    let answer = portal.post("token/revoke_all_token/").token(&own).await;
    assert!(answer.expect(StatusCode::OK)["message"].is_string());
    assert_eq!(
        portal.get("server/").token(&own).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        portal.get("server/").token(&stranger).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn reading_does_not_wait_until_the_use_of_its_token_is_noted() {
    const LONG: Duration = Duration::from_secs(3);
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let writing = portal.write_for(LONG);
    let began = Instant::now();
    for path in ["user/detail_user/", "server/", "account/me/"] {
        let answer = portal.get(path).token(&token).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    assert!(began.elapsed() < LONG);
    writing.join().unwrap();
}

#[tokio::test]
async fn a_token_tells_when_it_was_last_used() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let began = Instant::now();
    loop {
        let shown = portal.get("account/me/").token(&token).await;
        let shown = shown.expect(StatusCode::OK);
        if shown["token"]["last_used_at"] == "2026-11-23T02:00:00Z" {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "{shown}");
    }
}
