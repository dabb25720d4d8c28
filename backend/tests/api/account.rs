//! `/user/…` and `/account/me/`.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::harness::{PASSWORD, Portal};

async fn profile(portal: &Portal, token: &str) -> Value {
    let answer = portal.get("user/detail_user/").token(token).await;
    answer.expect(StatusCode::OK)
}

#[tokio::test]
async fn a_profile_changes_in_the_parts_that_are_sent() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let before = profile(&portal, &token).await;
    let change = json!({"first_name": "Trần Thị", "gender": 3, "company": "", "unknown": [1]});
    let answer = portal
        .call(Method::PATCH, "user/update_profile/")
        .token(&token)
        .json(&change)
        .await;
    assert!(answer.expect(StatusCode::OK)["message"].is_string());
    let mut expected = before;
    expected["first_name"] = json!("Trần Thị");
    expected["gender"] = json!(3);
    expected["company"] = json!("");
    assert_eq!(profile(&portal, &token).await, expected);
}

#[tokio::test]
async fn a_profile_that_cannot_be_is_refused_whole() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let before = profile(&portal, &token).await;
    let change = json!({"first_name": "Kept?", "gender": 4, "phone_number": "1".repeat(33)});
    let answer = portal
        .call(Method::PATCH, "user/update_profile/")
        .token(&token)
        .json(&change)
        .await;
    assert_eq!(
        answer.expect(StatusCode::BAD_REQUEST),
        json!({
            "gender": ["Ensure this value is less than or equal to 3."],
            "phone_number": ["Ensure this field has no more than 32 characters."],
        })
    );
    assert_eq!(profile(&portal, &token).await, before);
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_opens_new_ones() {
    let portal = Portal::new();
    let other = portal.sign_in("single@example.com").await;
    let token = portal.sign_in("single@example.com").await;
    let change = json!({
        "old_password": PASSWORD, "new_password": "New-password-2", "re_password": "New-password-2",
    });
    let answer = portal
        .post("user/change_password/")
        .token(&token)
        .json(&change)
        .await;
    answer.expect(StatusCode::OK);
    let status = async |token: &str| portal.get("auth/tokens").token(token).await.status;
    assert_eq!(status(&token).await, StatusCode::OK);
    assert_eq!(status(&other).await, StatusCode::UNAUTHORIZED);
    for (password, expected) in [
        (PASSWORD, StatusCode::BAD_REQUEST),
        ("New-password-2", StatusCode::OK),
    ] {
        let request = json!({"email": "single@example.com", "password": password});
        let answer = portal.post("auth/tokens").json(&request).await;
        assert_eq!(answer.status, expected);
    }
}

#[tokio::test]
async fn a_password_changes_only_with_the_old_one_and_by_the_rules() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let cases = [
        (
            json!({"old_password": "x", "new_password": "New-password-2", "re_password": "New-password-2"}),
            json!({"old_password": ["This is not your password."]}),
        ),
        (
            json!({"old_password": PASSWORD, "new_password": "New-password", "re_password": "New-password-2"}),
            json!({
                "new_password": ["Use at least one digit."],
                "re_password": ["The two passwords are not the same."],
            }),
        ),
        (
            json!({}),
            json!({
                "old_password": ["This field is required."],
                "new_password": ["This field is required."],
                "re_password": ["This field is required."],
            }),
        ),
    ];
    for (request, expected) in cases {
        let answer = portal
            .post("user/change_password/")
            .token(&token)
            .json(&request)
            .await;
        assert_eq!(answer.expect(StatusCode::BAD_REQUEST), expected);
    }
}

#[tokio::test]
async fn guessing_the_old_password_is_limited_like_signing_in() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let guess = json!({
        "old_password": "Wrong-password-1", "new_password": "New-password-2", "re_password": "New-password-2",
    });
    for expected in [StatusCode::BAD_REQUEST; 10]
        .into_iter()
        .chain([StatusCode::TOO_MANY_REQUESTS])
    {
        let answer = portal
            .post("user/change_password/")
            .token(&token)
            .json(&guess)
            .await;
        assert_eq!(answer.status, expected);
    }
}

#[tokio::test]
async fn projects_are_the_accounts_own() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let projects = portal
        .get("user/list_project/")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    let names: Vec<&Value> = projects
        .as_array()
        .unwrap()
        .iter()
        .map(|project| &project["project"])
        .collect();
    assert_eq!(names, [&json!("demo-lab"), &json!("demo-main")]);
}

#[tokio::test]
async fn account_me_tells_the_account_and_the_token() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let me = portal
        .get("account/me/")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    assert_eq!(me["account"]["email"], "single@example.com");
    assert_eq!(me["token"]["permissions"], json!(["*:*"]));
    assert_eq!(me["token"]["created_at"], "2026-11-23T02:00:00Z");
    assert_eq!(me["token"]["expires_at"], "2026-11-24T02:00:00Z");
    assert_eq!(me["token"]["is_expired"], false);
}
