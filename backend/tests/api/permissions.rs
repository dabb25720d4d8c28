//! What a named token may do.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::harness::Portal;
use vps_portal_backend::storage::tokens::{self, NewToken};
use vps_portal_backend::storage::{Database, StorageError, users};
use vps_portal_backend::token;

/// A named token of the demo account with these permissions.
fn named_token(portal: &Portal, permissions: &[&str]) -> String {
    let secret = token::new_named_secret().unwrap();
    let database = Database::open(&portal.database_path()).unwrap();
    database
        .write_now(|transaction| -> Result<(), StorageError> {
            let user = users::find_by_email(transaction, "demo@example.com")?.unwrap();
            let new = NewToken {
                hash: token::hash(&secret),
                user_id: user.id,
                project_id: "demo-main".to_owned(),
                is_session: false,
                name: "deploy".to_owned(),
                permissions: permissions.iter().map(ToString::to_string).collect(),
                created_at: user.date_joined,
                expires_at: None,
                real_ip: String::new(),
                user_agent: String::new(),
            };
            Ok(tokens::insert(transaction, &new)?)
        })
        .unwrap();
    secret
}

/// Every call that needs a permission, with the one that it needs; `ID` stands for a server.
const CALLS: [(Method, &str, &str); 19] = [
    (Method::GET, "server/", "servers:list"),
    (Method::GET, "server/ID/", "servers:list"),
    (Method::GET, "server/ID/get_console_log/", "servers:list"),
    (
        Method::GET,
        "server/ID/list_volume_attached/",
        "servers:list",
    ),
    (Method::GET, "server/ID/get_action_log/", "servers:list"),
    (Method::GET, "server/ID/list_ip/", "servers:list"),
    (Method::POST, "server/ID/start/", "servers:power"),
    (Method::POST, "server/ID/stop/", "servers:power"),
    (Method::POST, "server/ID/reboot/", "servers:power"),
    (Method::GET, "server/ID/console/", "servers:update"),
    (Method::POST, "server/ID/rename/", "servers:update"),
    (Method::POST, "server/ID/rebuild/", "servers:update"),
    (Method::POST, "server/ID/change_password/", "servers:update"),
    (Method::PATCH, "user/update_profile/", "*:*"),
    (Method::POST, "user/change_password/", "*:*"),
    (Method::GET, "token/", "*:*"),
    (Method::POST, "token/revoke_token/", "*:*"),
    (Method::POST, "token/revoke_all_token/", "*:*"),
    (Method::DELETE, "auth/tokens", ""),
];

#[tokio::test]
async fn each_call_needs_its_permission_and_no_other() {
    let portal = Portal::new();
    let session = portal.sign_in("demo@example.com").await;
    let id = portal.server(&session, "ACTIVE").await;
    let all = ["servers:list", "servers:power", "servers:update"];
    for (method, path, needed) in CALLS {
        let others: Vec<&str> = all.into_iter().filter(|one| *one != needed).collect();
        for (permissions, is_allowed) in [(others, needed.is_empty()), (vec![needed], true)] {
            let token = named_token(&portal, &permissions);
            let answer = portal
                .call(method.clone(), &path.replace("ID", &id))
                .token(&token)
                .json(&json!({}))
                .await;
            let is_forbidden = answer.status == StatusCode::FORBIDDEN;
            assert_eq!(is_forbidden, !is_allowed, "{method} {path} {permissions:?}");
            if is_forbidden {
                let sentence = format!("This token lacks the permission {needed}.");
                assert_eq!(answer.json(), json!({"detail": sentence}));
            }
        }
    }
}

#[tokio::test]
async fn any_token_may_ask_about_itself_and_its_account() {
    let portal = Portal::new();
    let token = named_token(&portal, &["dns:list"]);
    assert!(token.starts_with("vps_"));
    for path in [
        "account/me/",
        "auth/tokens",
        "user/detail_user/",
        "user/list_project/",
    ] {
        let answer = portal.get(path).token(&token).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    let me = portal
        .get("account/me/")
        .token(&token)
        .await
        .expect(StatusCode::OK);
    assert_eq!(me["token"]["name"], "deploy");
    assert_eq!(me["token"]["expires_at"], Value::Null);
    assert_eq!(me["token"]["permissions"], json!(["dns:list"]));
}

#[tokio::test]
async fn a_named_token_outlives_a_changed_password() {
    let portal = Portal::new();
    let named = named_token(&portal, &["servers:list"]);
    let session = portal.sign_in("demo@example.com").await;
    let change = json!({
        "old_password": crate::harness::PASSWORD, "new_password": "New-password-2", "re_password": "New-password-2",
    });
    let answer = portal
        .post("user/change_password/")
        .token(&session)
        .json(&change)
        .await;
    answer.expect(StatusCode::OK);
    let answer = portal.get("server/").token(&named).await;
    assert_eq!(answer.status, StatusCode::OK);
}
