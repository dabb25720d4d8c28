//! Lists that come one page at a time (contract, `GET /server/`).

use std::collections::HashMap;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use serde::Serialize;

use super::address::RequestAddress;
use super::error::ApiError;
use crate::conventions::{DEFAULT_PAGE_SIZE, MAXIMUM_PAGE_SIZE};

/// The parameters of a query, decoded; of several of one name the last counts.
#[derive(Debug, Clone)]
pub struct Parameters(HashMap<String, String>);

impl Parameters {
    /// The value of a parameter that is there and not empty.
    pub fn filled(&self, name: &str) -> Option<String> {
        self.0.get(name).filter(|value| !value.is_empty()).cloned()
    }
}

impl<State: Send + Sync> FromRequestParts<State> for Parameters {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, ApiError> {
        let Query(values) = Query::from_request_parts(parts, state)
            .await
            .map_err(|_| ApiError::Malformed("The query cannot be read.".to_owned()))?;
        Ok(Self(values))
    }
}

/// Which page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// Its number, from 1.
    pub number: u64,
    /// How many entries a page has.
    pub size: u64,
}

impl PageRequest {
    /// The page that a query asks for.
    pub fn of(parameters: &Parameters) -> Result<Self, ApiError> {
        let number = match parameters.0.get("page") {
            None => 1,
            Some(text) => positive(text).ok_or(ApiError::InvalidPage)?,
        };
        let size = match parameters.0.get("page_size") {
            None => DEFAULT_PAGE_SIZE,
            Some(text) => positive(text)
                .ok_or_else(|| ApiError::field("page_size", "A positive integer is required."))?,
        };
        Ok(Self {
            number,
            size: size.min(MAXIMUM_PAGE_SIZE),
        })
    }

    /// How many entries come before this page; never more than SQLite can count.
    pub fn offset(self) -> u64 {
        (self.number - 1)
            .saturating_mul(self.size)
            .min(i64::MAX.unsigned_abs())
    }
}

/// A positive number of digits alone; one too large to count is the largest.
fn positive(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return None;
    }
    Some(text.parse().unwrap_or(u64::MAX)).filter(|number| *number > 0)
}

/// One page of a list.
#[derive(Debug, Serialize)]
pub struct Page<Entry> {
    /// How many entries all pages have.
    pub count: u64,
    /// The address of the next page.
    pub next: Option<String>,
    /// The address of the previous page.
    pub previous: Option<String>,
    /// The entries.
    pub results: Vec<Entry>,
}

impl<Entry> Page<Entry> {
    /// The page that was asked for, with the addresses of its neighbours. A page past the end is an error; the first
    /// one is there even if it is empty.
    pub fn new(
        request: PageRequest,
        address: &RequestAddress,
        count: u64,
        results: Vec<Entry>,
    ) -> Result<Self, ApiError> {
        let last = count.div_ceil(request.size).max(1);
        if request.number > last {
            return Err(ApiError::InvalidPage);
        }
        let neighbour = |number| with_page(address, number);
        Ok(Self {
            count,
            next: (request.number < last).then(|| neighbour(request.number + 1)),
            previous: (request.number > 1).then(|| neighbour(request.number - 1)),
            results,
        })
    }
}

/// The same address with another page number; everything else of the query stays as it was written.
fn with_page(address: &RequestAddress, number: u64) -> String {
    let kept = address
        .query
        .as_deref()
        .unwrap_or_default()
        .split('&')
        .filter(|part| !part.is_empty() && part.split('=').next() != Some("page"));
    let page = format!("page={number}");
    let query: Vec<&str> = kept.chain([page.as_str()]).collect();
    format!("{}{}?{}", address.origin, address.path, query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(query: &str) -> RequestAddress {
        RequestAddress {
            origin: "http://h:1".to_owned(),
            path: "/api/v1/server/".to_owned(),
            query: Some(query.to_owned()),
        }
    }

    fn asked(pairs: &[(&str, &str)]) -> Result<PageRequest, ApiError> {
        let values = pairs.iter().map(|(k, v)| (k.to_string(), v.to_string()));
        PageRequest::of(&Parameters(values.collect()))
    }

    #[test]
    fn neighbours_keep_the_filters() {
        let request = PageRequest { number: 2, size: 2 };
        let page = Page::new(
            request,
            &address("server_name=a%26b&page=2&page_size=2"),
            5,
            vec![3, 4],
        )
        .unwrap();
        assert_eq!(
            page.next.unwrap(),
            "http://h:1/api/v1/server/?server_name=a%26b&page_size=2&page=3"
        );
        assert_eq!(
            page.previous.unwrap(),
            "http://h:1/api/v1/server/?server_name=a%26b&page_size=2&page=1"
        );
    }

    #[test]
    fn the_first_page_of_nothing_is_there_and_the_second_is_not() {
        let first = PageRequest {
            number: 1,
            size: 20,
        };
        let page = Page::new(first, &address(""), 0, Vec::<u8>::new()).unwrap();
        assert_eq!((page.next, page.previous), (None, None));
        let second = PageRequest {
            number: 2,
            size: 20,
        };
        assert!(matches!(
            Page::new(second, &address(""), 20, Vec::<u8>::new()),
            Err(ApiError::InvalidPage)
        ));
    }

    #[test]
    fn a_page_must_be_a_positive_number() {
        for text in ["0", "-1", "x", "", "1.5", "+1"] {
            assert!(
                matches!(asked(&[("page", text)]), Err(ApiError::InvalidPage)),
                "{text}"
            );
            assert!(
                matches!(asked(&[("page_size", text)]), Err(ApiError::Fields(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn sizes_are_lowered_to_the_limit_and_no_number_is_too_large() {
        let huge = "99999999999999999999999";
        let request = asked(&[("page", huge), ("page_size", huge)]).unwrap();
        assert_eq!(request.size, MAXIMUM_PAGE_SIZE);
        assert_eq!(request.offset(), i64::MAX.unsigned_abs());
    }
}
