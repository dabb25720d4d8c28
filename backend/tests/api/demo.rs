//! The demo as the portal meets it: through the routes.

use std::collections::HashSet;

use axum::http::StatusCode;
use chrono::DateTime;
use serde_json::{Value, json};
use vps_portal_backend::demo::{DemoServer, FIRST_ACCOUNT, FIRST_PROJECT, accounts};

use crate::harness::{PASSWORD, Portal};

async fn sign_in_to(portal: &Portal, project: &str) -> String {
    let request = json!({"email": FIRST_ACCOUNT, "password": PASSWORD, "project_id": project});
    let answer = portal.post("auth/tokens").json(&request).await;
    let token = &answer.expect(StatusCode::OK)["token"];
    token.as_str().unwrap().to_owned()
}

async fn ask(portal: &Portal, token: &str, call: &str) -> Value {
    portal.get(call).token(token).await.expect(StatusCode::OK)
}

async fn servers(portal: &Portal, token: &str) -> Vec<Value> {
    let page = ask(portal, token, "server/?page_size=100").await;
    page["results"].as_array().unwrap().clone()
}

/// What the first project was filled with; the moment matters to times alone.
fn chosen() -> Vec<DemoServer> {
    let account = accounts(DateTime::UNIX_EPOCH).remove(0);
    account.projects.into_iter().next().unwrap().servers
}

fn texts<'a>(servers: &'a [Value], field: &str) -> HashSet<&'a str> {
    servers
        .iter()
        .map(|server| server[field].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn the_first_accounts_projects_have_servers_of_their_own() {
    let portal = Portal::new();
    let main = servers(&portal, &sign_in_to(&portal, FIRST_PROJECT).await).await;
    assert_eq!(texts(&main, "status").len(), 20);
    assert_eq!(texts(&main, "region").len(), 4);
    let laboratory = servers(&portal, &sign_in_to(&portal, "demo-lab").await).await;
    assert_eq!(laboratory.len(), 4);
    assert!(texts(&main, "instance_id").is_disjoint(&texts(&laboratory, "instance_id")));
}

#[tokio::test]
async fn servers_come_as_they_were_chosen_in_their_order() {
    let portal = Portal::new();
    let token = sign_in_to(&portal, FIRST_PROJECT).await;
    let (listed, chosen) = (servers(&portal, &token).await, chosen());
    assert_eq!(listed.len(), chosen.len());
    for (listed, chosen) in listed.iter().zip(chosen) {
        assert_eq!(listed["instance_id"], chosen.instance_id.as_str());
        assert_eq!(listed["name"], chosen.name.as_str());
        assert_eq!(listed["status"], chosen.status);
        assert_eq!(listed["region"], chosen.region);
        assert_eq!(listed["ip_addresses"], json!(chosen.ip_addresses));
    }
}

#[tokio::test]
async fn volumes_come_as_they_were_chosen_in_their_order() {
    let portal = Portal::new();
    let token = sign_in_to(&portal, FIRST_PROJECT).await;
    for server in chosen() {
        let call = format!("server/{}/list_volume_attached/", server.instance_id);
        let expected: Vec<Value> = server
            .volumes
            .iter()
            .map(|volume| {
                json!({
                    "bootable": volume.is_bootable.to_string(),
                    "name": volume.name,
                    "size": volume.size,
                    "volume_id": volume.id,
                })
            })
            .collect();
        assert_eq!(ask(&portal, &token, &call).await, json!(expected));
    }
}

#[tokio::test]
async fn every_server_that_was_on_has_a_boot_log() {
    let portal = Portal::new();
    let token = sign_in_to(&portal, FIRST_PROJECT).await;
    for server in servers(&portal, &token).await {
        let id = server["instance_id"].as_str().unwrap();
        let answer = ask(&portal, &token, &format!("server/{id}/get_console_log/")).await;
        let log = answer["console_log"].as_str().unwrap();
        match server["status"].as_str().unwrap() {
            "BUILD" => assert_eq!(log, ""),
            "SHUTOFF" => assert!(log.ends_with("reboot: Power down\n"), "{id}"),
            _ => assert!(log.starts_with("SeaBIOS"), "{id}"),
        }
    }
}

#[tokio::test]
async fn the_fleet_is_searched_and_paged_by_the_server() {
    let portal = Portal::new();
    let token = portal.sign_in("fleet@example.com").await;
    let first = ask(&portal, &token, "server/").await;
    assert_eq!(first["count"], 10_000);
    assert_eq!(first["results"][0]["name"], "edge-0001");
    let last = ask(&portal, &token, "server/?page=500").await;
    assert_eq!(last["results"][19]["name"], "monitor-0050");
    let found = ask(&portal, &token, "server/?server_name=edge-0042").await;
    assert_eq!(found["count"], 1);
}

#[tokio::test]
async fn the_first_account_is_signed_in_elsewhere_already() {
    let portal = Portal::new();
    let token = sign_in_to(&portal, FIRST_PROJECT).await;
    assert_eq!(ask(&portal, &token, "token/").await["count"], 3);
}
