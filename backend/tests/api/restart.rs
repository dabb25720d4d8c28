//! What is kept when the process ends: what is under way goes on after it starts again.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::Portal;

const SOME_SECONDS: TimeDelta = TimeDelta::seconds(4);
const LONG: TimeDelta = TimeDelta::minutes(15);

/// A backend, the token of the demo's first account, and a server of it in this status.
async fn portal_with(status: &str) -> (Portal, String, String) {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let server = portal.server(&token, status).await;
    (portal, token, server)
}

async fn begin(portal: &Portal, token: &str, server: &str, action: &str, body: &Value) {
    portal
        .post(&format!("server/{server}/{action}/"))
        .token(token)
        .json(body)
        .await
        .expect(StatusCode::OK);
}

async fn boot_log(portal: &Portal, token: &str, server: &str) -> String {
    let path = format!("server/{server}/get_console_log/");
    let answer = portal.get(&path).token(token).await.expect(StatusCode::OK);
    answer["console_log"].as_str().unwrap().to_owned()
}

/// The same backend, with its process gone for this long.
fn interrupt(portal: Portal, pause: TimeDelta) -> Portal {
    portal.wait(pause);
    portal.restarted()
}

#[tokio::test]
async fn a_machine_that_was_booting_goes_on_booting() {
    let (portal, token, server) = portal_with("SHUTOFF").await;
    begin(&portal, &token, &server, "start", &json!({})).await;
    portal.wait(SOME_SECONDS);
    let at_first = boot_log(&portal, &token, &server).await;
    assert!(at_first.contains("Linux version") && !at_first.contains("login:"));

    let portal = interrupt(portal, SOME_SECONDS);
    let in_between = boot_log(&portal, &token, &server).await;
    assert!(in_between.starts_with(&at_first) && in_between.len() > at_first.len());
    assert_eq!(portal.status(&token, &server).await, "SHUTOFF");

    let portal = interrupt(portal, SOME_SECONDS);
    let at_last = boot_log(&portal, &token, &server).await;
    assert!(at_last.starts_with(&in_between));
    assert!(at_last.ends_with(" login: "));
    assert_eq!(portal.status(&token, &server).await, "ACTIVE");
}

#[tokio::test]
async fn a_machine_that_was_stopping_is_off_afterwards() {
    let (portal, token, server) = portal_with("ACTIVE").await;
    begin(&portal, &token, &server, "stop", &json!({})).await;

    let portal = interrupt(portal, LONG);
    assert_eq!(portal.status(&token, &server).await, "SHUTOFF");
    let log = boot_log(&portal, &token, &server).await;
    assert!(log.ends_with("reboot: Power down\n"));
}

#[tokio::test]
async fn a_rebuild_ends_with_the_new_system() {
    let (portal, token, server) = portal_with("ACTIVE").await;
    let before = boot_log(&portal, &token, &server).await;
    assert!(!before.contains("AlmaLinux"));
    begin(&portal, &token, &server, "rebuild", &json!({"os_image": 3})).await;

    let portal = interrupt(portal, SOME_SECONDS);
    assert_eq!(portal.status(&token, &server).await, "REBUILD");

    let portal = interrupt(portal, LONG);
    assert_eq!(portal.status(&token, &server).await, "ACTIVE");
    let after = boot_log(&portal, &token, &server).await;
    assert!(after.starts_with("SeaBIOS") && after.contains("AlmaLinux"));
}

#[tokio::test]
async fn a_new_name_is_there_although_nobody_watched() {
    let (portal, token, server) = portal_with("ACTIVE").await;
    let name = json!({"server_name": "Cửa hàng"});
    begin(&portal, &token, &server, "rename", &name).await;

    let portal = interrupt(portal, LONG);
    let shown = portal.get(&format!("server/{server}/")).token(&token).await;
    assert_eq!(shown.expect(StatusCode::OK)["name"], "Cửa hàng");
}

#[tokio::test]
async fn filling_again_changes_nothing() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let database = vps_portal_backend::storage::Database::open(&portal.database_path()).unwrap();
    vps_portal_backend::storage::demo::fill(&database, chrono::Utc::now()).unwrap();
    let answer = portal.get("auth/tokens").token(&token).await;
    assert_eq!(answer.status, StatusCode::OK);
}
