//! `POST /auth/tokens`.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use chrono::{DateTime, TimeDelta};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::harness::{Answer, PASSWORD, Portal};

async fn sign_in(portal: &Portal, request: Value) -> Answer {
    portal.post("auth/tokens").json(&request).await
}

#[tokio::test]
async fn an_account_with_one_project_needs_no_project_id() {
    let portal = Portal::new();
    let answer = sign_in(
        &portal,
        json!({"email": " Single@Example.com ", "password": PASSWORD}),
    )
    .await;
    let body = answer.expect(StatusCode::OK);
    assert_eq!(body["token"].as_str().unwrap().len(), 64);
    assert!(body["message"].is_string());
}

#[tokio::test]
async fn an_account_with_several_projects_has_to_name_one_of_its_own() {
    let portal = Portal::new();
    for (project, sentence) in [
        (None, "This account has several projects. Say which one."),
        (Some("single"), "This account has no such project."),
        (Some("nothing"), "This account has no such project."),
    ] {
        let mut request = json!({"email": "demo@example.com", "password": PASSWORD});
        if let Some(project) = project {
            request["project_id"] = json!(project);
        }
        let answer = sign_in(&portal, request).await;
        assert_eq!(
            answer.expect(StatusCode::BAD_REQUEST),
            json!({"project_id": [sentence]})
        );
    }
}

#[tokio::test]
async fn a_project_that_is_not_available_cannot_be_signed_in_to() {
    let portal = Portal::new();
    let token = portal.sign_in("suspended@example.com").await;
    let projects = portal
        .get("user/list_project/")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    let closed = projects
        .as_array()
        .unwrap()
        .iter()
        .find(|project| project["is_available"] == false)
        .unwrap();
    let answer = sign_in(
        &portal,
        json!({"email": "suspended@example.com", "password": PASSWORD, "project_id": closed["project"]}),
    )
    .await;
    assert_eq!(
        answer.expect(StatusCode::BAD_REQUEST),
        json!({"project_id": ["This project is not available."]})
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_answer_the_same() {
    let portal = Portal::new();
    let expected =
        json!({"non_field_errors": ["Unable to sign in with this e-mail and password."]});
    for (email, password) in [
        ("single@example.com", "Portal-demo-2"),
        ("nobody@example.com", PASSWORD),
    ] {
        let answer = sign_in(&portal, json!({"email": email, "password": password})).await;
        assert_eq!(answer.expect(StatusCode::BAD_REQUEST), expected);
    }
}

#[tokio::test]
async fn every_field_that_is_wrong_is_told_at_once() {
    let portal = Portal::new();
    let answer = sign_in(
        &portal,
        json!({"email": 1, "expired": 0, "project_id": null}),
    )
    .await;
    assert_eq!(
        answer.expect(StatusCode::BAD_REQUEST),
        json!({
            "email": ["Not a valid string."],
            "expired": ["Ensure this value is greater than or equal to 1."],
            "password": ["This field is required."],
            "project_id": ["This field may not be null."],
        })
    );
}

#[tokio::test]
async fn a_session_lasts_as_many_hours_as_asked_or_a_day() {
    let portal = Portal::new();
    for (asked, hours) in [(Some(2), 2), (Some(8760), 8760), (None, 24)] {
        let mut request = json!({"email": "single@example.com", "password": PASSWORD});
        if let Some(hours) = asked {
            request["expired"] = json!(hours);
        }
        let body = sign_in(&portal, request).await.expect(StatusCode::OK);
        let token = body["token"].as_str().unwrap();
        let shown = portal
            .get("auth/tokens")
            .token(token)
            .await
            .expect(StatusCode::OK);
        let time =
            |field: &str| DateTime::parse_from_rfc3339(shown[field].as_str().unwrap()).unwrap();
        assert_eq!(
            time("token_expired") - time("token_created"),
            TimeDelta::hours(hours)
        );
    }
}

#[tokio::test]
async fn lifetimes_out_of_range_or_no_whole_numbers_are_refused() {
    let portal = Portal::new();
    for expired in [
        json!(0),
        json!(-5),
        json!(8761),
        json!(1.5),
        json!("8"),
        json!(1e300),
    ] {
        let answer = sign_in(
            &portal,
            json!({"email": "single@example.com", "password": PASSWORD, "expired": expired}),
        )
        .await;
        let body = answer.expect(StatusCode::BAD_REQUEST);
        assert!(body["expired"][0].is_string(), "{expired}");
    }
}

#[tokio::test]
async fn ten_failures_make_an_account_wait_and_others_not() {
    let portal = Portal::new();
    let wrong = json!({"email": "single@example.com", "password": "Wrong-password-1"});
    let right = json!({"email": "single@example.com", "password": PASSWORD});
    for _ in 0..10 {
        assert_eq!(
            sign_in(&portal, wrong.clone()).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    let answer = sign_in(&portal, right.clone()).await;
    let body = answer.expect(StatusCode::TOO_MANY_REQUESTS);
    assert!(body["detail"].as_str().unwrap().contains("Try again"));
    let seconds: i64 = answer.header(RETRY_AFTER).parse().unwrap();
    assert_eq!(seconds, 15 * 60 + 1);

    portal.sign_in("empty@example.com").await;
    portal.wait(TimeDelta::seconds(seconds));
    assert_eq!(sign_in(&portal, right).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_right_password_clears_the_failures_of_its_account() {
    let portal = Portal::new();
    let wrong = json!({"email": "single@example.com", "password": "Wrong-password-1"});
    for _ in 0..2 {
        for _ in 0..9 {
            assert_eq!(
                sign_in(&portal, wrong.clone()).await.status,
                StatusCode::BAD_REQUEST
            );
        }
        portal.sign_in("single@example.com").await;
    }
}

#[tokio::test]
async fn a_flood_is_turned_away_for_some_seconds_and_not_counted_as_failures() {
    const FLOOD: usize = 100;
    let portal = Arc::new(Portal::new());
    let mut flood = JoinSet::new();
    for number in 0..FLOOD {
        let portal = Arc::clone(&portal);
        flood.spawn(async move {
            let email = format!("nobody-{number}@example.com");
            sign_in(&portal, json!({"email": email, "password": PASSWORD})).await
        });
    }
    let answers = flood.join_all().await;
    let of = |status| answers.iter().filter(move |answer| answer.status == status);
    let (turned_away, refused) = (
        of(StatusCode::SERVICE_UNAVAILABLE).count(),
        of(StatusCode::BAD_REQUEST).count(),
    );
    assert!(turned_away > 0 && refused > 0);
    assert_eq!(turned_away + refused, FLOOD);
    for answer in of(StatusCode::SERVICE_UNAVAILABLE) {
        assert_eq!(answer.header(RETRY_AFTER), "3");
        assert!(answer.json()["detail"].is_string());
    }
    portal.sign_in("single@example.com").await;
}
