//! Whatever is sent, nothing of ours breaks.

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value};

use crate::harness::Portal;

/// Any JSON, not too deep.
fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,80}".prop_map(Value::from),
        "[\\x00-\\x1f\u{feff}\u{202e}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(".{0,12}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// An object with the fields of the contract's requests, each of them anything.
fn request_body() -> impl Strategy<Value = Value> {
    const FIELDS: [&str; 13] = [
        "email",
        "expired",
        "project_id",
        "server_name",
        "os_image",
        "re_password",
        "old_password",
        "new_password",
        "first_name",
        "gender",
        "phone_number",
        "token_key",
        "company",
    ];
    let field = prop::sample::select(FIELDS.as_slice()).prop_map(str::to_owned);
    prop::collection::vec((field, json_value()), 0..6)
        .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>()))
}

/// Changes that cannot sign the test out.
const CALLS: [(Method, &str); 8] = [
    (Method::POST, "auth/tokens"),
    (Method::POST, "server/ID/rename/"),
    (Method::POST, "server/ID/rebuild/"),
    (Method::POST, "server/ID/change_password/"),
    (Method::POST, "server/ID/stop/"),
    (Method::PATCH, "user/update_profile/"),
    (Method::POST, "user/change_password/"),
    (Method::POST, "token/revoke_token/"),
];

#[tokio::test]
async fn no_body_is_answered_with_a_failure_of_ours() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let id = portal.server(&token, "ACTIVE").await;
    let mut runner = TestRunner::new(Config::default());
    for _ in 0..60 {
        let body = request_body().new_tree(&mut runner).unwrap().current();
        for (method, path) in CALLS {
            let answer = portal
                .call(method, &path.replace("ID", &id))
                .token(&token)
                .json(&body)
                .await;
            assert!(answer.status.as_u16() < 500, "{path} {body}");
            assert!(answer.json().is_object(), "{path} {body}");
        }
    }
}

#[tokio::test]
async fn no_query_and_no_header_is_answered_with_a_failure_of_ours() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let bytes = prop::collection::vec(any::<u8>(), 0..24);
    let mut runner = TestRunner::new(Config::default());
    for _ in 0..120 {
        let value = bytes.new_tree(&mut runner).unwrap().current();
        let encoded: String = value.iter().map(|byte| format!("%{byte:02x}")).collect();
        let filters = [
            "server_id",
            "server_ip",
            "server_name",
            "server_status",
            "server_expired",
            "page_size",
        ];
        for path in filters
            .map(|name| format!("server/?{name}={encoded}"))
            .into_iter()
            .chain([
                format!("server/?{encoded}"),
                format!("server/{encoded}/"),
                encoded.clone(),
            ])
        {
            let answer = portal.get(&path).token(&token).await;
            assert!(answer.status.as_u16() < 500, "{path}");
        }
        let plain: String = value
            .iter()
            .map(|byte| char::from(byte & 0x3f | 0x20))
            .collect();
        let answer = portal.get("server/").header(AUTHORIZATION, &plain).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        let answer = portal
            .post("auth/tokens")
            .header(CONTENT_TYPE, "application/json")
            .body(value)
            .await;
        assert!(answer.status.as_u16() < 500);
    }
}
