//! Failures on purpose: seeded accounts and servers that fail in every way a client of the contract meets.
//!
//! The name says how it fails, so a failure seen in a test can be reached by hand through the real screen:
//!
//! - signing in as `KIND@sign-in.fault.example` fails as KIND;
//! - the list of servers of `KIND@list.fault.example` fails as KIND;
//! - that of `then-KIND@list.fault.example` fails every other time, the first time not;
//! - every call on a server named `fault-KIND` fails as KIND, though the list shows it like any other.

mod answer;

use std::str::FromStr;

pub use answer::FaultOutcome;

/// Where the accounts live whose sign-in fails.
pub const SIGN_IN_DOMAIN: &str = "sign-in.fault.example";
/// Where the accounts live whose list of servers fails.
pub const LIST_DOMAIN: &str = "list.fault.example";
/// What the local part of an account's address starts with when its list fails every other time.
pub const IN_TURNS_PREFIX: &str = "then-";
/// What the name of a server starts with on which every call fails.
pub const SERVER_PREFIX: &str = "fault-";

/// The ways to fail: the shapes of the contract's section "Errors", and the wire's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 200 with `{"error": true, "message"}`: a failure all the same.
    ErrorTrue200,
    /// 400 with `{"error": true, "message"}`.
    ErrorTrue,
    /// 409 with `{"message"}`.
    Message,
    /// 400 with `{"detail"}`.
    Detail,
    /// 400 with `{"non_field_errors": […]}`.
    NonField,
    /// 400 with the complaint under a field of the call.
    Field,
    /// 400 with a bare array of sentences.
    List,
    /// 500 with a page of HTML.
    Html,
    /// 502 with no body.
    Empty,
    /// 503 with a proxy's plain text, and when to come back.
    Text,
    /// 429, to be tried again after a number of seconds.
    RateLimited,
    /// 429, to be tried again after a date.
    RateLimitedDate,
    /// 429 that says nothing of when.
    RateLimitedBare,
    /// 401 with `{"detail"}`.
    Unauthorised,
    /// 403 with `{"detail"}`.
    Forbidden,
    /// 404 with `{"detail"}`.
    NotFound,
    /// 409 with `{"detail"}`.
    Conflict,
    /// 413 with a proxy's page of HTML.
    TooLarge,
    /// 200 with JSON that breaks off.
    BrokenJson,
    /// 200 with whole JSON of another shape than the contract's.
    WrongShape,
    /// 200 with a page of HTML.
    Html200,
    /// The right answer, late.
    Slow,
    /// The connection closed without an answer.
    Reset,
}

impl Fault {
    /// Every way to fail, in the order in which the contract tells them.
    pub const ALL: [Self; 23] = [
        Self::ErrorTrue200,
        Self::ErrorTrue,
        Self::Message,
        Self::Detail,
        Self::NonField,
        Self::Field,
        Self::List,
        Self::Html,
        Self::Empty,
        Self::Text,
        Self::RateLimited,
        Self::RateLimitedDate,
        Self::RateLimitedBare,
        Self::Unauthorised,
        Self::Forbidden,
        Self::NotFound,
        Self::Conflict,
        Self::TooLarge,
        Self::BrokenJson,
        Self::WrongShape,
        Self::Html200,
        Self::Slow,
        Self::Reset,
    ];

    /// The KIND in the names of accounts and servers.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::ErrorTrue200 => "error-true-200",
            Self::ErrorTrue => "error-true",
            Self::Message => "message",
            Self::Detail => "detail",
            Self::NonField => "non-field",
            Self::Field => "field",
            Self::List => "list",
            Self::Html => "html",
            Self::Empty => "empty",
            Self::Text => "text",
            Self::RateLimited => "rate-limited",
            Self::RateLimitedDate => "rate-limited-date",
            Self::RateLimitedBare => "rate-limited-bare",
            Self::Unauthorised => "unauthorised",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Conflict => "conflict",
            Self::TooLarge => "too-large",
            Self::BrokenJson => "broken-json",
            Self::WrongShape => "wrong-shape",
            Self::Html200 => "html-200",
            Self::Slow => "slow",
            Self::Reset => "reset",
        }
    }

    /// How every call on a server of this name fails, if it is a seeded one.
    pub fn of_server(name: &str) -> Option<Self> {
        name.strip_prefix(SERVER_PREFIX)?.parse().ok()
    }

    /// Whether this call fails, of an account that fails in turns; `earlier` calls came before it.
    ///
    /// A browser whose kept connection closes without an answer asks once more by itself, so a turn of
    /// [`Fault::Reset`] takes two calls: one that failed and healed unseen would show nothing.
    pub fn fails_in_turn(self, earlier: u64) -> bool {
        match self {
            Self::Reset => !earlier.is_multiple_of(3),
            _ => !earlier.is_multiple_of(2),
        }
    }
}

