//! Lists: those that come in pages (contract, Servers and Vendor calls) and those that come whole.

use crate::json::Json;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<Row> {
    /// How many rows there are in all.
    pub count: u32,
    /// The number of the page after this one.
    pub next_page: Option<u32>,
    /// The number of the page before this one.
    pub previous_page: Option<u32>,
    /// The rows of this page.
    pub results: Vec<Row>,
    /// How many rows of this page could not be read, and were left out.
    pub skipped: u32,
}

impl<Row> Page<Row> {
    /// Reads a page, each row with `decode`; nothing when there is no list of results.
    pub(super) fn decode(json: &Json, decode: fn(&Json) -> Option<Row>) -> Option<Self> {
        let rows = json.get("results").as_list()?;
        let results: Vec<Row> = rows.iter().filter_map(decode).collect();
        let shown = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let read = u32::try_from(results.len()).unwrap_or(u32::MAX);
        Some(Self {
            count: json.get("count").as_integer().unwrap_or(shown),
            next_page: json.get("next").as_text().and_then(page_number),
            previous_page: json.get("previous").as_text().map(previous_page_number),
            results,
            skipped: shown - read,
        })
    }
}

/// The rows of a list that comes whole, each read with `decode`; rows that are nothing of the kind are left out, as the contract's
/// sample of the volumes asks. A list with something in it and not one object is another list, and nothing of it is read.
pub(super) fn rows<Row>(json: &Json, decode: fn(&Json) -> Option<Row>) -> Option<Vec<Row>> {
    let elements = json.as_list()?;
    let fits = elements.is_empty() || elements.iter().any(Json::is_object);
    fits.then(|| elements.iter().filter_map(decode).collect())
}

/// The first page's address often bears no number.
fn previous_page_number(address: &str) -> u32 {
    page_number(address).unwrap_or(1)
}

/// The number after `page=` in an address. Nothing else of it is used: its host can be the service's inner one.
fn page_number(address: &str) -> Option<u32> {
    let (_, query) = address.split_once('?')?;
    let query = query.split('#').next()?;
    query
        .split('&')
        .find_map(|parameter| parameter.strip_prefix("page="))?
        .parse()
        .ok()
        .filter(|&number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::page_number;

    #[test]
    fn the_number_is_found_wherever_it_stands() {
        for (address, number) in [
            (
                "http://10.0.0.7/api/v1/server/?page=3&page_size=20",
                Some(3),
            ),
            ("/server/?page_size=20&page=12#top", Some(12)),
            ("http://example.com", None),
            ("http://example.com/page=3", None),
            ("http://example.com/?page_size=20", None),
            ("http://example.com/?page=", None),
            ("http://example.com/?page=0", None),
            ("http://example.com/?page=-1", None),
            ("http://example.com/?page=99999999999", None),
            ("http://example.com/?x=1#?page=3", None),
        ] {
            assert_eq!(page_number(address), number, "{address}");
        }
    }
}
