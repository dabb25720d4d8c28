//! What a person wants to see of their servers; it stands in the address.

use crate::api::server::Status;
use crate::paths;

/// How many servers a page can have. The service allows 100 at most (contract, Servers).
pub const PAGE_SIZES: [u32; 3] = [20, 50, 100];
/// How many a page has where nobody has chosen.
pub const DEFAULT_PAGE_SIZE: u32 = 20;

/// What the list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The name.
    Name,
    /// The status, by its word.
    Status,
    /// The region.
    Region,
    /// When the server was made.
    Created,
    /// When its plan ends.
    Expires,
    /// How much it asks for somebody; no column of its own.
    Attention,
}

impl Column {
    const NAMES: [(Self, &'static str); 6] = [
        (Self::Name, "name"),
        (Self::Status, "status"),
        (Self::Region, "region"),
        (Self::Created, "created"),
        (Self::Expires, "expires"),
        (Self::Attention, "attention"),
    ];

    fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(column, _)| *column == self)
            .map_or("", |(_, name)| name)
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(column, _)| *column)
    }
}

/// An order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// What is compared.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Sort {
    fn parse(text: &str) -> Option<Self> {
        let (name, descending) = text
            .strip_prefix('-')
            .map_or((text, false), |name| (name, true));
        Some(Self {
            column: Column::from_name(name)?,
            descending,
        })
    }

    fn as_text(self) -> String {
        let sign = if self.descending { "-" } else { "" };
        [sign, self.column.name()].concat()
    }
}

/// The part of the list that a person wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListView {
    /// A part of a name, an address or an instance id.
    pub search: String,
    /// Only servers of this status.
    pub status: Option<Status>,
    /// Only servers of this region; empty for all.
    pub region: String,
    /// The order; `None` is the service's own.
    pub sort: Option<Sort>,
    /// The page, from 1.
    pub page: u32,
    /// How many servers a page has, one of [`PAGE_SIZES`].
    pub page_size: u32,
    /// Whether to look through all servers where that takes many requests.
    pub everything: bool,
}

impl Default for ListView {
    fn default() -> Self {
        Self {
            search: String::new(),
            status: None,
            region: String::new(),
            sort: None,
            page: 1,
            page_size: DEFAULT_PAGE_SIZE,
            everything: false,
        }
    }
}

impl ListView {
    /// Reads a view from an address, `parameter` giving the value of a name. What makes no sense there is left out.
    pub fn from_address(parameter: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name| parameter(name).unwrap_or_default();
        let number = |name| text(name).parse::<u32>().ok();
        Self {
            search: text("q").trim().to_owned(),
            status: Some(text("status"))
                .filter(|word| !word.is_empty())
                .map(|word| Status::from_word(&word)),
            region: text("region"),
            sort: Sort::parse(&text("sort")),
            page: number("page").unwrap_or(1).max(1),
            page_size: number("size")
                .filter(|size| PAGE_SIZES.contains(size))
                .unwrap_or(DEFAULT_PAGE_SIZE),
            everything: text("all") == "1",
        }
    }

    /// Whether both views match the same servers, on whatever page and in whatever order.
    #[must_use]
    pub fn has_filter_of(&self, other: &Self) -> bool {
        (&self.search, &self.status, &self.region) == (&other.search, &other.status, &other.region)
    }

    /// The address of the view, without what is the default.
    #[must_use]
    pub fn address(&self) -> String {
        let number_unless = |number: u32, default: u32| {
            if number == default {
                String::new()
            } else {
                number.to_string()
            }
        };
        paths::with_query(
            &paths::SERVERS.address(),
            &[
                ("q", &self.search),
                ("status", self.status.as_ref().map_or("", Status::as_word)),
                ("region", &self.region),
                ("sort", &self.sort.map(Sort::as_text).unwrap_or_default()),
                ("page", &number_unless(self.page, 1)),
                ("size", &number_unless(self.page_size, DEFAULT_PAGE_SIZE)),
                ("all", if self.everything { "1" } else { "" }),
            ],
        )
    }

    /// The same view at its first page, changed by `change`: whoever filters or sorts starts at the beginning.
    #[must_use]
    pub fn from_first_page(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut view = Self {
            page: 1,
            everything: false,
            ..self.clone()
        };
        change(&mut view);
        view
    }

    /// Whether it leaves servers out.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.search.is_empty() || self.status.is_some() || !self.region.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> ListView {
        let pairs: Vec<_> = address
            .split_once('?')
            .map_or("", |(_, query)| query)
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| {
                (
                    name.to_owned(),
                    percent_encoding::percent_decode_str(value)
                        .decode_utf8_lossy()
                        .into_owned(),
                )
            })
            .collect();
        ListView::from_address(|name| {
            pairs
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.clone())
        })
    }

    #[test]
    fn the_plain_view_has_a_plain_address() {
        assert_eq!(ListView::default().address(), "/servers");
        assert_eq!(read("/servers"), ListView::default());
    }

    #[test]
    fn nonsense_in_an_address_is_left_out() {
        let view = read("/servers?page=-1&size=7&sort=colour&all=yes&q=%20");
        assert_eq!(view, ListView::default());
    }

    proptest::proptest! {
        #[test]
        fn a_view_survives_its_address(
            search in "[a-zé&=?#% ]*", status in 0_usize..21, region in "[A-Z0-9-]*", column in 0_usize..6,
            descending: bool, page in 1_u32.., size in 0_usize..3, everything: bool,
        ) {
            let view = ListView {
                search: search.trim().to_owned(),
                status: Status::ALL.get(status).map(|(_, status)| status.clone()),
                region,
                sort: Some(Sort { column: Column::NAMES[column].0, descending }),
                page,
                page_size: PAGE_SIZES[size],
                everything,
            };
            proptest::prop_assert_eq!(read(&view.address()), view);
        }
    }
}
