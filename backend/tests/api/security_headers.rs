//! What every answer tells a browser not to do, whatever is answered.

use std::collections::BTreeSet;

use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, ETAG, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use serde_json::json;
use vps_portal_backend::faults::Fault;

use crate::harness::{Answer, PASSWORD, Portal};

const PAGE: &str = include_str!("../../../deploy/policy.txt").trim_ascii_end();
const DATA: &str = "default-src 'none'; frame-ancestors 'none'";
const CONSOLE: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Fails unless an answer has this policy and all that goes with it.
fn assert_guarded(answer: &Answer, policy: &str, what: &str) {
    let what = format!("{what}: {}", answer.status);
    assert_eq!(answer.header(CONTENT_SECURITY_POLICY), policy, "{what}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{what}, {name}");
    }
    assert!(
        answer.header("permissions-policy").contains("camera=()"),
        "{what}"
    );
    if policy == DATA {
        assert_eq!(answer.header(CACHE_CONTROL), "no-store", "{what}");
    }
}

fn portal() -> Portal {
    Portal::with_files(&[("index.html", "page"), ("icon.svg", "icon")])
}

#[tokio::test]
async fn on_the_page_and_its_files_found_or_not() {
    let portal = portal();
    for (method, path, status) in [
        (Method::GET, "/", 200),
        (Method::HEAD, "/", 200),
        (Method::GET, "/servers/some/log", 200),
        (Method::GET, "/icon.svg", 200),
        (Method::GET, "/missing.js", 404),
        (Method::GET, "/../portal.sqlite3", 404),
        (Method::POST, "/login", 405),
        (Method::OPTIONS, "/", 405),
        (Method::DELETE, "/icon.svg", 405),
    ] {
        let what = format!("{method} {path}");
        let answer = portal.call(method, path).header(ACCEPT, "*/*").await;
        assert_eq!(answer.status, status, "{what}");
        assert_guarded(&answer, PAGE, &what);
    }
    let known = portal.get("/icon.svg").await.header(ETAG).to_owned();
    let unchanged = portal.get("/icon.svg").header(IF_NONE_MATCH, &known).await;
    assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED);
    assert_guarded(&unchanged, PAGE, "unchanged");
    assert_guarded(&Portal::new().get("/").await, PAGE, "without a page");
}

#[tokio::test]
async fn on_the_console() {
    let portal = portal();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let links = portal.get(&format!("server/{id}/console/"));
    let links = links.token(&token).await.expect(StatusCode::OK);
    let link = links[0]["url"].as_str().unwrap();
    let link = link.strip_prefix("http://portal.example").unwrap();
    for (path, status) in [(link, 200), ("/console/none", 404), ("/console/%ff", 404)] {
        let answer = portal.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        assert_guarded(&answer, CONSOLE, path);
    }
    assert_guarded(&portal.get("/console/style.css").await, PAGE, "its style");
    assert_guarded(&portal.post("/console/none").await, PAGE, "a POST to it");
}

#[tokio::test]
async fn on_every_answer_of_the_api() {
    let portal = portal();
    let token = portal.sign_in("single@example.com").await;
    let large = " ".repeat(64 * 1024 + 1);
    for (method, path, body, status) in [
        (Method::GET, "server/", "", 200),
        (Method::HEAD, "server/", "", 200),
        (Method::GET, "account/me/", "", 200),
        (Method::POST, "auth/tokens", "{", 400),
        (Method::GET, "server/none/", "", 404),
        (Method::GET, "nowhere/", "", 404),
        (Method::GET, "/api", "", 404),
        (Method::GET, "//api/v1/server/", "", 404),
        (Method::GET, "/api/v1/x.js", "", 404),
        (Method::PUT, "server/", "", 405),
        (Method::OPTIONS, "server/", "", 405),
        (Method::OPTIONS, "auth/tokens", "", 405),
        (Method::POST, "auth/tokens", &large, 413),
        (Method::DELETE, "auth/tokens", "", 200),
        (Method::GET, "server/", "", 401),
    ] {
        let what = format!("{method} {path}");
        let call = portal.call(method, path).token(&token);
        let answer = call
            .header(axum::http::header::CONTENT_TYPE, "application/json")
            .body(body.to_owned())
            .await;
        assert_eq!(answer.status, status, "{what}");
        assert_guarded(&answer, DATA, &what);
    }
    let no_json = portal.post("auth/tokens").body("email=a").await;
    assert_eq!(no_json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_guarded(&no_json, DATA, "no JSON");
}

#[tokio::test]
async fn on_every_failure() {
    let portal = portal();
    let mut statuses = BTreeSet::new();
    for fault in Fault::ALL {
        let email = format!("{}@sign-in.fault.example", fault.kind());
        let request = json!({"email": email, "password": PASSWORD});
        let answer = portal.post("auth/tokens").json(&request).await;
        assert_guarded(&answer, DATA, fault.kind());
        statuses.insert(answer.status.as_u16());
    }
    let all = [200, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503];
    assert!(statuses.is_superset(&BTreeSet::from(all)), "{statuses:?}");
}
