//! The link to a console, and the page behind it.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use chrono::TimeDelta;
use serde_json::json;

use crate::harness::Portal;

/// The path of a fresh link to the console of an active server.
async fn link(portal: &Portal) -> String {
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let answer = portal
        .get(&format!("server/{id}/console/"))
        .token(&token)
        .await;
    let links = answer.expect(StatusCode::OK);
    assert!(links[0]["message"].is_string());
    let url = links[0]["url"].as_str().unwrap();
    url.strip_prefix("http://portal.example")
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_link_shows_the_machines_screen_for_ten_minutes() {
    let portal = Portal::new();
    let path = link(&portal).await;
    let answer = portal.get(&path).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(CONTENT_TYPE), "text/html; charset=utf-8");
    assert!(answer.text().contains("login:"));
    assert!(!answer.text().contains('\u{1b}'));

    portal.wait(TimeDelta::minutes(10));
    let answer = portal.get(&path).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text().contains("This console link has ended"));
}

#[tokio::test]
async fn a_made_up_link_shows_the_same_as_an_ended_one() {
    let portal = Portal::new();
    for path in ["/console/nonsense", "/console/%ff"] {
        let answer = portal.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains("This console link has ended"));
    }
}

#[tokio::test]
async fn the_page_may_load_its_style_sheet_and_nothing_else() {
    let portal = Portal::new();
    let path = link(&portal).await;
    let answer = portal.get(&path).await;
    let policy = answer.header(CONTENT_SECURITY_POLICY);
    assert!(policy.starts_with("default-src 'none'; style-src 'self'; "));
    assert!(!answer.text().contains("<script") && !answer.text().contains("style="));
    let style = portal.get("/console/style.css").await;
    assert_eq!(style.header(CONTENT_TYPE), "text/css; charset=utf-8");
}

#[tokio::test]
async fn a_name_cannot_write_markup_into_the_page() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let rename = portal
        .post(&format!("server/{id}/rename/"))
        .token(&token)
        .json(&json!({"server_name": "<script>alert(1)</script>"}));
    rename.await.expect(StatusCode::OK);
    portal.wait(TimeDelta::seconds(2));
    let answer = portal.get(&link(&portal).await).await;
    assert!(answer.text().contains("&lt;script&gt;"));
    assert!(!answer.text().contains("<script"));
}

#[tokio::test]
async fn a_server_that_is_off_has_no_console() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "SHUTOFF").await;
    let answer = portal
        .get(&format!("server/{id}/console/"))
        .token(&token)
        .await;
    let sentence = "A server whose status is SHUTOFF has no console. Start it first.";
    assert_eq!(
        answer.expect(StatusCode::CONFLICT),
        json!({"message": sentence})
    );
}
