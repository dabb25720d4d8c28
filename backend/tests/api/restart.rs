//! What is kept when the process ends.

use axum::http::StatusCode;
use chrono::TimeDelta;

use crate::harness::Portal;

#[tokio::test]
async fn a_machine_that_was_booting_has_booted_after_a_restart() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "SHUTOFF").await;
    let answer = portal
        .post(&format!("server/{id}/start/"))
        .token(&token)
        .await;
    answer.expect(StatusCode::OK);
    portal.wait(TimeDelta::seconds(6));
    let portal = portal.restarted();
    assert_eq!(portal.status(&token, &id).await, "SHUTOFF");
    portal.wait(TimeDelta::seconds(6));
    assert_eq!(portal.status(&token, &id).await, "ACTIVE");
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
