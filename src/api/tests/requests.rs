//! What goes out: addresses, headers, bodies.

use super::now;
use crate::api::auth::NewToken;
use crate::api::error::ErrorKind;
use crate::api::scripted::Scripted;
use crate::api::server::{ServerQuery, Status};
use crate::api::transport::{Method, TIMEOUT};
use crate::api::{Client, Secret};

fn authorization(scheme: &str, token: &str) -> Option<String> {
    let scripted = Scripted::answering(200, "{}");
    let client = Client::new(scripted.clone(), "/api/v1", scheme);
    let client = client.with_token(Some(Secret::new(token)));
    now(client.delete_token()).expect("any 2xx is success");
    scripted.sent().remove(0).authorization
}

/// The address that a query for servers is sent to.
fn address(query: &ServerQuery) -> String {
    let scripted = Scripted::answering(200, r#"{"results": []}"#);
    now(scripted.client().list_servers(query)).expect("a page");
    scripted.sent().remove(0).url
}

#[test]
fn the_token_follows_the_word_of_the_deployment() {
    assert_eq!(authorization("Token", "abc").as_deref(), Some("Token abc"));
    assert_eq!(
        authorization("Bearer", "abc").as_deref(),
        Some("Bearer abc")
    );
}

#[test]
fn a_token_of_vps_org_always_goes_as_bearer() {
    assert_eq!(
        authorization("Token", "vps_abc").as_deref(),
        Some("Bearer vps_abc")
    );
}

#[test]
fn a_token_that_no_header_can_hold_is_not_sent() {
    for token in ["a b", "a\nX-Other: b", "khóa", "\u{0}"] {
        let scripted = Scripted::answering(200, "{}");
        let client = scripted.client().with_token(Some(Secret::new(token)));
        let error = now(client.current_token()).expect_err("the token is refused");
        assert_eq!(error.kind, ErrorKind::Unauthorised);
        assert!(scripted.sent().is_empty());
    }
}

#[test]
fn signing_in_sends_no_token_and_leaves_out_what_was_not_given() {
    let scripted = Scripted::answering(200, r#"{"message": "", "token": "abc"}"#);
    let wanted = NewToken {
        email: String::from("demo@example.com"),
        password: String::from("p\"\\ässword"),
        hours: None,
        project_id: None,
    };
    let token = now(scripted.client().create_token(&wanted)).expect("a token");
    assert_eq!(token.reveal(), "abc");
    let request = scripted.sent().remove(0);
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.url, "/api/v1/auth/tokens");
    assert_eq!(request.authorization, None);
    assert_eq!(request.timeout, TIMEOUT);
    assert_eq!(
        request.body.as_deref(),
        Some(r#"{"email":"demo@example.com","password":"p\"\\ässword"}"#)
    );
}

#[test]
fn a_base_may_end_in_a_slash_and_be_elsewhere() {
    for base in [
        "https://portal.example/api/v1",
        "https://portal.example/api/v1/",
    ] {
        let scripted = Scripted::answering(204, "");
        let client = Client::new(scripted.clone(), base, "Token");
        now(client.delete_token()).expect("any 2xx is success");
        assert_eq!(
            scripted.sent().remove(0).url,
            "https://portal.example/api/v1/auth/tokens"
        );
    }
}

#[test]
fn nothing_asked_is_no_query() {
    assert_eq!(address(&ServerQuery::default()), "/api/v1/server/");
}

#[test]
fn everything_asked_is_in_the_query() {
    let query = ServerQuery {
        page: Some(2),
        page_size: Some(100),
        id: String::from("6f"),
        ip: String::from("2001:db8::7"),
        name: String::from("máy & chủ=1+1"),
        status: Some(Status::HardReboot),
        expired: String::from("2026-11-23"),
        created: String::from("2026-11-22"),
    };
    assert_eq!(
        address(&query),
        "/api/v1/server/?page=2&page_size=100&server_id=6f&server_ip=2001%3Adb8%3A%3A7\
         &server_name=m%C3%A1y%20%26%20ch%E1%BB%A7%3D1%2B1&server_status=HARD_REBOOT\
         &server_expired=2026-11-23&server_created=2026-11-22"
    );
}

#[test]
fn an_instance_id_stays_one_segment() {
    let scripted = Scripted::answering(200, r#"{"instance_id": "x"}"#);
    now(scripted.client().server("../a/b?c#d%2e")).expect("a server");
    assert_eq!(
        scripted.sent().remove(0).url,
        "/api/v1/server/..%2Fa%2Fb%3Fc%23d%252e/"
    );
}

#[test]
fn an_instance_id_that_no_address_can_hold_is_not_found() {
    for instance_id in ["", ".", ".."] {
        let scripted = Scripted::answering(200, r#"{"instance_id": "x"}"#);
        let error = now(scripted.client().server(instance_id)).expect_err("no such server");
        assert_eq!((error.kind, error.status), (ErrorKind::NotFound, None));
        assert!(scripted.sent().is_empty());
    }
}
