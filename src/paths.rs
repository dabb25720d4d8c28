//! Every address inside the portal, built and parsed in one place.

use std::sync::OnceLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986, section 2.3.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where on its host the portal is: nothing at the top of it, else a path without a slash at its end, such as `/portal`.
static BASE: OnceLock<String> = OnceLock::new();

/// Puts every address below `base`, a path without a slash at its end; once, before any is built or parsed.
pub fn start(base: String) {
    // A second time would be another start of the application, in the same place.
    let _ = BASE.set(base);
}

/// Where on its host the portal is: nothing at the top of it, else a path without a slash at its end, such as `/portal`.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

/// Whether `path`, an address of this host without its query, belongs to the portal.
#[must_use]
pub fn is_inside(path: &str) -> bool {
    below(base(), path).is_some()
}

/// What follows `base` in `path`: nothing, or a path with its leading slash.
fn below<'a>(base: &str, path: &'a str) -> Option<&'a str> {
    path.strip_prefix(base)
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A page that is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(&'static str);

impl Place {
    /// Its address.
    #[must_use]
    pub fn address(self) -> String {
        [base(), self.0].concat()
    }
}

/// The sign-in page.
pub const LOGIN: Place = Place("/login");
/// The list of servers, the portal's first page.
pub const SERVERS: Place = Place("/servers");
/// The profile of the person.
pub const PROFILE: Place = Place("/profile");
/// The projects of the account.
pub const PROJECTS: Place = Place("/projects");
/// What was done in this tab.
pub const ACTIVITY: Place = Place("/activity");
/// The token in use.
pub const TOKEN: Place = Place("/token");

/// The design system, for the people who work on it; a release has no such page.
#[cfg(debug_assertions)]
const DESIGN: Place = Place("/design");

/// The parameter of [`TOKEN`] that asks before sessions are ended.
pub const END: &str = "end";
/// The value of [`END`] for every session of the person.
pub const ALL: &str = "all";
/// [`TOKEN`] with that question.
pub const END_ALL_SESSIONS: Place = Place("/token?end=all");

/// The parameter of [`PROJECTS`] that asks for the password of another project.
pub const SWITCH_TO: &str = "to";

/// [`PROJECTS`] with the question for the password of `project`.
#[must_use]
pub fn switch_to(project: &str) -> String {
    with_query(&PROJECTS.address(), &[(SWITCH_TO, project)])
}

/// The parameter of [`LOGIN`] that names the page to return to.
pub const RETURN_TO: &str = "next";

/// A part of the page of one server, each with its own address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerPart {
    /// What is known of it.
    Overview,
    /// The way to its console.
    Console,
    /// What it wrote while it started.
    BootLog,
    /// Its disks.
    Volumes,
    /// What can be changed.
    Settings,
}

impl ServerPart {
    /// Every part, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Overview,
        Self::Console,
        Self::BootLog,
        Self::Volumes,
        Self::Settings,
    ];

    /// What its address ends in; the overview is the server's own address.
    const fn word(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Console => "console",
            Self::BootLog => "log",
            Self::Volumes => "volumes",
            Self::Settings => "settings",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// The part at `path`, an address without its query; the overview where the address is not of a server.
    #[must_use]
    pub fn at(path: &str) -> Self {
        server_at(path).map_or(Self::Overview, |(_, part)| part)
    }
}

/// A page of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The portal's own folder, which leads on to the servers.
    Home,
    /// [`LOGIN`].
    Login,
    /// [`SERVERS`].
    Servers,
    /// One server, by its instance id, whichever [`ServerPart`] of it.
    Server(String),
    /// [`PROFILE`].
    Profile,
    /// [`PROJECTS`].
    Projects,
    /// [`TOKEN`].
    Token,
    /// [`ACTIVITY`].
    Activity,
    /// The design system.
    #[cfg(debug_assertions)]
    Design,
    /// An address that no page has.
    Unknown,
}

impl Page {
    /// The page at `path`, an address without its query.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let Some(inner) = below(base(), path) else {
            return Self::Unknown;
        };
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        match inner {
            "" => Self::Home,
            _ if inner == LOGIN.0 => Self::Login,
            _ if inner == SERVERS.0 => Self::Servers,
            _ if inner == PROFILE.0 => Self::Profile,
            _ if inner == PROJECTS.0 => Self::Projects,
            _ if inner == TOKEN.0 => Self::Token,
            _ if inner == ACTIVITY.0 => Self::Activity,
            #[cfg(debug_assertions)]
            _ if inner == DESIGN.0 => Self::Design,
            _ => server_at(path).map_or(Self::Unknown, |(id, _)| Self::Server(id)),
        }
    }
}

