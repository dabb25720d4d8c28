//! Every answer against what the contract's section "Errors" says of it.

use std::io::{Read, Write};
use std::net::TcpStream;

use axum::Router;
use axum::routing::get;
use http_body_util::BodyExt;

use super::*;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_784_894_096, 0).unwrap()
}

async fn answer(fault: Fault) -> (StatusCode, HeaderMap, String) {
    let FaultOutcome::Respond(response) = fault.answer("email", now()) else {
        panic!("{} gives no answer of its own", fault.kind());
    };
    let (head, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    (
        head.status,
        head.headers,
        String::from_utf8(bytes.to_vec()).unwrap(),
    )
}

async fn answer_in_json(fault: Fault) -> (u16, Value) {
    let (status, headers, body) = answer(fault).await;
    assert_eq!(headers[CONTENT_TYPE], "application/json");
    (status.as_u16(), serde_json::from_str(&body).unwrap())
}

#[tokio::test]
async fn every_shape_of_the_contract_is_made() {
    let text = |fault: Fault| json!(fault.sentence());
    let detail = |fault: Fault| json!({"detail": text(fault)});
    let error = |fault: Fault| json!({"error": true, "message": text(fault)});
    let expected = [
        (Fault::ErrorTrue200, 200, error(Fault::ErrorTrue200)),
        (Fault::ErrorTrue, 400, error(Fault::ErrorTrue)),
        (
            Fault::Message,
            409,
            json!({"message": text(Fault::Message)}),
        ),
        (Fault::Detail, 400, detail(Fault::Detail)),
        (
            Fault::NonField,
            400,
            json!({"non_field_errors": [text(Fault::NonField)]}),
        ),
        (Fault::Field, 400, json!({"email": [text(Fault::Field)]})),
        (Fault::List, 400, json!([text(Fault::List)])),
        (Fault::RateLimited, 429, detail(Fault::RateLimited)),
        (Fault::RateLimitedDate, 429, detail(Fault::RateLimitedDate)),
        (Fault::RateLimitedBare, 429, detail(Fault::RateLimitedBare)),
        (Fault::Unauthorised, 401, detail(Fault::Unauthorised)),
        (Fault::Forbidden, 403, detail(Fault::Forbidden)),
        (Fault::NotFound, 404, detail(Fault::NotFound)),
        (Fault::Conflict, 409, detail(Fault::Conflict)),
        (Fault::WrongShape, 200, json!([1, 2, 3])),
    ];
    for (fault, status, body) in expected {
        assert_eq!(
            answer_in_json(fault).await,
            (status, body),
            "{}",
            fault.kind()
        );
    }
}

#[tokio::test]
async fn the_shapes_of_proxies_are_made() {
    for (fault, status) in [
        (Fault::Html, 500),
        (Fault::TooLarge, 413),
        (Fault::Html200, 200),
    ] {
        let (answered, headers, body) = answer(fault).await;
        assert_eq!(answered, status, "{}", fault.kind());
        assert_eq!(headers[CONTENT_TYPE], "text/html; charset=utf-8");
        assert!(body.starts_with("<html>"));
    }

    let (status, _, body) = answer(Fault::Empty).await;
    assert_eq!((status.as_u16(), body.as_str()), (502, ""));

    let (status, headers, body) = answer(Fault::Text).await;
    assert_eq!(status, 503);
    assert_eq!(headers[CONTENT_TYPE], "text/plain; charset=utf-8");
    assert_eq!(headers[RETRY_AFTER], "20");
    assert!(!body.is_empty());
}

#[tokio::test]
async fn broken_json_breaks_off() {
    let (status, headers, body) = answer(Fault::BrokenJson).await;
    assert_eq!(status, 200);
    assert_eq!(headers[CONTENT_TYPE], "application/json");
    assert!(serde_json::from_str::<Value>(&body).unwrap_err().is_eof());
}

#[tokio::test]
async fn a_rate_limit_says_when_to_come_back_in_seconds_as_a_date_or_not_at_all() {
    let (_, seconds, _) = answer(Fault::RateLimited).await;
    assert_eq!(seconds[RETRY_AFTER], "20");
    let (_, date, _) = answer(Fault::RateLimitedDate).await;
    assert_eq!(date[DATE], "Fri, 24 Jul 2026 11:54:56 GMT");
    assert_eq!(date[RETRY_AFTER], "Fri, 24 Jul 2026 11:55:16 GMT");
    let (_, bare, _) = answer(Fault::RateLimitedBare).await;
    assert_eq!(bare.get(RETRY_AFTER), None);
}

#[test]
fn slow_is_late_and_right() {
    let FaultOutcome::Delay(delay) = Fault::Slow.answer("email", now()) else {
        panic!("slow gives an answer of its own");
    };
    assert_eq!(delay, Duration::from_secs(3));
}

#[tokio::test]
async fn reset_closes_the_connection_without_a_byte() {
    let resetting = async || match Fault::Reset.answer("email", now()) {
        FaultOutcome::Respond(response) => response,
        FaultOutcome::Delay(_) => panic!("reset waits"),
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = axum::serve(listener, Router::new().route("/", get(resetting)));
    let client = tokio::task::spawn_blocking(move || {
        let mut connection = TcpStream::connect(address).unwrap();
        connection
            .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .unwrap();
        let mut received = Vec::new();
        let outcome = connection.read_to_end(&mut received);
        (outcome.map_err(|error| error.kind()), received)
    });
    let (outcome, received) = tokio::select! {
        result = client => result.unwrap(),
        _ = server => panic!("the server ended first"),
    };
    assert!(matches!(
        outcome,
        Ok(0) | Err(io::ErrorKind::ConnectionReset)
    ));
    assert_eq!(received, b"");
}
