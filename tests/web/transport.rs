//! How requests go through the browser's `fetch`. The browser's own is put aside for a while, and keeps what it is asked.

use std::time::Duration;

use futures::FutureExt;
use js_sys::{Function, Reflect};
use vps_portal::api::browser::Browser;
use vps_portal::api::transport::{Method, Request, Response, Transport, TransportError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortSignal, Headers};

/// A `fetch` that answers with the outcome of a piece of JavaScript, until it is dropped.
struct Fetch {
    browsers_own: JsValue,
}

impl Fetch {
    fn answering(script: &str) -> Self {
        let body = ["globalThis.asked = { url, ...options };", script].concat();
        let browsers_own = global("fetch");
        set_global("fetch", &Function::new_with_args("url, options", &body));
        Self { browsers_own }
    }

    /// What was asked last: the address, or one of the options.
    fn asked(&self, name: &str) -> JsValue {
        member(&global("asked"), name)
    }

    fn asked_text(&self, name: &str) -> Option<String> {
        self.asked(name).as_string()
    }

    fn asked_header(&self, name: &str) -> Option<String> {
        let headers: Headers = self.asked("headers").unchecked_into();
        headers.get(name).expect("a header's name")
    }

    fn is_aborted(&self) -> bool {
        self.asked("signal")
            .unchecked_into::<AbortSignal>()
            .aborted()
    }
}

impl Drop for Fetch {
    fn drop(&mut self) {
        set_global("fetch", &self.browsers_own);
    }
}

fn global(name: &str) -> JsValue {
    member(&js_sys::global(), name)
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

fn set_global(name: &str, value: &JsValue) {
    Reflect::set(&js_sys::global(), &name.into(), value).expect("a global that can be set");
}

fn question() -> Request {
    Request {
        method: Method::Get,
        url: String::from("/api/v1/server/"),
        authorization: None,
        body: None,
        timeout: Duration::from_secs(30),
    }
}

async fn answer(request: Request) -> Result<Response, TransportError> {
    Browser::default().send(request).await
}

#[wasm_bindgen_test]
async fn a_request_goes_out_as_it_is_and_nowhere_else() {
    let fetch = Fetch::answering("return Promise.resolve(new Response('{}'))");
    let request = Request {
        method: Method::Patch,
        authorization: Some(String::from("Token abc")),
        body: Some(String::from(r#"{"name":"máy"}"#)),
        ..question()
    };
    answer(request).await.expect("an answer");
    for (option, expected) in [
        ("url", "/api/v1/server/"),
        ("method", "PATCH"),
        ("body", r#"{"name":"máy"}"#),
        ("cache", "no-store"),
        ("credentials", "omit"),
        ("redirect", "error"),
        ("referrerPolicy", "no-referrer"),
    ] {
        assert_eq!(
            fetch.asked_text(option).as_deref(),
            Some(expected),
            "{option}"
        );
    }
    for (header, expected) in [
        ("Authorization", "Token abc"),
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
    ] {
        assert_eq!(
            fetch.asked_header(header).as_deref(),
            Some(expected),
            "{header}"
        );
    }
}

#[wasm_bindgen_test]
async fn what_a_request_lacks_is_not_sent() {
    let fetch = Fetch::answering("return Promise.resolve(new Response('{}'))");
    answer(question()).await.expect("an answer");
    assert!(fetch.asked("body").is_undefined());
    assert_eq!(fetch.asked_header("Authorization"), None);
    assert_eq!(fetch.asked_header("Content-Type"), None);
}

#[wasm_bindgen_test]
async fn an_answer_that_is_on_its_way_is_taken_for_a_question_with_a_token() {
    let _fetch = Fetch::answering("return Promise.resolve(new Response('asked'))");
    let browser = Browser::after(|address, authorization, _| {
        assert_eq!((address, authorization), ("/api/v1/server/", "Token abc"));
        let early = web_sys::Response::new_with_opt_str(Some("early")).expect("a response");
        Some(js_sys::Promise::resolve(&JsValue::from(early)))
    });
    let with_token = Request {
        authorization: Some(String::from("Token abc")),
        ..question()
    };
    for (request, expected) in [(with_token, "early"), (question(), "asked")] {
        let response = browser.send(request).await.expect("an answer");
        assert_eq!(response.body, expected);
    }
}

#[wasm_bindgen_test]
async fn an_answer_of_any_status_is_an_answer() {
    let _fetch = Fetch::answering(
        "return Promise.resolve(new Response('{\"detail\": \"đợi\"}', {
            status: 429, headers: { 'Retry-After': '20', Date: 'Mon, 23 Nov 2026 12:00:00 GMT' } }))",
    );
    let response = answer(question()).await.expect("an answer");
    assert_eq!(response.status, 429);
    assert_eq!(response.body, r#"{"detail": "đợi"}"#);
    assert_eq!(response.retry_after.as_deref(), Some("20"));
    assert_eq!(
        response.date.as_deref(),
        Some("Mon, 23 Nov 2026 12:00:00 GMT")
    );
    assert!(response.received_at.timestamp() > 0);
}

#[wasm_bindgen_test]
async fn an_answer_without_a_body_has_an_empty_one() {
    let _fetch = Fetch::answering("return Promise.resolve(new Response(null, { status: 204 }))");
    let response = answer(question()).await.expect("an answer");
    assert_eq!((response.status, response.body.as_str()), (204, ""));
}

#[wasm_bindgen_test]
async fn a_character_may_come_in_two_pieces() {
    let _fetch = Fetch::answering(
        "return Promise.resolve(new Response(new ReadableStream({ start(stream) {
            for (const piece of [[0xc4], [0x91, 0x21], [0xff]]) stream.enqueue(new Uint8Array(piece));
            stream.close() } })))",
    );
    let response = answer(question()).await.expect("an answer");
    assert_eq!(response.body, "đ!\u{fffd}");
}

#[wasm_bindgen_test]
async fn what_the_browser_refuses_is_the_network() {
    for script in [
        "return Promise.reject(new TypeError('Failed to fetch'))",
        "return Promise.resolve(new Response(new ReadableStream({ pull(stream) { stream.error('broken') } })))",
    ] {
        let _fetch = Fetch::answering(script);
        assert_eq!(answer(question()).await, Err(TransportError::Network));
    }
}

#[wasm_bindgen_test]
async fn an_endless_answer_is_left() {
    let fetch = Fetch::answering(
        "return Promise.resolve(new Response(new ReadableStream({
            pull(stream) { stream.enqueue(new Uint8Array(1 << 20)) } })))",
    );
    assert_eq!(answer(question()).await, Err(TransportError::TooLarge));
    assert!(fetch.is_aborted());
}

#[wasm_bindgen_test]
async fn an_answer_that_takes_too_long_is_left() {
    for script in [
        "return new Promise(() => {})",
        "return Promise.resolve(new Response(new ReadableStream({})))",
    ] {
        let fetch = Fetch::answering(script);
        let request = Request {
            timeout: Duration::from_millis(10),
            ..question()
        };
        assert_eq!(answer(request).await, Err(TransportError::TimedOut));
        assert!(fetch.is_aborted());
    }
}

#[wasm_bindgen_test]
fn a_request_that_nobody_waits_for_any_more_is_aborted() {
    let fetch = Fetch::answering("return new Promise(() => {})");
    let mut waiting = Browser::default().send(question());
    assert!((&mut waiting).now_or_never().is_none());
    assert!(!fetch.is_aborted());
    drop(waiting);
    assert!(fetch.is_aborted());
}
