//! A disk without room: what needs to be kept is refused, all else goes on, and nothing has to be started anew.

use axum::http::header::USER_AGENT;
use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::harness::{Answer, PASSWORD, Portal};

/// Lets the database grow no further, as SQLite reports a full disk.
const FULL: &str = "PRAGMA max_page_count = 1";
const ROOM_AGAIN: &str = "PRAGMA max_page_count = 1000000";
/// What pages in use have left holds this many sessions at most.
const MANY: usize = 40;

async fn sign_in(portal: &Portal) -> Answer {
    portal
        .post("auth/tokens")
        .header(USER_AGENT, &"x".repeat(512))
        .json(&json!({"email": "single@example.com", "password": PASSWORD}))
        .await
}

/// The first answer to signing in, again and again, that is no success.
async fn refusal(portal: &Portal) -> Answer {
    for _ in 0..MANY {
        let answer = sign_in(portal).await;
        if answer.status != StatusCode::OK {
            return answer;
        }
    }
    panic!("{MANY} sessions were kept without room");
}

#[tokio::test]
async fn writing_answers_507_and_reading_goes_on_and_room_is_enough_to_recover() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    portal.sql(FULL);

    let told = refusal(&portal)
        .await
        .expect(StatusCode::INSUFFICIENT_STORAGE);
    assert!(told["detail"].as_str().unwrap().contains("no room left"));
    for path in ["server/", "user/detail_user/", "token/", "auth/tokens"] {
        let answer = portal.get(path).token(&token).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }

    portal.sql(ROOM_AGAIN);
    assert_eq!(sign_in(&portal).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_action_is_done_even_if_the_log_of_actions_cannot_be_kept() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let server = portal.server(&token, "ACTIVE").await;
    portal.sql("DROP TABLE action_log");
    for (method, call) in [(Method::GET, "console"), (Method::POST, "reboot")] {
        let path = format!("server/{server}/{call}/");
        let answer = portal.call(method, &path).token(&token).await;
        assert_eq!(answer.status, StatusCode::OK, "{call}: {}", answer.text());
    }
    assert_eq!(portal.status(&token, &server).await, "REBOOT");
}

#[tokio::test]
async fn a_failure_of_ours_says_when_to_come_back() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    portal.sql("DROP TABLE volumes");
    let server = portal.server(&token, "ACTIVE").await;
    let path = format!("server/{server}/list_volume_attached/");
    let answer = portal.get(&path).token(&token).await;
    assert!(answer.expect(StatusCode::SERVICE_UNAVAILABLE)["detail"].is_string());
    assert_eq!(answer.header("retry-after"), "10");
}
