//! What can be done to a server, and how long it takes.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{Answer, Portal};

async fn act(portal: &Portal, token: &str, id: &str, call: &str, body: Option<Value>) -> Answer {
    let request = portal.post(&format!("server/{id}/{call}/")).token(token);
    match body {
        Some(body) => request.json(&body).await,
        None => request.await,
    }
}

/// The status right after an action, and after it is done.
async fn statuses(call: &str, body: Option<Value>, from: &str, seconds: i64) -> [String; 2] {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, from).await;
    let answer = act(&portal, &token, &id, call, body).await;
    assert!(answer.expect(StatusCode::OK)["message"].is_string());
    let meanwhile = portal.status(&token, &id).await;
    portal.wait(TimeDelta::seconds(seconds) - TimeDelta::milliseconds(1));
    assert_eq!(portal.status(&token, &id).await, meanwhile);
    portal.wait(TimeDelta::milliseconds(1));
    [meanwhile, portal.status(&token, &id).await]
}

#[tokio::test]
async fn each_action_passes_through_its_statuses_in_its_time() {
    assert_eq!(
        statuses("start", None, "SHUTOFF", 12).await,
        ["SHUTOFF", "ACTIVE"]
    );
    assert_eq!(
        statuses("stop", None, "ACTIVE", 8).await,
        ["ACTIVE", "SHUTOFF"]
    );
    assert_eq!(
        statuses("reboot", None, "ACTIVE", 15).await,
        ["REBOOT", "ACTIVE"]
    );
    let linux = Some(json!({"os_image": 2}));
    assert_eq!(
        statuses("rebuild", linux, "SHUTOFF", 150).await,
        ["REBUILD", "ACTIVE"]
    );
    let windows = Some(json!({"os_image": 4}));
    assert_eq!(
        statuses("rebuild", windows, "ERROR", 540).await,
        ["REBUILD", "ACTIVE"]
    );
    let password = Some(json!({"password": "New-pass-1", "re_password": "New-pass-1"}));
    assert_eq!(
        statuses("change_password", password, "ACTIVE", 4).await,
        ["PASSWORD", "ACTIVE"]
    );
}

#[tokio::test]
async fn an_action_that_does_not_fit_the_status_is_refused_with_a_sentence() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    for (status, call) in [
        ("ACTIVE", "start"),
        ("SHUTOFF", "stop"),
        ("SHUTOFF", "reboot"),
        ("ERROR", "start"),
        ("PAUSED", "stop"),
    ] {
        let id = portal.server(&token, status).await;
        let answer = act(&portal, &token, &id, call, None).await;
        let sentence = format!("Cannot {call} a server whose status is {status}.");
        assert_eq!(
            answer.expect(StatusCode::CONFLICT),
            json!({"message": sentence})
        );
    }
}

#[tokio::test]
async fn while_one_action_runs_another_is_refused() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "SHUTOFF").await;
    act(&portal, &token, &id, "start", None)
        .await
        .expect(StatusCode::OK);
    let answer = act(&portal, &token, &id, "start", None).await;
    assert!(answer.expect(StatusCode::CONFLICT)["message"].is_string());
    portal.wait(TimeDelta::seconds(12));
    act(&portal, &token, &id, "stop", None)
        .await
        .expect(StatusCode::OK);
}

#[tokio::test]
async fn a_new_name_of_any_script_takes_its_time_and_can_be_searched() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let name = "MÁY CHỦ ម៉ាស៊ីន 🚀";
    let body = json!({"server_name": format!("  {name} ")});
    act(&portal, &token, &id, "rename", Some(body))
        .await
        .expect(StatusCode::OK);
    portal.wait(TimeDelta::seconds(2));
    let found = portal
        .get("server/?server_name=m%C3%A1y%20ch%E1%BB%A7%20%E1%9E%98")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    assert_eq!(found["results"][0]["name"], name);
    assert_eq!(found["results"][0]["instance_id"], id);
}

