//! A transport for tests: it keeps what is sent and gives the answers that it was told.

use std::collections::VecDeque;
use std::future::ready;
use std::sync::{Arc, Mutex};

use chrono::DateTime;
use futures::FutureExt;
use futures::future::LocalBoxFuture;

use super::client::Client;
use super::transport::{Request, Response, Transport, TransportError};

/// Gives its answers in turn; a request beyond the last one finds no network.
pub struct Scripted {
    answers: Mutex<VecDeque<Result<Response, TransportError>>>,
    sent: Mutex<Vec<Request>>,
}

impl Scripted {
    /// A transport with these answers.
    pub fn new(answers: impl IntoIterator<Item = Result<Response, TransportError>>) -> Arc<Self> {
        Arc::new(Self {
            answers: Mutex::new(answers.into_iter().collect()),
            sent: Mutex::default(),
        })
    }

    /// A transport with one answer.
    pub fn answering(status: u16, body: &str) -> Arc<Self> {
        Self::new([Ok(answer(status, body))])
    }

    /// A client that asks through this transport, as a fresh deployment does: `/api/v1`, `Token`, no token.
    pub fn client(self: &Arc<Self>) -> Client {
        let transport: Arc<dyn Transport> = self.clone();
        Client::new(transport, "/api/v1", "Token")
    }

    /// What was sent until now.
    pub fn sent(&self) -> Vec<Request> {
        self.sent.lock().expect("no test panics here").clone()
    }
}

impl Transport for Scripted {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        self.sent.lock().expect("no test panics here").push(request);
        let answer = self
            .answers
            .lock()
            .expect("no test panics here")
            .pop_front();
        ready(answer.unwrap_or(Err(TransportError::Network))).boxed_local()
    }
}

/// An answer without headers, received at noon (UTC) on 23 November 2026.
pub fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        retry_after: None,
        date: None,
        request_id: None,
        body: body.to_owned(),
        received_at: DateTime::from_timestamp(1_795_435_200, 0).expect("a time in range"),
    }
}
