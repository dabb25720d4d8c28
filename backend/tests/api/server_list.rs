//! `GET /server/`: pages, filters, and whose servers they are.

use std::collections::HashSet;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::harness::Portal;

async fn list(portal: &Portal, token: &str, query: &str) -> Value {
    let answer = portal
        .get(&format!("server/?page_size=100&{query}"))
        .token(token)
        .await;
    answer.expect(StatusCode::OK)
}

fn texts<'a>(page: &'a Value, field: &str) -> Vec<&'a str> {
    let results = page["results"].as_array().unwrap();
    results
        .iter()
        .map(|server| server[field].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn all_pages_together_hold_every_server_once_the_newest_first() {
    let portal = Portal::new();
    let token = portal.sign_in("fleet@example.com").await;
    let mut next = Some("/api/v1/server/?page_size=100".to_owned());
    let (mut ids, mut created, mut pages) = (HashSet::new(), Vec::new(), 0);
    while let Some(path) = next {
        let page = portal.get(&path).token(&token).await.expect(StatusCode::OK);
        assert_eq!(page["count"], 10_000);
        ids.extend(texts(&page, "instance_id").into_iter().map(str::to_owned));
        created.extend(texts(&page, "created").into_iter().map(str::to_owned));
        next = page["next"].as_str().map(|address| {
            let path = address.strip_prefix("http://portal.example").unwrap();
            path.to_owned()
        });
        pages += 1;
    }
    assert_eq!((ids.len(), pages), (10_000, 100));
    assert!(created.is_sorted_by(|newer, older| newer >= older));
}

#[tokio::test]
async fn a_page_has_twenty_servers_unless_asked_and_never_more_than_a_hundred() {
    let portal = Portal::new();
    let token = portal.sign_in("fleet@example.com").await;
    for (query, size) in [("", 20), ("?page_size=7", 7), ("?page_size=1000", 100)] {
        let page = portal.get(&format!("server/{query}")).token(&token).await;
        let page = page.expect(StatusCode::OK);
        assert_eq!(page["results"].as_array().unwrap().len(), size, "{query}");
        assert_eq!(page["previous"], Value::Null);
    }
}

#[tokio::test]
async fn a_page_past_the_end_or_none_at_all_answers_404() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    for page in ["2", "0", "-1", "x", "99999999999999999999", ""] {
        let answer = portal
            .get(&format!("server/?page={page}"))
            .token(&token)
            .await;
        assert_eq!(
            answer.expect(StatusCode::NOT_FOUND),
            json!({"detail": "Invalid page."})
        );
    }
}

#[tokio::test]
async fn an_account_without_servers_has_an_empty_first_page() {
    let portal = Portal::new();
    let token = portal.sign_in("empty@example.com").await;
    let page = list(&portal, &token, "").await;
    assert_eq!(
        page,
        json!({"count": 0, "next": null, "previous": null, "results": []})
    );
}

#[tokio::test]
async fn names_are_found_by_a_part_without_case_in_every_script() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let all = list(&portal, &token, "").await;
    for name in texts(&all, "name") {
        let characters: Vec<char> = name.to_uppercase().chars().collect();
        let part: String = characters[..characters.len().min(5)].iter().collect();
        let query = encoded("server_name", &part);
        let found = list(&portal, &token, &query).await;
        assert!(texts(&found, "name").contains(&name), "{name} by {part}");
    }
}

/// `name=value`, percent-encoded.
fn encoded(name: &str, value: &str) -> String {
    let encoded: String = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("{name}={encoded}")
}

#[tokio::test]
async fn each_filter_finds_what_it_says() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let all = list(&portal, &token, "").await;
    let servers = all["results"].as_array().unwrap();
    let expected = |fits: &dyn Fn(&Value) -> bool| servers.iter().filter(|s| fits(s)).count();
    let text = |server: &Value, field: &str| server[field].as_str().unwrap().to_owned();

    let id = text(&servers[3], "instance_id")[4..20].to_uppercase();
    let day = text(&servers[0], "expired")[..10].to_owned();
    let made = text(&servers[5], "created")[..10].to_owned();
    let has_v6 = |server: &Value| {
        let addresses = server["ip_addresses"].as_array().unwrap();
        addresses
            .iter()
            .any(|ip| ip.as_str().unwrap().contains("2001:db8"))
    };
    let cases: [(String, usize); 8] = [
        (format!("server_id={id}"), 1),
        ("server_ip=2001:DB8".to_owned(), expected(&has_v6)),
        (
            "server_status=shutoff".to_owned(),
            expected(&|s| s["status"] == "SHUTOFF"),
        ),
        ("server_status=SHUT".to_owned(), 0),
        (
            format!("server_expired={day}"),
            expected(&|s| text(s, "expired").starts_with(&day)),
        ),
        (
            format!("server_created={made}"),
            expected(&|s| text(s, "created").starts_with(&made)),
        ),
        ("server_name=&server_status=".to_owned(), servers.len()),
        (
            format!("server_status=ACTIVE&server_expired={day}&unknown=1"),
            expected(&|s| s["status"] == "ACTIVE" && text(s, "expired").starts_with(&day)),
        ),
    ];
    for (query, count) in cases {
        assert_eq!(
            list(&portal, &token, &query).await["count"],
            count,
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_server_looks_alike_in_the_list_and_by_itself() {
    let portal = Portal::new();
    let token = portal.sign_in("demo@example.com").await;
    let all = list(&portal, &token, "").await;
    for server in all["results"].as_array().unwrap() {
        let path = format!("server/{}/", server["instance_id"].as_str().unwrap());
        let alone = portal.get(&path).token(&token).await;
        assert_eq!(alone.expect(StatusCode::OK), *server);
    }
}

#[tokio::test]
async fn the_servers_of_others_do_not_exist() {
    let portal = Portal::new();
    let owner = portal.sign_in("single@example.com").await;
    let stranger = portal.sign_in("demo@example.com").await;
    let id = portal.server(&owner, "ACTIVE").await;
    for call in [
        "",
        "console/",
        "get_console_log/",
        "list_volume_attached/",
        "list_ip/",
        "get_action_log/",
    ] {
        let answer = portal
            .get(&format!("server/{id}/{call}"))
            .token(&stranger)
            .await;
        assert_eq!(
            answer.expect(StatusCode::NOT_FOUND),
            json!({"detail": "Not found."}),
            "{call}"
        );
    }
    for call in [
        "start",
        "stop",
        "reboot",
        "rename",
        "rebuild",
        "change_password",
    ] {
        let answer = portal
            .post(&format!("server/{id}/{call}/"))
            .token(&stranger)
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{call}");
    }
    let found = list(&portal, &stranger, &format!("server_id={id}")).await;
    assert_eq!(found["count"], 0);
}
