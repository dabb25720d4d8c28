//! The boot log of a server.

use std::sync::Arc;
use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};

use super::query::Query;
use crate::api::{ApiError, Client};

/// How often a log that is followed is asked for.
const FOLLOWED: Duration = Duration::from_secs(2);

/// The boot log of the server with this instance id, with its escape sequences.
#[derive(Clone, PartialEq, Eq)]
pub struct BootLogOf(pub String);

impl Query for BootLogOf {
    type Answer = Arc<str>;

    fn key(&self) -> String {
        ["boot-log ", &self.0].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Arc<str>, ApiError>> {
        let instance_id = self.0.clone();
        async move { client.server_boot_log(&instance_id).await.map(Arc::from) }.boxed_local()
    }
}

/// The same question, and so the same answer, asked again and again.
#[derive(Clone, PartialEq, Eq)]
pub struct Followed(pub BootLogOf);

impl Query for Followed {
    type Answer = Arc<str>;

    fn key(&self) -> String {
        self.0.key()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Arc<str>, ApiError>> {
        self.0.ask(client)
    }

    fn interval(_: Option<&Arc<str>>) -> Option<Duration> {
        Some(FOLLOWED)
    }
}
