//! Addresses below the base of the service.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 3986 leaves unreserved (section 2.3) stays as it is in a path segment or a query value; all else is encoded.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The part of an address below the base of the service; nothing when it cannot be written.
pub(super) struct Path(Option<String>);

impl Path {
    /// The path, with its query.
    pub(super) fn as_str(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// A path that is the same in every call, such as `/server/`.
    pub(super) fn fixed(path: &'static str) -> Self {
        Self(Some(path.to_owned()))
    }

    /// `before`, one segment, `after`, such as `/server/{instance_id}/start/`.
    ///
    /// No path can say `.`, `..` or nothing in a segment: browsers resolve the first two even when they are encoded, and would call
    /// another address. Nothing by such a name exists, so the call fails as *not found* without being sent.
    pub(super) fn with_segment(before: &str, segment: &str, after: &str) -> Self {
        if matches!(segment, "" | "." | "..") {
            return Self(None);
        }
        let mut path = before.to_owned();
        path.extend(utf8_percent_encode(segment, RESERVED));
        path.push_str(after);
        Self(Some(path))
    }

    /// Adds `?name=value&…`, leaving empty values out.
    pub(super) fn with_query(self, parameters: &[(&str, &str)]) -> Self {
        let Some(mut path) = self.0 else {
            return self;
        };
        let mut separator = '?';
        for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
            path.push(separator);
            path.push_str(name);
            path.push('=');
            path.extend(utf8_percent_encode(value, RESERVED));
            separator = '&';
        }
        Self(Some(path))
    }
}
