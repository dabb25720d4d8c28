//! The list of servers: what a person wants to see of it, how that is asked, and how the answer is laid out.

mod apart;
mod arrange;
mod attention;
mod everything;
pub mod export;
mod gather;
pub mod kept;
mod nearness;
pub mod pinned;
mod plan;
pub mod regions;
pub mod selection;
pub mod summary;
mod view;

use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};

use self::arrange::arrange;
pub use self::arrange::{Arranged, page_of};
pub use self::everything::everything;
pub use self::gather::Gathered;
pub use self::nearness::Nearness;
use self::plan::Plan;
pub use self::view::{Column, DEFAULT_PAGE_SIZE, ListView, PAGE_SIZES, Sort};
use super::actions::{self, Source};
use super::cache;
use super::query::Query;
use crate::api::server::Server;
use crate::api::{ApiError, Client};
use crate::browser::clock;

/// How often a list is renewed while a server in it is in passing or something is done to it.
pub const QUICKLY: Duration = Duration::from_secs(3);
/// How often a list is renewed otherwise.
pub const SLOWLY: Duration = Duration::from_secs(30);
/// How often a list of many pages is renewed: it costs a request for each.
const SELDOM: Duration = Duration::from_secs(120);
/// From how many servers on a list counts as one of many pages.
const MANY: usize = 200;

/// The question for the servers of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct ServersQuery {
    plan: Plan,
}

impl ServersQuery {
    /// The question for what `view` shows.
    #[must_use]
    pub fn of(view: &ListView) -> Self {
        Self {
            plan: Plan::of(view),
        }
    }

    /// The question for some servers of which a field holds `text`, one request for each field that can: enough to choose
    /// from, however many there are.
    #[must_use]
    pub fn some_holding(text: &str) -> Self {
        Self {
            plan: Plan::some_holding(text),
        }
    }
}

/// The servers that the answers so far tell of, the newest first; some of them several times. Does not subscribe.
#[must_use]
pub fn known() -> Vec<Server> {
    let told = |gathered: &Gathered| gathered.servers.clone();
    cache::told(told).into_iter().flatten().collect()
}

impl Query for ServersQuery {
    type Answer = Gathered;

    fn key(&self) -> String {
        self.plan.key()
    }

    fn ask(&self, client: Client) -> LocalBoxFuture<'static, Result<Gathered, ApiError>> {
        let plan = self.plan.clone();
        async move {
            let asked_at = clock::now();
            let gathered = plan.carry_out(&client).await?;
            actions::seen(&gathered.servers, asked_at, Source::Page);
            regions::learn(&gathered.servers);
            Ok(gathered)
        }
        .boxed_local()
    }

    fn permission(&self) -> Option<&'static str> {
        Some("servers:list")
    }

    fn interval(answer: Option<&Gathered>) -> Option<Duration> {
        let servers = answer
            .map(|answer| answer.servers.as_slice())
            .unwrap_or_default();
        let is_restless = || {
            servers.iter().any(|server| server.status.is_passing()) || actions::is_awaited(servers)
        };
        Some(match servers.len() > MANY {
            true => SELDOM,
            false if is_restless() => QUICKLY,
            false => SLOWLY,
        })
    }
}
