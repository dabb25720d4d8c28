//! How a view is asked of the service.
//!
//! The service pages, matches one field a parameter, and joins parameters with "and" (contract, Servers). A view that
//! needs no more is one page of its list. A search that several fields may answer, a region and an order are not in the
//! contract: for these the list is gathered, page by page, and laid out here.

use super::gather::{Gathered, one_page};
use super::{ListView, apart};
use crate::api::server::{ServerQuery, Status};
use crate::api::{ApiError, Client};

/// The largest page that the service gives (contract, Servers).
pub(super) const LARGEST_PAGE: u32 = 100;
/// How many servers are gathered for a view unless it asks for everything.
pub(super) const FIRST_LOOK: u32 = 1_000;

/// The requests that answer a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// One page, as the service lays it out.
    Page(ServerQuery),
    /// All pages of each query, up to `limit` servers a query; a server that answers several is taken once.
    Gather {
        queries: Vec<ServerQuery>,
        limit: u32,
    },
}

impl Plan {
    pub(super) fn of(view: &ListView) -> Self {
        let mut queries = queries(view);
        if queries.len() == 1 && view.region.is_empty() && view.sort.is_none() {
            let query = queries.remove(0);
            return Self::Page(ServerQuery {
                page: Some(view.page),
                page_size: Some(view.page_size),
                ..query
            });
        }
        Self::Gather {
            queries,
            limit: if view.everything {
                u32::MAX
            } else {
                FIRST_LOOK
            },
        }
    }

    /// The first of the service's pages for each field that may hold `text`.
    pub(super) fn some_holding(text: &str) -> Self {
        let view = ListView {
            search: text.to_owned(),
            ..ListView::default()
        };
        Self::Gather {
            queries: queries(&view),
            limit: LARGEST_PAGE,
        }
    }

    /// Asks for what the plan says.
    pub(super) async fn carry_out(self, client: &Client) -> Result<Gathered, ApiError> {
        match self {
            Self::Page(query) => one_page(client, &query).await,
            Self::Gather { queries, limit } => apart::gather(client, queries, limit).await,
        }
    }

    /// The plan as text, the same for equal plans only.
    pub(super) fn key(&self) -> String {
        let mut key = String::from("servers");
        let (queries, limit) = match self {
            Self::Page(query) => (std::slice::from_ref(query), 0),
            Self::Gather { queries, limit } => (queries.as_slice(), *limit),
        };
        key.push_str(&limit.to_string());
        for query in queries {
            let number = |number: Option<u32>| number.unwrap_or_default().to_string();
            let status = query.status.as_ref().map_or("", Status::as_word);
            let (page, page_size) = (number(query.page), number(query.page_size));
            // No field of a query holds a line break, which a person cannot type.
            for field in [&page, &page_size, &query.id, &query.ip, &query.name, status] {
                key.push('\n');
                key.push_str(field);
            }
        }
        key
    }
}

/// A query for each field that the searched text may be found in.
pub(super) fn queries(view: &ListView) -> Vec<ServerQuery> {
    let text = view.search.as_str();
    let all = ServerQuery {
        status: view.status.clone(),
        ..ServerQuery::default()
    };
    if text.is_empty() {
        return vec![all];
    }
    let mut queries = Vec::new();
    if !is_address_alone(text) {
        queries.push(ServerQuery {
            name: text.to_owned(),
            ..all.clone()
        });
    }
    if may_be_in_address(text) {
        queries.push(ServerQuery {
            ip: text.to_owned(),
            ..all.clone()
        });
    }
    if may_be_in_id(text) {
        queries.push(ServerQuery {
            id: text.to_owned(),
            ..all
        });
    }
    queries
}

/// Whether nobody would search a name with it: a whole IPv4 or IPv6 address.
///
/// By what it looks like: Rust's own parser is more to download than it is worth here.
fn is_address_alone(text: &str) -> bool {
    let parts = || text.split('.');
    let is_v4 =
        parts().count() == 4 && parts().all(|part| matches!(part.parse(), Ok(0..=255_usize)));
    let is_v6 = text.contains("::") || text.matches(':').count() == 7;
    may_be_in_address(text) && (is_v4 || is_v6)
}

