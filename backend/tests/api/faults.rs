//! Every failure on purpose, where the portal meets it.

use axum::http::header::RETRY_AFTER;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use vps_portal_backend::faults::{Fault, FaultyAccount};

use crate::harness::{Answer, PASSWORD, Portal};

/// Twenty seconds after the present of every test's start, as HTTP writes it.
const IN_20_SECONDS: &str = "Mon, 23 Nov 2026 02:00:20 GMT";

/// The calls on one server, and the field that each complains of when it is to complain of one.
const CALLS_ON_A_SERVER: [(Method, &str, &str); 12] = [
    (Method::GET, "", "instance_id"),
    (Method::GET, "console/", "instance_id"),
    (Method::GET, "get_console_log/", "instance_id"),
    (Method::GET, "list_volume_attached/", "instance_id"),
    (Method::GET, "get_action_log/", "instance_id"),
    (Method::GET, "list_ip/", "instance_id"),
    (Method::POST, "start/", "instance_id"),
    (Method::POST, "stop/", "instance_id"),
    (Method::POST, "reboot/", "instance_id"),
    (Method::POST, "rename/", "server_name"),
    (Method::POST, "rebuild/", "os_image"),
    (Method::POST, "change_password/", "password"),
];

/// Fails unless an answer is what this kind of failure promises, for a call with this field.
fn assert_fails(answer: &Answer, fault: Fault, field: &str) {
    let (kind, text) = (fault.kind(), answer.text());
    let parsed: Option<Value> = serde_json::from_str(text).ok();
    let json = parsed.clone().unwrap_or_default();
    let retry_after = answer.header(RETRY_AFTER);
    let has_detail = json["detail"].is_string();
    let (status, has_shape) = match kind {
        "error-true-200" => (200, json["error"] == true && json["message"].is_string()),
        "error-true" => (400, json["error"] == true && json["message"].is_string()),
        "message" => (409, json["error"].is_null() && json["message"].is_string()),
        "detail" => (400, has_detail),
        "non-field" => (400, json["non_field_errors"][0].is_string()),
        "field" => (400, json[field][0].is_string()),
        "list" => (400, json[0].is_string()),
        "html" => (500, text.starts_with("<html>")),
        "empty" => (502, text.is_empty()),
        "text" => (
            503,
            parsed.is_none() && !text.is_empty() && retry_after == "20",
        ),
        "rate-limited" => (429, has_detail && retry_after == "20"),
        "rate-limited-date" => (429, has_detail && retry_after == IN_20_SECONDS),
        "rate-limited-bare" => (429, has_detail && retry_after.is_empty()),
        "unauthorised" => (401, has_detail),
        "forbidden" => (403, has_detail),
        "not-found" => (404, has_detail),
        "conflict" => (409, has_detail),
        "too-large" => (413, text.starts_with("<html>")),
        "broken-json" => (200, parsed.is_none() && text.starts_with('{')),
        "wrong-shape" => (200, json == json!([1, 2, 3])),
        "html-200" => (200, text.starts_with("<html>")),
        // Without a connection to close, all that shows is that there is no body.
        "reset" => (200, text.is_empty()),
        other => panic!("{other} is no failure that answers"),
    };
    assert_eq!(answer.status, status, "{kind}");
    assert!(has_shape, "{kind}: {text}");
}

/// Every failure but the one that is only late.
fn failures() -> impl Iterator<Item = Fault> {
    Fault::ALL.into_iter().filter(|fault| *fault != Fault::Slow)
}

/// The address of the calls on the server that fails in this way.
async fn faulty_server(portal: &Portal, token: &str, kind: &str) -> String {
    let servers = portal.get("server/?page_size=100").token(token).await;
    let servers = servers.expect(StatusCode::OK);
    let name = format!("fault-{kind}");
    let server = servers["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|server| server["name"] == name.as_str())
        .unwrap();
    format!("server/{}/", server["instance_id"].as_str().unwrap())
}

#[tokio::test]
async fn signing_in_fails_as_the_address_says() {
    let portal = Portal::new();
    for fault in failures() {
        let email = FaultyAccount::SignIn(fault).address();
        let request = json!({"email": email, "password": PASSWORD});
        let answer = portal.post("auth/tokens").json(&request).await;
        assert_fails(&answer, fault, "email");
    }
}

#[tokio::test]
async fn the_list_fails_as_the_address_says_though_signing_in_works() {
    let portal = Portal::new();
    for fault in failures() {
        let token = portal.sign_in(&FaultyAccount::List(fault).address()).await;
        for call in ["server/", "server/?page=1&server_name=web"] {
            let answer = portal.get(call).token(&token).await;
            assert_fails(&answer, fault, "page");
        }
        let shown = portal.get("auth/tokens").token(&token).await;
        assert_eq!(shown.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_list_in_turns_is_good_first_and_after_each_failure() {
    let portal = Portal::new();
    for fault in failures() {
        let email = FaultyAccount::ListInTurns(fault).address();
        let token = portal.sign_in(&email).await;
        let failing_calls = if fault == Fault::Reset { 2 } else { 1 };
        for _ in 0..2 {
            let good = portal.get("server/").token(&token).await;
            assert_eq!(good.expect(StatusCode::OK)["count"], 2, "{email}");
            for _ in 0..failing_calls {
                let answer = portal.get("server/").token(&token).await;
                assert_fails(&answer, fault, "page");
            }
        }
    }
}

#[tokio::test]
async fn a_list_in_turns_starts_well_with_every_token() {
    let portal = Portal::new();
    for _ in 0..2 {
        let token = portal.sign_in("then-html@list.fault.example").await;
        let listed = portal.get("server/").token(&token).await;
        assert_eq!(listed.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn every_call_on_a_server_fails_as_its_name_says() {
    let portal = Portal::new();
    let token = portal.sign_in("faults@example.com").await;
    for fault in failures() {
        let server = faulty_server(&portal, &token, fault.kind()).await;
        for (method, call, field) in CALLS_ON_A_SERVER {
            let path = format!("{server}{call}");
            let answer = portal.call(method, &path).token(&token).await;
            assert_fails(&answer, fault, field);
        }
    }
}

#[tokio::test]
async fn the_list_shows_servers_that_fail_beside_one_that_works() {
    let portal = Portal::new();
    let token = portal.sign_in("faults@example.com").await;
    let servers = portal.get("server/?page_size=100").token(&token).await;
    let servers = servers.expect(StatusCode::OK);
    assert_eq!(servers["count"], Fault::ALL.len() + 1);
    let control = &servers["results"][0];
    assert_eq!(control["name"], "control");
    let path = format!("server/{}/", control["instance_id"].as_str().unwrap());
    let shown = portal.get(&path).token(&token).await;
    assert_eq!(&shown.expect(StatusCode::OK), control);
}

#[tokio::test(start_paused = true)]
async fn what_is_slow_is_right_three_seconds_later() {
    let portal = Portal::new();
    let start = tokio::time::Instant::now();
    let is_late = |times: u64| start.elapsed().as_secs() == 3 * times;

    portal.sign_in("slow@sign-in.fault.example").await;
    assert!(is_late(1));

    let token = portal.sign_in("slow@list.fault.example").await;
    let listed = portal.get("server/").token(&token).await;
    assert_eq!(listed.expect(StatusCode::OK)["count"], 2);
    assert!(is_late(2));

    let token = portal.sign_in("faults@example.com").await;
    let server = faulty_server(&portal, &token, "slow").await;
    let shown = portal.get(&server).token(&token).await;
    assert_eq!(shown.expect(StatusCode::OK)["name"], "fault-slow");
    assert!(is_late(3));
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
