//! Lays gathered servers out as a view wants them.

use std::cmp::Ordering;

use super::attention::Attention;
use super::{Column, Gathered, ListView, Sort, apart};
use crate::api::server::Server;

/// What a page of the list shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// The servers of the page, in order.
    pub servers: Vec<Server>,
    /// How many there are on all pages.
    pub total: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// How many servers were looked through, and of how many, where that is not all.
    pub looked_through: Option<(u32, u32)>,
    /// How many entries could not be read.
    pub skipped: u32,
    /// How many of the first servers are pinned.
    pub pinned: usize,
    /// Whether servers that come first are still on their way: nothing is shown before them.
    pub awaited: bool,
}

impl Arranged {
    /// The same while it waits for what comes first.
    #[must_use]
    pub fn awaiting(self) -> Self {
        Self {
            servers: Vec::new(),
            awaited: true,
            ..self
        }
    }
}

/// The page of `gathered` that `view` shows; an empty one where the part of the program that lays many pages out is not
/// here, without which they are not gathered.
#[must_use]
pub fn page_of(gathered: &Gathered, view: &ListView) -> Arranged {
    if !gathered.is_page {
        return apart::lay_out(gathered, view).unwrap_or_default();
    }
    Arranged {
        servers: gathered.servers.clone(),
        total: gathered.total,
        pages: pages(gathered.total, view.page_size),
        looked_through: None,
        skipped: gathered.skipped,
        ..Arranged::default()
    }
}

/// Lays out what was gathered from many pages. `compare` is the order of names in the reader's language, `now` the time in
/// milliseconds since 1970.
#[must_use]
pub(super) fn arrange(
    gathered: &Gathered,
    view: &ListView,
    compare: impl Fn(&str, &str) -> Ordering,
    now: fn() -> i64,
) -> Arranged {
    let wanted = |server: &&Server| view.region.is_empty() || server.region == view.region;
    let mut servers: Vec<&Server> = gathered.servers.iter().filter(wanted).collect();
    if let Some(sort) = view.sort {
        match sort.column {
            Column::Attention => sort_by_attention(&mut servers, now()),
            _ => servers.sort_by(|one, other| order(one, other, sort, &compare)),
        }
    }
    let total = u32::try_from(servers.len()).unwrap_or(u32::MAX);
    let size = usize::try_from(view.page_size).unwrap_or(usize::MAX);
    let before = usize::try_from(view.page - 1)
        .unwrap_or(usize::MAX)
        .saturating_mul(size);
    Arranged {
        servers: servers
            .into_iter()
            .skip(before)
            .take(size)
            .cloned()
            .collect(),
        total,
        pages: pages(total, view.page_size),
        looked_through: gathered
            .looked_through
            .map(|looked| (looked, gathered.total)),
        skipped: gathered.skipped,
        ..Arranged::default()
    }
}

fn pages(total: u32, page_size: u32) -> u32 {
    total.div_ceil(page_size.max(1)).max(1)
}

/// Those that ask for somebody come first, then the others, those whose plans end first before the rest. Nobody asks for
/// the least needy first, so there is no other direction.
fn sort_by_attention(servers: &mut [&Server], now: i64) {
    servers.sort_by_cached_key(|server| {
        let end = server.expired.map(|end| end.timestamp_millis());
        let id = server.instance_id.clone();
        (Attention::of(server, now), end.is_none(), end, id)
    });
}

