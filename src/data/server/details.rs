//! What a server shows of itself besides its facts: console, volumes, network cards, what was done to it.

use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};

use crate::api::server_details::{Console, Volume};
use crate::api::vendor::{ActionLogEntry, Port};
use crate::api::{ApiError, Client};
use crate::data::optional::if_known;
use crate::data::query::Query;
use crate::data::servers::SLOWLY;

/// How long a link to a console is held for good: the service does not say, and services end them after ten minutes.
pub const CONSOLE_LINK_LIFETIME: Duration = Duration::from_secs(9 * 60 + 30);
/// After how long a link is replaced, in good time before it ends.
const CONSOLE_LINK_RENEWED_AFTER: Duration = Duration::from_secs(8 * 60);

/// A link to the console of the server with this instance id. Whoever holds it sees the server's screen, so it is kept
/// in memory alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ConsoleOf(pub String);

impl Query for ConsoleOf {
    type Answer = Console;

    fn key(&self) -> String {
        ["console ", &self.0].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Console, ApiError>> {
        let instance_id = self.0.clone();
        async move { client.server_console(&instance_id).await }.boxed_local()
    }

    fn interval(_: Option<&Console>) -> Option<Duration> {
        Some(CONSOLE_LINK_RENEWED_AFTER)
    }
}

/// The volumes of the server with this instance id.
#[derive(Clone, PartialEq, Eq)]
pub struct VolumesOf(pub String);

impl Query for VolumesOf {
    type Answer = Vec<Volume>;

    fn key(&self) -> String {
        ["volumes ", &self.0].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Vec<Volume>, ApiError>> {
        let instance_id = self.0.clone();
        async move { client.server_volumes(&instance_id).await }.boxed_local()
    }

    fn interval(_: Option<&Vec<Volume>>) -> Option<Duration> {
        Some(SLOWLY)
    }
}

/// The network cards of the server with this instance id; `None` where the service does not tell them.
#[derive(Clone, PartialEq, Eq)]
pub struct PortsOf(pub String);

impl Query for PortsOf {
    type Answer = Option<Vec<Port>>;

    fn key(&self) -> String {
        ["ports ", &self.0].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Self::Answer, ApiError>> {
        let instance_id = self.0.clone();
        async move { if_known(client.server_ports(&instance_id).await) }.boxed_local()
    }
}

/// What was done to the server with this instance id, the newest first; `None` where the service does not tell.
#[derive(Clone, PartialEq, Eq)]
pub struct ActivityOf(pub String);

impl Query for ActivityOf {
    type Answer = Option<Vec<ActionLogEntry>>;

    fn key(&self) -> String {
        ["activity ", &self.0].concat()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Self::Answer, ApiError>> {
        let instance_id = self.0.clone();
        async move {
            let mut entries = if_known(client.server_action_log(&instance_id).await)?;
            // The contract says nothing of the order. Those without a time come last.
            if let Some(entries) = &mut entries {
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.start_time));
            }
            Ok(entries)
        }
        .boxed_local()
    }

    fn interval(answer: Option<&Self::Answer>) -> Option<Duration> {
        // A service that has no such log will not have one in half a minute.
        answer.is_none_or(Option::is_some).then_some(SLOWLY)
    }
}