/// The text names none of the known ways to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownFault;

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(kind: &str) -> Result<Self, UnknownFault> {
        Self::ALL
            .into_iter()
            .find(|fault| fault.kind() == kind)
            .ok_or(UnknownFault)
    }
}

/// What fails for a seeded account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultyAccount {
    /// Signing in.
    SignIn(Fault),
    /// The list of servers, always.
    List(Fault),
    /// The list of servers, every other time ([`Fault::fails_in_turn`]).
    ListInTurns(Fault),
}

impl FaultyAccount {
    /// What fails for the account of this e-mail address, if it is a seeded one. Case does not matter.
    pub fn of_address(email: &str) -> Option<Self> {
        let email = email.trim().to_ascii_lowercase();
        let (local, domain) = email.split_once('@')?;
        match domain {
            SIGN_IN_DOMAIN => local.parse().ok().map(Self::SignIn),
            LIST_DOMAIN => match local.strip_prefix(IN_TURNS_PREFIX) {
                Some(kind) => kind.parse().ok().map(Self::ListInTurns),
                None => local.parse().ok().map(Self::List),
            },
            _ => None,
        }
    }

    /// The e-mail address of the account.
    pub fn address(self) -> String {
        match self {
            Self::SignIn(fault) => format!("{}@{SIGN_IN_DOMAIN}", fault.kind()),
            Self::List(fault) => format!("{}@{LIST_DOMAIN}", fault.kind()),
            Self::ListInTurns(fault) => {
                format!("{IN_TURNS_PREFIX}{}@{LIST_DOMAIN}", fault.kind())
            }
        }
    }

    /// Every seeded account.
    pub fn all() -> impl Iterator<Item = Self> {
        Fault::ALL.into_iter().flat_map(|fault| {
            [
                Self::SignIn(fault),
                Self::List(fault),
                Self::ListInTurns(fault),
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_name() {
        for fault in Fault::ALL {
            assert_eq!(fault.kind().parse(), Ok(fault));
        }
        assert_eq!("no-such-kind".parse::<Fault>(), Err(UnknownFault));
    }

    #[test]
    fn every_account_is_read_back_from_its_address() {
        for account in FaultyAccount::all() {
            assert_eq!(
                FaultyAccount::of_address(&account.address()),
                Some(account),
                "{}",
                account.address()
            );
        }
    }

    #[test]
    fn ordinary_accounts_and_servers_never_fail() {
        for email in [
            "",
            "reset",
            "demo@example.com",
            "reset@example.com",
            "nonsense@list.fault.example",
            "then-reset@sign-in.fault.example",
        ] {
            assert_eq!(FaultyAccount::of_address(email), None, "{email}");
        }
        for name in ["", "web-01", "reset", "fault-", "fault-nonsense"] {
            assert_eq!(Fault::of_server(name), None, "{name}");
        }
    }

    #[test]
    fn addresses_and_server_names_say_how_they_fail() {
        assert_eq!(
            FaultyAccount::of_address(" Error-True-200@SIGN-IN.fault.example"),
            Some(FaultyAccount::SignIn(Fault::ErrorTrue200))
        );
        assert_eq!(
            FaultyAccount::of_address("then-html@list.fault.example"),
            Some(FaultyAccount::ListInTurns(Fault::Html))
        );
        assert_eq!(Fault::of_server("fault-reset"), Some(Fault::Reset));
    }

    #[test]
    fn in_turns_the_first_call_is_good_and_the_second_fails() {
        for fault in Fault::ALL {
            assert!(!fault.fails_in_turn(0), "{}", fault.kind());
            assert!(fault.fails_in_turn(1), "{}", fault.kind());
        }
        assert!(!Fault::Html.fails_in_turn(2));
        assert!(Fault::Reset.fails_in_turn(2));
        assert!(!Fault::Reset.fails_in_turn(3));
    }
}
