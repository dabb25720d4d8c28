//! Each failure becomes one error, by the shapes of the contract (Errors).

use std::time::Duration;

use proptest::prelude::*;

use super::now;
use crate::api::ApiError;
use crate::api::error::ErrorKind;
use crate::api::scripted::{Scripted, answer};
use crate::api::secret::Secret;
use crate::api::transport::{Response, TransportError};

/// The error of a call that is answered so.
fn failure(response: Result<Response, TransportError>) -> ApiError {
    let scripted = Scripted::new([response]);
    now(scripted.client().server("one")).expect_err("the answer tells of a failure")
}

fn refused(status: u16, body: &str) -> ApiError {
    failure(Ok(answer(status, body)))
}

fn words(status: u16, body: &str) -> Option<String> {
    refused(status, body).message
}

#[test]
fn a_failure_told_in_a_success_is_a_failure() {
    let error = refused(200, r#"{"error": true, "message": "The server is busy."}"#);
    assert_eq!(error.kind, ErrorKind::Other);
    assert_eq!(error.message.as_deref(), Some("The server is busy."));
    assert_eq!(error.status, Some(200));
    assert_eq!(refused(200, r#"{"error": true}"#).message, None);
}

#[test]
fn an_error_that_is_not_true_is_no_failure() {
    for body in [
        r#"{"error": false, "instance_id": "one"}"#,
        r#"{"error": "true", "instance_id": "one"}"#,
        r#"{"error": null, "instance_id": "one"}"#,
        r#"{"message": "Done.", "detail": "Done.", "instance_id": "one"}"#,
    ] {
        let scripted = Scripted::answering(200, body);
        let server = now(scripted.client().server("one")).expect("a server");
        assert_eq!(server.instance_id, "one");
    }
}

#[test]
fn the_shapes_are_tried_in_their_order() {
    let all = r#"{"detail": "2", "message": "1", "non_field_errors": ["3"], "name": ["4"]}"#;
    assert_eq!(words(400, all).as_deref(), Some("1"));
    let without_message = r#"{"name": ["4"], "detail": "2", "non_field_errors": ["3"]}"#;
    assert_eq!(words(400, without_message).as_deref(), Some("2"));
    let fields = r#"{"name": ["4"], "non_field_errors": ["3", "again"]}"#;
    assert_eq!(words(400, fields).as_deref(), Some("3 again"));
    assert_eq!(words(400, r#"["5", "6"]"#).as_deref(), Some("5 6"));
    assert_eq!(words(409, r#"["5"]"#).as_deref(), Some("5"));
    assert_eq!(words(400, r#"{"name": ["4"]}"#), None);
}

#[test]
fn an_empty_message_gives_way_to_the_next_shape() {
    assert_eq!(
        words(409, r#"{"message": " ", "detail": "It is off."}"#).as_deref(),
        Some("It is off.")
    );
}

#[test]
fn refused_fields_are_named_with_their_sentences() {
    let error = refused(
        400,
        r#"{"password": ["Too short.", "No digit."], "non_field_errors": ["Not so."], "code": 7, "email": [], "hint": "x"}"#,
    );
    let fields = vec![(
        String::from("password"),
        vec![String::from("Too short."), String::from("No digit.")],
    )];
    assert_eq!(error.kind, ErrorKind::Invalid { fields });
    assert_eq!(error.message.as_deref(), Some("Not so."));
}

#[test]
fn fields_belong_to_a_refused_request_alone() {
    let error = refused(409, r#"{"server_name": ["Taken."]}"#);
    assert_eq!((error.kind, error.message), (ErrorKind::Conflict, None));
}

#[test]
fn nothing_is_shown_of_any_other_body() {
    for body in [
        "<!doctype html><title>502 Bad Gateway</title>",
        "upstream connect error",
        "",
        "\"a text\"",
        "17",
        "{\"detail\": \"cut of",
        "{\"detail\": {\"secret\": 1}}",
    ] {
        let error = refused(502, body);
        assert_eq!(error.kind, ErrorKind::Server { retry_after: None });
        assert_eq!(error.message, None, "{body}");
    }
}

#[test]
fn each_status_has_its_kind() {
    let invalid = ErrorKind::Invalid { fields: Vec::new() };
    let server = ErrorKind::Server { retry_after: None };
    for (status, kind) in [
        (400, invalid.clone()),
        (401, ErrorKind::Unauthorised),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        (405, ErrorKind::Other),
        (409, ErrorKind::Conflict),
        (413, ErrorKind::TooLarge),
        (422, invalid),
        (429, ErrorKind::RateLimited { retry_after: None }),
        (500, server.clone()),
        (599, server),
        (304, ErrorKind::Other),
        (0, ErrorKind::Other),
    ] {
        let error = refused(status, r#"{"detail": "No."}"#);
        assert_eq!(error.kind, kind, "{status}");
        assert_eq!(error.message.as_deref(), Some("No."));
        assert_eq!(error.status, Some(status));
    }
}

#[test]
fn a_success_that_is_not_what_was_asked_is_unreadable() {
    for body in ["<html>", "", "[1, 2, 3]", "{}", "{\"instance_id\": \"o"] {
        let error = refused(200, body);
        assert_eq!(error.kind, ErrorKind::Unreadable, "{body}");
        assert_eq!((error.message, error.status), (None, Some(200)));
    }
}

#[test]
fn no_answer_is_told_by_what_went_wrong() {
    for (transport_error, kind) in [
        (TransportError::Network, ErrorKind::Network),
        (TransportError::TimedOut, ErrorKind::TimedOut),
        (TransportError::TooLarge, ErrorKind::TooLarge),
    ] {
        let error = failure(Err(transport_error));
        assert_eq!(
            (error.kind, error.message, error.status),
            (kind, None, None)
        );
    }
}

#[test]
fn the_wait_after_too_many_requests_is_told() {
    let wait = |status: u16, header: &str, date: Option<&str>| {
        let response = Response {
            retry_after: Some(String::from(header)),
            date: date.map(String::from),
            ..answer(status, "")
        };
        match failure(Ok(response)).kind {
            ErrorKind::RateLimited { retry_after } | ErrorKind::Server { retry_after } => {
                retry_after
            }
            kind => panic!("{kind:?}"),
        }
    };
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(wait(429, "20", None), seconds(20));
    assert_eq!(wait(503, " 20 ", None), seconds(20));
    assert_eq!(
        wait(429, "Mon, 23 Nov 2026 12:00:20 GMT", None),
        seconds(20)
    );
    assert_eq!(wait(429, "Mon, 23 Nov 2026 11:00:00 GMT", None), seconds(0));
    let service_clock = Some("Mon, 23 Nov 2026 13:00:00 GMT");
    let in_a_minute = "Mon, 23 Nov 2026 13:01:00 GMT";
    assert_eq!(wait(429, in_a_minute, service_clock), seconds(60));
    for nonsense in ["", "soon", "-5", "+5", "1.5", "99999999999999999999"] {
        assert_eq!(wait(429, nonsense, None), None, "{nonsense}");
    }
}

/// The reference of a refused call that was made with this token and is called so.
fn reference(token: &str, id: &str) -> Option<String> {
    let refusal = Response {
        request_id: Some(id.to_owned()),
        ..answer(500, "")
    };
    let client = Scripted::new([Ok(refusal)]).client();
    let client = client.with_token(Some(Secret::new(token.to_owned())));
    now(client.server("one"))
        .expect_err("the answer tells of a failure")
        .reference
}

#[test]
fn a_failure_has_the_name_that_the_service_calls_it_by() {
    for id in ["7f3a9c01d2e4b586", "Root=1-67891233-abcdef", "a/b+c_d:e.f"] {
        assert_eq!(reference("secret", id).as_deref(), Some(id));
    }
    let unreadable = Response {
        request_id: Some("one".to_owned()),
        ..answer(200, "[]")
    };
    let error = failure(Ok(unreadable));
    assert_eq!(
        (error.kind, error.reference.as_deref()),
        (ErrorKind::Unreadable, Some("one"))
    );
    assert_eq!(refused(500, "").reference, None);
}

#[test]
fn a_name_that_tells_the_token_is_none() {
    for id in ["secret", "id-secret-1", "secretsecret"] {
        assert_eq!(reference("secret", id), None, "{id}");
    }
}

#[test]
fn a_failure_says_the_same_whatever_it_is_called() {
    let one = refused(500, "");
    let named = ApiError {
        reference: Some("one".to_owned()),
        ..one.clone()
    };
    assert!(one.says_the_same(&named) && one != named);
    assert!(!one.says_the_same(&refused(502, "")));
}

proptest! {
    #[test]
    fn any_name_is_short_and_plain_or_none(id in any::<String>(), long in "[a-z0-9]{60,70}") {
        for id in [id, long] {
            if let Some(shown) = reference("secret", &id) {
                prop_assert!(shown == id && (1..=64).contains(&shown.len()));
                prop_assert!(shown.bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert!(!shown.contains(['<', '"', '\'', '&', '%', '\\']));
            }
        }
    }
}
