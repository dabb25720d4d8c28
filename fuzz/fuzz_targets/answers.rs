//! What a service answers: every call ends in a value or in one error that a person can be shown, whatever comes back,
//! and a link that is opened leads to the web. Times, links, error bodies and the types of the contract are all read on
//! the way.

#![no_main]

// The portal uses the rest.
#[allow(dead_code, unused_imports)]
#[path = "../../src/api/mod.rs"]
mod api;
#[allow(dead_code)]
#[path = "../../src/json.rs"]
mod json;

use std::sync::Arc;

use chrono::DateTime;
use futures::FutureExt;
use futures::future::{LocalBoxFuture, ready};
use libfuzzer_sys::fuzz_target;

use api::server::ServerQuery;
use api::server_actions::PowerAction;
use api::transport::{Request, Response, Transport, TransportError};
use api::{ApiError, Client, ErrorKind};

/// The statuses that are read in ways of their own.
const STATUSES: [u16; 12] = [200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 503];

fuzz_target!(
    |input: (u8, Option<String>, Option<String>, Option<String>, String)| {
        let (status, retry_after, date, request_id, body) = input;
        let response = Response {
            status: STATUSES[usize::from(status) % STATUSES.len()],
            retry_after,
            date,
            body,
            request_id,
            received_at: DateTime::from_timestamp(1_795_435_200, 0).unwrap_or_default(),
        };
        let client = Client::new(Arc::new(Always(response)), "/api/v1", "Token");
        read_all(&client);
        do_all(&client);
    }
);

/// A service that always answers the same.
struct Always(Response);

impl Transport for Always {
    fn send(&self, _: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        ready(Ok(self.0.clone())).boxed_local()
    }
}

/// The calls that read.
fn read_all(client: &Client) {
    check(client.current_token());
    check(client.account());
    check(client.profile());
    check(client.projects());
    check(client.list_tokens(1));
    check(client.list_servers(&ServerQuery::default()));
    check(client.server("id"));
    check(client.server_boot_log("id"));
    check(client.server_volumes("id"));
    check(client.server_action_log("id"));
    check(client.server_ports("id"));
    if let Some(console) = check(client.server_console("id")) {
        let link = console
            .safe_link()
            .unwrap_or("https://none")
            .to_ascii_lowercase();
        assert!(link.starts_with("https://") || link.starts_with("http://"));
    }
}

/// The calls that change something: their answers are all alike.
fn do_all(client: &Client) {
    check(client.power_server("id", PowerAction::Start));
    check(client.rename_server("id", "name"));
    check(client.delete_token());
}

/// The value of a call that has one; else its error has been looked at.
fn check<Answer>(call: impl Future<Output = Result<Answer, ApiError>>) -> Option<Answer> {
    let answer = call
        .now_or_never()
        .unwrap_or_else(|| panic!("nothing here waits"));
    answer.map_err(|error| check_words(&error)).ok()
}

/// What a person is shown of the service's words is short and plain.
fn check_words(error: &ApiError) {
    let fields = match &error.kind {
        ErrorKind::Invalid { fields } => fields.as_slice(),
        _ => &[],
    };
    let sentences = fields.iter().flat_map(|(_, sentences)| sentences);
    for words in error.message.iter().chain(sentences) {
        assert!(!words.is_empty() && words.chars().count() <= 501);
        assert!(!words.chars().any(char::is_control));
    }
}
