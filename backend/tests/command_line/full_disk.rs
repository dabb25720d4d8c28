//! A process that may not write another byte.

use serde_json::{Value, json};

use crate::folder;
use crate::process::Serving;

const PASSWORD: &str = "Portal-demo-1";
const FINE: &str = "HTTP/1.1 200 OK";

/// A token, if signing in succeeded, and the first line of the answer.
fn sign_in(serving: &Serving) -> (String, String) {
    let (status, body) = serving.sign_in("single@example.com", PASSWORD);
    let answer: Value = serde_json::from_str(&body).unwrap();
    let token = answer["token"].as_str().unwrap_or_default().to_owned();
    (status, token)
}

#[test]
fn it_lives_on_reads_and_writes_again_when_it_may() {
    let folder = folder();
    let mut serving = Serving::start(folder.path(), &["--demo", "--time-scale", "1000"]);
    // Nobody hears what it has to say.
    drop(serving.process.stderr.take());
    let (_, token) = sign_in(&serving);
    let (_, unused_token) = sign_in(&serving);
    let (_, list) = serving.get("/api/v1/server/", &token);
    let list: Value = serde_json::from_str(&list).unwrap();
    let server = list["results"][0]["instance_id"].as_str().unwrap();
    let rename = format!("/api/v1/server/{server}/rename/");
    let name = json!({"server_name": "new-name"});
    assert_eq!(serving.post(&rename, &token, &name).0, FINE);

    serving.limit_files("1");
    // A rename that is due, and a token that is used for the first time: either would be noted if there were room.
    for path in ["/api/v1/server/", "/api/v1/user/detail_user/"] {
        assert_eq!(serving.get(path, &unused_token).0, FINE, "{path}");
    }
    let no_room = "HTTP/1.1 507 Insufficient Storage";
    assert_eq!(sign_in(&serving).0, no_room);
    assert_eq!(serving.post(&rename, &token, &name).0, no_room);

    serving.limit_files("unlimited");
    assert_eq!(sign_in(&serving).0, FINE);
    let (_, shown) = serving.get(&format!("/api/v1/server/{server}/"), &token);
    assert!(shown.contains("new-name"), "{shown}");
}
