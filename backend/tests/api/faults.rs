//! The accounts and servers that fail on purpose.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use serde_json::json;

use crate::harness::{PASSWORD, Portal};

#[tokio::test]
async fn an_account_named_so_fails_at_signing_in() {
    let portal = Portal::new();
    let request = json!({"email": "rate-limited@sign-in.fault.example", "password": PASSWORD});
    let answer = portal.post("auth/tokens").json(&request).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header(RETRY_AFTER), "20");
}

#[tokio::test]
async fn an_account_named_so_fails_at_the_list_alone() {
    let portal = Portal::new();
    let token = portal.sign_in("field@list.fault.example").await;
    let answer = portal.get("server/").token(&token).await;
    assert!(answer.expect(StatusCode::BAD_REQUEST)["page"][0].is_string());
    let answer = portal.get("auth/tokens").token(&token).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn an_account_that_fails_in_turns_starts_well_with_every_token() {
    let portal = Portal::new();
    for _ in 0..2 {
        let token = portal.sign_in("then-html@list.fault.example").await;
        for status in [200, 500, 200, 500] {
            let answer = portal.get("server/").token(&token).await;
            assert_eq!(answer.status.as_u16(), status);
        }
    }
}

#[tokio::test]
async fn a_server_named_so_fails_in_every_call_but_the_list() {
    let portal = Portal::new();
    let token = portal.sign_in("faults@example.com").await;
    let found = portal
        .get("server/?server_name=fault-conflict")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    let id = found["results"][0]["instance_id"].as_str().unwrap();
    for call in ["", "console/", "get_console_log/", "list_ip/"] {
        let answer = portal
            .get(&format!("server/{id}/{call}"))
            .token(&token)
            .await;
        assert!(answer.expect(StatusCode::CONFLICT)["detail"].is_string());
    }
    for call in ["start", "rename", "rebuild"] {
        let answer = portal
            .post(&format!("server/{id}/{call}/"))
            .token(&token)
            .await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{call}");
    }
}

#[tokio::test]
async fn a_complaint_stands_beside_a_field_of_the_call() {
    let portal = Portal::new();
    let token = portal.sign_in("faults@example.com").await;
    let found = portal
        .get("server/?server_name=fault-field")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    let id = found["results"][0]["instance_id"].as_str().unwrap();
    for (call, field) in [
        ("rename", "server_name"),
        ("rebuild", "os_image"),
        ("change_password", "password"),
    ] {
        let answer = portal
            .post(&format!("server/{id}/{call}/"))
            .token(&token)
            .json(&json!({}))
            .await;
        assert!(answer.expect(StatusCode::BAD_REQUEST)[field][0].is_string());
    }
}

#[tokio::test]
async fn a_customers_server_does_not_fail_for_its_name() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let answer = portal
        .post(&format!("server/{id}/rename/"))
        .token(&token)
        .json(&json!({"server_name": "fault-html"}))
        .await;
    answer.expect(StatusCode::OK);
    portal.wait(chrono::TimeDelta::seconds(2));
    let answer = portal.get(&format!("server/{id}/")).token(&token).await;
    assert_eq!(answer.expect(StatusCode::OK)["name"], "fault-html");
}
