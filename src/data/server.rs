//! One server.

use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};

use super::query::Query;
use super::servers::{QUICKLY, SLOWLY};
use crate::api::server::Server;
use crate::api::{ApiError, Client};

/// A server, by its instance id.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerById(pub String);

impl Query for ServerById {
    type Answer = Server;

    fn key(&self) -> String {
        ["server ", &self.0].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Server, ApiError>> {
        let instance_id = self.0.clone();
        async move { client.server(&instance_id).await }.boxed_local()
    }

    fn interval(answer: Option<&Server>) -> Option<Duration> {
        Some(if answer.is_some_and(|server| server.status.is_passing()) {
            QUICKLY
        } else {
            SLOWLY
        })
    }
}