fn may_be_in_address(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_ascii_hexdigit() || ".:".contains(character))
}

/// Instance ids are UUIDs: hexadecimal digits and hyphens.
fn may_be_in_id(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_ascii_hexdigit() || character == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn searching(text: &str) -> ListView {
        ListView {
            search: text.to_owned(),
            ..ListView::default()
        }
    }

    fn fields(text: &str) -> Vec<&'static str> {
        queries(&searching(text))
            .iter()
            .map(
                |query| match (query.name.as_str(), query.ip.as_str(), query.id.as_str()) {
                    ("", "", _) => "id",
                    ("", _, _) => "ip",
                    _ => "name",
                },
            )
            .collect()
    }

    #[test]
    fn what_the_service_can_answer_is_one_page() {
        let view = ListView {
            page: 3,
            page_size: 50,
            status: Some(Status::Active),
            ..searching("web")
        };
        let expected = ServerQuery {
            page: Some(3),
            page_size: Some(50),
            name: "web".to_owned(),
            status: Some(Status::Active),
            ..ServerQuery::default()
        };
        assert_eq!(Plan::of(&view), Plan::Page(expected));
    }

    #[test]
    fn a_text_is_searched_in_every_field_that_can_hold_it() {
        assert_eq!(fields("web"), ["name"]);
        assert_eq!(fields("10.0"), ["name", "ip"]);
        assert_eq!(fields("192.0.2.1"), ["ip"]);
        assert_eq!(fields("192.0.2.256"), ["name", "ip"]);
        assert_eq!(fields("2001:db8:0:1:2:3:4:5"), ["ip"]);
        assert_eq!(fields("10:20:30"), ["name", "ip"]);
        assert_eq!(fields("2001:db8::1"), ["ip"]);
        assert_eq!(fields("7f3a"), ["name", "ip", "id"]);
        assert_eq!(fields("7f3a-"), ["name", "id"]);
        assert_eq!(fields("máy chủ"), ["name"]);
    }

    #[test]
    fn a_region_and_an_order_are_gathered() {
        let region = ListView {
            region: "HN-01".to_owned(),
            ..ListView::default()
        };
        assert!(matches!(
            Plan::of(&region),
            Plan::Gather {
                limit: FIRST_LOOK,
                ..
            }
        ));
        let all = ListView {
            everything: true,
            ..region
        };
        assert!(matches!(
            Plan::of(&all),
            Plan::Gather {
                limit: u32::MAX,
                ..
            }
        ));
    }

    #[test]
    fn pages_of_a_gathered_list_are_one_question() {
        let first = ListView {
            region: "HN-01".to_owned(),
            ..ListView::default()
        };
        let second = ListView {
            page: 2,
            ..first.clone()
        };
        assert_eq!(Plan::of(&first).key(), Plan::of(&second).key());
    }

    #[test]
    fn different_questions_have_different_keys() {
        let views = [
            ListView::default(),
            ListView {
                page: 2,
                ..ListView::default()
            },
            ListView {
                page_size: 50,
                ..ListView::default()
            },
            ListView {
                status: Some(Status::Active),
                ..ListView::default()
            },
            ListView {
                region: "HN-01".to_owned(),
                ..ListView::default()
            },
            ListView {
                region: "HN-01".to_owned(),
                everything: true,
                ..ListView::default()
            },
            searching("web"),
            searching("10.0"),
            searching("7f3a"),
        ];
        let keys: std::collections::BTreeSet<_> =
            views.iter().map(|view| Plan::of(view).key()).collect();
        assert_eq!(keys.len(), views.len());
    }

    proptest::proptest! {
        #[test]
        fn every_search_is_asked_somewhere(text in "\\S.*") {
            proptest::prop_assert!(!queries(&searching(text.trim())).is_empty());
        }
    }
}