/// The server and the part of it that `path` leads to.
fn server_at(path: &str) -> Option<(String, ServerPart)> {
    let inner = below(base(), path)?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let rest = inner.strip_prefix(SERVERS.0)?.strip_prefix('/')?;
    let (id, part) = match rest.split_once('/') {
        Some((id, word)) if !word.is_empty() => (id, ServerPart::from_word(word)?),
        Some(_) => return None,
        None => (rest, ServerPart::Overview),
    };
    let id = percent_decode_str(id).decode_utf8().ok()?;
    (!id.is_empty()).then(|| (id.into_owned(), part))
}

/// The page of one server.
#[must_use]
pub fn server(instance_id: &str) -> String {
    [SERVERS.address().as_str(), "/", &encode(instance_id)].concat()
}

/// A part of the page of one server.
#[must_use]
pub fn server_part(instance_id: &str, part: ServerPart) -> String {
    let page = server(instance_id);
    match part {
        ServerPart::Overview => page,
        part => [page.as_str(), "/", part.word()].concat(),
    }
}

/// The sign-in page, coming back to `page` afterwards.
#[must_use]
pub fn login_returning_to(page: &str) -> String {
    with_query(&LOGIN.address(), &[(RETURN_TO, page)])
}

/// The in-app page that a sign-in goes back to: `wanted` when it is an address inside the portal, else the servers.
/// Anything that a browser could read as another site, or the sign-in page itself, is not followed.
#[must_use]
pub fn return_address(wanted: Option<&str>) -> String {
    wanted
        .filter(|address| is_in_app(base(), address))
        .map_or_else(|| SERVERS.address(), str::to_owned)
}

/// `path` with those `parameters` whose value is not empty.
#[must_use]
pub fn with_query(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    let mut mark = '?';
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(mark);
        address.push_str(name);
        address.push('=');
        address.push_str(&encode(value));
        mark = '&';
    }
    address
}

fn is_in_app(base: &str, address: &str) -> bool {
    // A browser takes "\" for "/", and leaves out tabs and line breaks: both can turn a path into another host.
    let plain = !address.contains(['\\']) && !address.chars().any(char::is_control);
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let inner = below(base, path).unwrap_or_default();
    plain && !address.starts_with("//") && !["", "/", LOGIN.0].contains(&inner)
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(server("a/b c"), "/servers/a%2Fb%20c");
        assert_eq!(
            login_returning_to("/servers?page=2"),
            "/login?next=%2Fservers%3Fpage%3D2"
        );
        assert_eq!(
            with_query("/servers", &[("a", ""), ("b", "é")]),
            "/servers?b=%C3%A9"
        );
    }

    #[test]
    fn only_addresses_inside_the_portal_are_returned_to() {
        assert_eq!(
            return_address(Some("/servers/1?tab=2#x")),
            "/servers/1?tab=2#x"
        );
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(
                return_address(Some(elsewhere)),
                SERVERS.address(),
                "{elsewhere}"
            );
        }
        assert_eq!(return_address(Some("/login?next=/x")), SERVERS.address());
        assert_eq!(return_address(None), SERVERS.address());
    }

    #[test]
    fn a_portal_in_a_folder_returns_to_nothing_beside_it() {
        assert!(is_in_app("/portal", "/portal/servers/1?tab=2"));
        for elsewhere in [
            "/servers",
            "/portalx/servers",
            "/portal",
            "/portal/login?next=/x",
            "//portal/servers",
            "portal",
        ] {
            assert!(!is_in_app("/portal", elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn only_what_is_below_a_folder_is_inside_it() {
        assert_eq!(below("/portal", "/portal"), Some(""));
        assert_eq!(below("/portal", "/portal/servers/1"), Some("/servers/1"));
        assert_eq!(below("/portal", "/portals"), None);
        assert_eq!(below("/portal", "/servers"), None);
        assert_eq!(below("", "/servers"), Some("/servers"));
    }

    #[test]
    fn every_address_has_its_page() {
        for (path, page) in [
            ("/", Page::Home),
            ("/login", Page::Login),
            ("/servers", Page::Servers),
            ("/profile", Page::Profile),
            ("/projects", Page::Projects),
            ("/token", Page::Token),
            ("/activity", Page::Activity),
            ("/servers/", Page::Servers),
            ("/serversx", Page::Unknown),
            ("/servers/%FF", Page::Unknown),
            ("/servers/a/b", Page::Unknown),
            ("/servers/a//", Page::Unknown),
            ("/servers/a/log/b", Page::Unknown),
            ("/servers//log", Page::Unknown),
            ("/nowhere", Page::Unknown),
        ] {
            assert_eq!(Page::at(path), page, "{path}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_part_of_a_server_is_found_at_its_address(id in "\\PC+", part in 0_usize..5) {
            let part = ServerPart::ALL[part];
            let address = server_part(&id, part);
            proptest::prop_assert_eq!(Page::at(&address), Page::Server(id));
            proptest::prop_assert_eq!(ServerPart::at(&address), part);
        }

        #[test]
        fn a_return_address_is_always_a_path(wanted in ".*") {
            let address = return_address(Some(&wanted));
            proptest::prop_assert!(address.starts_with('/') && !address.starts_with("//"));
        }
    }
}
