//! One server.

mod details;

use std::any::Any;
use std::slice;
use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};

pub use self::details::{ActivityOf, CONSOLE_LINK_LIFETIME, ConsoleOf, PortsOf, VolumesOf};
use super::actions::{self, Source};
use super::query::Query;
use super::servers::{Gathered, QUICKLY, SLOWLY};
use crate::api::server::Server;
use crate::api::{ApiError, Client};
use crate::browser::clock;

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
        async move {
            let asked_at = clock::now();
            let server = client.server(&instance_id).await?;
            actions::seen(slice::from_ref(&server), asked_at, Source::Page);
            Ok(server)
        }
        .boxed_local()
    }

    fn permission(&self) -> Option<&'static str> {
        Some("servers:list")
    }

    fn interval(answer: Option<&Server>) -> Option<Duration> {
        let is_restless = |server: &Server| {
            server.status.is_passing() || actions::is_awaited(slice::from_ref(server))
        };
        Some(match answer.is_some_and(is_restless) {
            true => QUICKLY,
            false => SLOWLY,
        })
    }

    /// A list knows all of a server.
    fn borrow(&self, other: &dyn Any) -> Option<Server> {
        let list: &Gathered = other.downcast_ref()?;
        let mut servers = list.servers.iter();
        servers.find(|server| server.instance_id == self.0).cloned()
    }
}
