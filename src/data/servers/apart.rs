//! What a list needs that is more than one page of the service: a piece of the program of its own, which most visits can
//! begin without. It comes with what stands around the pages (`pages/pieces.rs`), a second after the first of them.

use std::sync::OnceLock;

use futures::future::{FutureExt, LocalBoxFuture};
use wasm_split_helpers::SplitLoaderError;

use super::gather::many_pages;
use super::{Arranged, Gathered, ListView, arrange};
use crate::api::server::ServerQuery;
use crate::api::transport::TransportError;
use crate::api::{ApiError, Client};
use crate::browser::clock;
use crate::format;

type Gathering = LocalBoxFuture<'static, Result<Gathered, ApiError>>;

/// What the piece can do.
#[derive(Clone, Copy)]
struct Tools {
    gather: fn(Client, Vec<ServerQuery>, u32) -> Gathering,
    lay_out: fn(&Gathered, &ListView) -> Arranged,
}

static HERE: OnceLock<Tools> = OnceLock::new();

/// Gathers all pages of each query, up to `limit` servers a query.
///
/// # Errors
/// What the service answers to the first request that fails; a network that cannot be reached where the piece does not
/// come.
pub(super) async fn gather(
    client: &Client,
    queries: Vec<ServerQuery>,
    limit: u32,
) -> Result<Gathered, ApiError> {
    match tools().await {
        Ok(tools) => {
            let tools = HERE.get_or_init(|| tools);
            (tools.gather)(client.clone(), queries, limit).await
        }
        Err(_) => Err(TransportError::Network.into()),
    }
}

/// Lays out what has been gathered; nothing where the piece is not here, without which nothing is gathered.
pub(super) fn lay_out(gathered: &Gathered, view: &ListView) -> Option<Arranged> {
    HERE.get().map(|tools| (tools.lay_out)(gathered, view))
}

#[cfg(all(split_program, not(feature = "sign_in")))]
#[wasm_split_helpers::wasm_split(around, fallible)]
fn tools() -> Result<Tools, SplitLoaderError> {
    Ok(TOOLS)
}

#[cfg(any(not(split_program), feature = "sign_in"))]
async fn tools() -> Result<Tools, SplitLoaderError> {
    Ok(TOOLS)
}

const TOOLS: Tools = Tools {
    gather: |client, queries, limit| {
        async move { many_pages(&client, queries, limit, &|_, _| ()).await }.boxed_local()
    },
    lay_out: |gathered, view| arrange(gathered, view, format::compare, clock::now),
};
