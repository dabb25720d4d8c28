//! Asks for one page, or for many that are laid together.

use std::collections::BTreeSet;

use futures::future::try_join;

use super::plan::LARGEST_PAGE;
use crate::api::server::{Server, ServerPage, ServerQuery};
use crate::api::{ApiError, Client, ErrorKind};

/// The servers that answer a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// The servers: one page of them, or all that were gathered.
    pub servers: Vec<Server>,
    /// How many there are in all, as the service counts them.
    pub total: u32,
    /// How many were looked at, where that is not all.
    pub looked_through: Option<u32>,
    /// How many entries could not be read and are left out.
    pub skipped: u32,
    /// Whether [`servers`](Self::servers) is a page as the service laid it out, not a list to lay out here.
    pub is_page: bool,
}

impl Gathered {
    fn found(&self) -> u32 {
        u32::try_from(self.servers.len()).unwrap_or(u32::MAX)
    }
}

/// Hears how many servers have come, and of how many.
pub(super) type Progress<'a> = &'a dyn Fn(u32, u32);

/// One page, as the service lays it out.
pub(super) async fn one_page(client: &Client, query: &ServerQuery) -> Result<Gathered, ApiError> {
    match client.list_servers(query).await {
        Ok(page) => Ok(Gathered {
            total: page.count,
            skipped: page.skipped,
            servers: page.results,
            looked_through: None,
            is_page: true,
        }),
        // The list has become shorter than this page: no failure, but an empty page that leads back.
        Err(error) if error.kind == ErrorKind::NotFound && query.page > Some(1) => Ok(Gathered {
            servers: Vec::new(),
            total: 0,
            looked_through: None,
            skipped: 0,
            is_page: true,
        }),
        Err(error) => Err(error),
    }
}

/// All pages of each query, up to `limit` servers a query, laid together; `progress` hears how far that is.
pub(super) async fn many_pages(
    client: &Client,
    queries: Vec<ServerQuery>,
    limit: u32,
    progress: Progress<'_>,
) -> Result<Gathered, ApiError> {
    let mut known = BTreeSet::new();
    let mut all = Gathered {
        servers: Vec::new(),
        total: 0,
        looked_through: None,
        skipped: 0,
        is_page: false,
    };
    let mut cut_off = false;
    for query in queries {
        let (found, counted) = (all.found(), all.total);
        let of_all = |got, of| progress(got + found, of + counted);
        let (pages, complete) = all_pages(client, query, limit, &of_all).await?;
        all.total = all
            .total
            .saturating_add(pages.first().map_or(0, |page| page.count));
        cut_off |= !complete;
        for page in pages {
            all.skipped += page.skipped;
            all.servers.extend(
                page.results
                    .into_iter()
                    .filter(|server| known.insert(server.instance_id.clone())),
            );
        }
    }
    let found = all.found();
    if cut_off {
        all.looked_through = Some(found);
    } else {
        // A server that several fields find was counted for each of them.
        all.total = found;
    }
    Ok(all)
}

/// The pages of a query, asked for in pairs, and whether they are all of them.
async fn all_pages(
    client: &Client,
    query: ServerQuery,
    limit: u32,
    progress: Progress<'_>,
) -> Result<(Vec<ServerPage>, bool), ApiError> {
    let page = |number| ServerQuery {
        page: Some(number),
        page_size: Some(LARGEST_PAGE),
        ..query.clone()
    };
    let first = client.list_servers(&page(1)).await?;
    // A service may give smaller pages than it was asked for.
    let size = u32::try_from(first.results.len()).unwrap_or(LARGEST_PAGE) + first.skipped;
    let last = if first.next_page.is_some() {
        first.count.div_ceil(size.max(1))
    } else {
        1
    };
    let last_wanted = last.min(limit.div_ceil(size.max(1)));
    let count = first.count;
    let mut pages = vec![first];
    let mut number = 2;
    while number <= last_wanted {
        progress((size * (number - 1)).min(count), count);
        let (one, other) = (page(number), page(number + 1));
        if number == last_wanted {
            pages.push(client.list_servers(&one).await?);
        } else {
            let both = (client.list_servers(&one), client.list_servers(&other));
            let (one, other) = try_join(both.0, both.1).await?;
            pages.extend([one, other]);
        }
        number += 2;
    }
    Ok((pages, last_wanted == last))
}