#[tokio::test]
async fn names_and_images_that_cannot_be_are_refused_beside_their_field() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    for name in [
        json!(""),
        json!("  "),
        json!("a\nb"),
        json!("x".repeat(64)),
        json!(3),
        json!(null),
    ] {
        let answer = act(
            &portal,
            &token,
            &id,
            "rename",
            Some(json!({"server_name": name})),
        )
        .await;
        let body = answer.expect(StatusCode::BAD_REQUEST);
        assert!(body["server_name"][0].is_string(), "{name}");
    }
    for image in [json!(0), json!(99), json!("1"), json!(null), json!(1.5)] {
        let answer = act(
            &portal,
            &token,
            &id,
            "rebuild",
            Some(json!({"os_image": image})),
        )
        .await;
        let body = answer.expect(StatusCode::BAD_REQUEST);
        assert!(body["os_image"][0].is_string(), "{image}");
    }
    let longest = json!({"server_name": "ក".repeat(63)});
    act(&portal, &token, &id, "rename", Some(longest))
        .await
        .expect(StatusCode::OK);
}

#[tokio::test]
async fn a_servers_password_keeps_the_rules_and_is_repeated() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let weak = json!({"password": "weak", "re_password": "other"});
    let answer = act(&portal, &token, &id, "change_password", Some(weak)).await;
    assert_eq!(
        answer.expect(StatusCode::BAD_REQUEST),
        json!({
            "password": [
                "Use at least 8 characters.",
                "Use at least one upper-case letter.",
                "Use at least one digit.",
                "Use at least one special character.",
            ],
            "re_password": ["The two passwords are not the same."],
        })
    );
}

#[tokio::test]
async fn the_boot_log_grows_while_the_machine_boots_and_keeps_its_end() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "SHUTOFF").await;
    let log = async |token: &str| {
        let answer = portal
            .get(&format!("server/{id}/get_console_log/"))
            .token(token)
            .await;
        let body = answer.expect(StatusCode::OK);
        body["console_log"].as_str().unwrap().to_owned()
    };
    act(&portal, &token, &id, "start", None)
        .await
        .expect(StatusCode::OK);
    let mut earlier = log(&token).await;
    for _ in 0..4 {
        portal.wait(TimeDelta::seconds(3));
        let later = log(&token).await;
        assert!(later.starts_with(&earlier) && later.len() > earlier.len());
        earlier = later;
    }
    assert!(earlier.contains("\u{1b}[") && earlier.contains("login:"));
    portal.wait(TimeDelta::days(3650));
    let token = portal.sign_in("demo@example.com").await;
    let kept = log(&token).await.len();
    assert!((200 * 1024..=256 * 1024).contains(&kept), "{kept}");
}

#[tokio::test]
async fn every_action_is_written_down_the_newest_first() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    for (call, body) in [
        ("reboot", None),
        ("rename", Some(json!({"server_name": "written-down"}))),
        ("stop", None),
    ] {
        act(&portal, &token, &id, call, body)
            .await
            .expect(StatusCode::OK);
        portal.wait(TimeDelta::minutes(1));
    }
    let answer = portal
        .get(&format!("server/{id}/get_action_log/"))
        .token(&token)
        .await;
    let log = answer.expect(StatusCode::OK);
    let words: Vec<&str> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["action"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["stop", "rename", "reboot"]);
    assert_eq!(log[0]["instance_uuid"], *id);
    assert_eq!(log[0]["user_id"], "demo@example.com");
    assert_eq!(log[0]["project_id"], "demo-main");
}

#[tokio::test]
async fn volumes_and_addresses_have_the_contracts_shapes() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let volumes = portal
        .get(&format!("server/{id}/list_volume_attached/"))
        .token(&token)
        .await
        .expect(StatusCode::OK);
    assert_eq!(volumes[0]["bootable"], "true");
    assert!(volumes[0]["size"].as_u64().unwrap() > 0);
    let server = portal.get(&format!("server/{id}/")).token(&token).await;
    let server = server.expect(StatusCode::OK);
    let ports = portal
        .get(&format!("server/{id}/list_ip/"))
        .token(&token)
        .await
        .expect(StatusCode::OK);
    let shown: Vec<&Value> = ports
        .as_array()
        .unwrap()
        .iter()
        .map(|port| &port["fixed_ips"][0]["ip_address"])
        .collect();
    let expected: Vec<&Value> = server["ip_addresses"].as_array().unwrap().iter().collect();
    assert_eq!(shown, expected);
    assert!(
        ports[0]["mac_address"]
            .as_str()
            .unwrap()
            .starts_with("fa:16:3e:")
    );
}
