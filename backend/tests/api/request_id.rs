//! Every answer of the API has a name of its own; nothing else has one.

use std::collections::HashSet;

use vps_portal_backend::web::request_id::REQUEST_ID;

use crate::harness::Portal;

#[tokio::test]
async fn every_call_has_a_name_of_its_own() {
    let portal = Portal::new();
    let token = portal.sign_in("single@example.com").await;
    let mut names = HashSet::new();
    for path in ["server/", "server/", "server/nowhere/", "/api/none"] {
        let answer = portal.get(path).token(&token).await;
        let name = answer.header(REQUEST_ID).to_owned();
        assert!(
            name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{name}"
        );
        assert!(names.insert(name), "{path}");
    }
}

#[tokio::test]
async fn failures_on_purpose_have_one_too() {
    let portal = Portal::new();
    let answer = portal.get("server/").token("vps_nobody").await;
    assert_eq!(answer.header(REQUEST_ID).len(), 16);
}