/// Servers without the compared value come last in either direction.
fn order(
    one: &Server,
    other: &Server,
    sort: Sort,
    compare: &impl Fn(&str, &str) -> Ordering,
) -> Ordering {
    let turned = |ordering: Ordering| {
        if sort.descending {
            ordering.reverse()
        } else {
            ordering
        }
    };
    let times = |one, other| match (one, other) {
        (Some(one), Some(other)) => turned(Ord::cmp(one, other)),
        (one, other) => Option::is_none(&one).cmp(&Option::is_none(&other)),
    };
    match sort.column {
        Column::Name => turned(compare(&one.name, &other.name)),
        Column::Status => turned(one.status.as_word().cmp(other.status.as_word())),
        Column::Region => turned(compare(&one.region, &other.region)),
        Column::Created => times(one.created.as_ref(), other.created.as_ref()),
        Column::Expires | Column::Attention => times(one.expired.as_ref(), other.expired.as_ref()),
    }
    .then_with(|| one.instance_id.cmp(&other.instance_id))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::api::server::Status;

    fn server(name: &str, region: &str, expired: Option<&str>) -> Server {
        Server {
            name: name.to_owned(),
            expired: expired.map(|time| DateTime::parse_from_rfc3339(time).unwrap()),
            region: region.to_owned(),
            ..Server::bare(&format!("id-{name}"))
        }
    }

    fn gathered(servers: Vec<Server>) -> Gathered {
        let total = u32::try_from(servers.len()).unwrap();
        Gathered {
            servers,
            total,
            looked_through: None,
            skipped: 0,
            is_page: false,
        }
    }

    fn names(arranged: &Arranged) -> Vec<&str> {
        arranged
            .servers
            .iter()
            .map(|server| server.name.as_str())
            .collect()
    }

    #[test]
    fn a_region_is_picked_and_paged() {
        let servers = (0..45).map(|number| {
            server(
                &format!("{number:02}"),
                if number % 3 == 0 { "A" } else { "B" },
                None,
            )
        });
        let list = gathered(servers.collect());
        let view = ListView {
            region: "B".to_owned(),
            page: 2,
            ..ListView::default()
        };
        let arranged = arrange(&list, &view, Ord::cmp, || 0);
        assert_eq!(
            (arranged.total, arranged.pages, arranged.servers.len()),
            (30, 2, 10)
        );
        assert!(arranged.servers.iter().all(|server| server.region == "B"));
    }

    #[test]
    fn an_order_holds_in_both_directions_and_keeps_the_unknown_last() {
        let list = gathered(vec![
            server("b", "", None),
            server("c", "", Some("2027-01-01T00:00:00+07:00")),
            server("a", "", Some("2026-12-31T18:00:00Z")),
        ]);
        let sorted = |column, descending| {
            let view = ListView {
                sort: Some(Sort { column, descending }),
                ..ListView::default()
            };
            names(&arrange(&list, &view, Ord::cmp, || 0)).join("")
        };
        assert_eq!(sorted(Column::Name, false), "abc");
        assert_eq!(sorted(Column::Name, true), "cba");
        assert_eq!(sorted(Column::Expires, false), "cab");
        assert_eq!(sorted(Column::Expires, true), "acb");
    }

    #[test]
    fn who_needs_somebody_comes_first() {
        let failed = Server {
            status: Status::Error,
            ..server("failed", "", Some("2027-01-01T00:00:00Z"))
        };
        let list = gathered(vec![
            server("never", "", None),
            server("later", "", Some("2026-01-01T00:00:00Z")),
            server("ended", "", Some("1969-01-01T00:00:00Z")),
            failed,
        ]);
        let sort = Some(Sort {
            column: Column::Attention,
            descending: false,
        });
        let view = ListView {
            sort,
            ..ListView::default()
        };
        let arranged = arrange(&list, &view, Ord::cmp, || 0);
        assert_eq!(names(&arranged), ["failed", "ended", "later", "never"]);
    }

    #[test]
    fn a_page_of_the_service_stays_as_it_is() {
        let list = Gathered {
            is_page: true,
            total: 10_000,
            ..gathered(vec![server("b", "X", None), server("a", "Y", None)])
        };
        let arranged = page_of(
            &list,
            &ListView {
                page: 500,
                ..ListView::default()
            },
        );
        assert_eq!((names(&arranged), arranged.pages), (vec!["b", "a"], 500));
    }

    #[test]
    fn a_page_past_the_end_is_empty() {
        let view = ListView {
            page: u32::MAX,
            region: "A".to_owned(),
            ..ListView::default()
        };
        assert!(
            arrange(
                &gathered(vec![server("a", "A", None)]),
                &view,
                Ord::cmp,
                || 0
            )
            .servers
            .is_empty()
        );
    }
}
