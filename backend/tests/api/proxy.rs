//! Behind a proxy: whose word counts.

use axum::http::{HeaderName, StatusCode};
use serde_json::{Value, json};
use vps_portal_backend::server::Settings;

use crate::harness::Portal;

const FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The address of the second page, and the address that a session is said to come from.
async fn shown(portal: &Portal) -> (Value, Value) {
    let request = json!({"email": "fleet@example.com", "password": crate::harness::PASSWORD});
    let answer = portal
        .post("auth/tokens")
        .header(FOR, "203.0.113.1, 198.51.100.7")
        .json(&request)
        .await;
    let body = answer.expect(StatusCode::OK);
    let token = body["token"].as_str().unwrap();
    let servers = portal
        .get("server/?page_size=5")
        .header(PROTO, "https")
        .token(token)
        .await
        .expect(StatusCode::OK);
    let tokens = portal.get("token/").token(token).await;
    let tokens = tokens.expect(StatusCode::OK);
    (
        servers["next"].clone(),
        tokens["results"][0]["real_ip"].clone(),
    )
}

#[tokio::test]
async fn forwarded_headers_count_only_when_a_proxy_of_ours_sets_them() {
    let direct = Portal::new();
    let (next, real_ip) = shown(&direct).await;
    assert_eq!(
        next,
        "http://portal.example/api/v1/server/?page_size=5&page=2"
    );
    assert_eq!(real_ip, "0.0.0.0");

    let proxied = Portal::with_settings(Settings {
        is_behind_proxy: true,
        ..Settings::default()
    });
    let (next, real_ip) = shown(&proxied).await;
    assert_eq!(
        next,
        "https://portal.example/api/v1/server/?page_size=5&page=2"
    );
    assert_eq!(real_ip, "198.51.100.7");
}

#[tokio::test]
async fn a_public_address_stands_in_every_link() {
    let portal = Portal::with_settings(Settings {
        public_url: Some("https://vps.example/cloud".to_owned()),
        ..Settings::default()
    });
    let (next, _) = shown(&portal).await;
    assert_eq!(
        next,
        "https://vps.example/cloud/api/v1/server/?page_size=5&page=2"
    );
}

#[tokio::test]
async fn a_host_that_is_none_is_not_written_into_links() {
    let portal = Portal::new();
    let token = portal.sign_in("fleet@example.com").await;
    let answer = portal
        .get("server/")
        .header(axum::http::header::HOST, "evil.example/path?")
        .token(&token)
        .await;
    let next = answer.expect(StatusCode::OK)["next"].clone();
    assert_eq!(next, "http://localhost/api/v1/server/?page=2");
}
