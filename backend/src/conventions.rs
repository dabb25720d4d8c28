//! Every choice that no public page settles (marked C in the contract), in one place.
//!
//! Choices that are a behaviour rather than a value:
//!
//! - **Order of servers**: newest first by creation, then by identifier.
//! - **Filters of servers**: identifier, address and name by "contains", without case; status by equality, without
//!   case; the two times by a prefix of their UTC text. An empty filter filters nothing.
//! - **Pages**: a `page` that is no page answers 404; a `page_size` that is no positive number answers 400, and one
//!   above the limit is lowered to it.
//! - **Statuses**: the words of OpenStack Nova, and its way with them: a machine that is starting stays `SHUTOFF`, one
//!   that is stopping stays `ACTIVE`, until the work is done. Rebooting, rebuilding and setting a password show as
//!   `REBOOT`, `REBUILD` and `PASSWORD`. While one piece of work runs, another is refused with 409.
//! - **Wrong e-mail or password**: 400 with `non_field_errors`, as Django REST Framework's own sign-in does. 401 is
//!   kept for a missing, unknown or expired token.
//! - **`token_key` and `short_key`**: the first digits of the token's SHA-256; the token itself is never told twice.
//!   Revoking accepts this key or the whole token.
//! - **Permissions**: reading servers needs `servers:list`; start, stop and reboot `servers:power`; renaming,
//!   passwords, rebuilding and the console (it is a keyboard on the machine) `servers:update`. Any token may read the
//!   profile and the projects. Changing the profile or the password, and seeing or revoking other tokens, needs `*:*`.
//! - **A changed password** ends the account's other sessions; the one in use and named tokens stay.
//! - **Revoking all** ends every token of the account, the one in use and named ones too.
//! - **Unknown things of others**: another project's server or another account's token is 404, like one that does not
//!   exist.
//! - **A full disk** (or quota): 507 for what needs to be written, signing in and out included. Reading goes on with
//!   what is kept, and nothing has to be started anew once there is room.
//! - **Storage that fails in another way**: 503 with `Retry-After`.
//! - **Too many sign-ins at once**: passwords are checked one after the other, beside all other calls; who would have
//!   to wait for too many others is answered 503 with `Retry-After`.

use std::time::Duration;

use chrono::{FixedOffset, TimeDelta};

/// Servers and tokens on a page when the request names no number.
pub const DEFAULT_PAGE_SIZE: u64 = 20;
/// The most on one page.
pub const MAXIMUM_PAGE_SIZE: u64 = 100;

/// The scheme named by `WWW-Authenticate`; `Bearer` is accepted as well.
pub const AUTHENTICATION_SCHEME: &str = "Token";
/// What the name of a token made for a program starts with.
pub const NAMED_TOKEN_PREFIX: &str = "vps_";
/// The name that `account/me/` shows for a token made by signing in.
pub const SESSION_TOKEN_NAME: &str = "Portal session";
/// How many hexadecimal digits of a token's hash make its public key.
pub const TOKEN_KEY_DIGITS: usize = 16;
/// Hours that a session lasts when the request names no number.
pub const DEFAULT_SESSION_HOURS: i64 = 24;
/// The longest session, in hours: a year.
pub const MAXIMUM_SESSION_HOURS: i64 = 24 * 365;
/// `last_used_at` is exact to this: a write for every request would cost more than it tells.
pub const LAST_USED_PRECISION: TimeDelta = TimeDelta::seconds(60);

/// Failed sign-ins of one account within the window, before it has to wait.
pub const SIGN_IN_FAILURES_PER_ACCOUNT: usize = 10;
/// Failed sign-ins from one address within the window, before it has to wait.
pub const SIGN_IN_FAILURES_PER_ADDRESS: usize = 100;
/// For how long a failed sign-in counts.
pub const SIGN_IN_WINDOW: TimeDelta = TimeDelta::minutes(15);

/// How many may wait for their password to be checked; each takes some tens of milliseconds.
pub const WAITING_FOR_PASSWORD: usize = 64;
/// After how long to come back when too many were waiting.
pub const BUSY_RETRY: TimeDelta = TimeDelta::seconds(3);
/// After how long to come back when something of ours failed.
pub const UNAVAILABLE_RETRY: TimeDelta = TimeDelta::seconds(10);

/// The largest request body, in bytes.
pub const MAXIMUM_BODY_BYTES: usize = 64 * 1024;
/// How long sending a body may take, before 408.
pub const TIME_TO_SEND_BODY: Duration = Duration::from_secs(30);
/// After how long a connection is closed on which nothing is sent.
pub const IDLE_CONNECTION: Duration = Duration::from_secs(120);
/// For how long is listened to who is still sending when all is answered.
pub const LAST_WORDS: Duration = Duration::from_secs(2);
/// How many bytes that are too many are read all the same, so that their sender hears that they are.
pub const MAXIMUM_DISCARDED_BYTES: usize = 8 * 1024 * 1024;
/// Characters of a server's name: what a host name may have.
pub const MAXIMUM_SERVER_NAME: usize = 63;
/// Characters of a password: long enough for a sentence, short enough to hash.
pub const MAXIMUM_PASSWORD: usize = 128;
/// Characters of an e-mail address (RFC 5321).
pub const MAXIMUM_EMAIL: usize = 254;
/// Characters of a first or last name.
pub const MAXIMUM_PERSON_NAME: usize = 150;
/// Characters of a phone number, with its spaces.
pub const MAXIMUM_PHONE_NUMBER: usize = 32;
/// Characters of an address or a company's name.
pub const MAXIMUM_PROFILE_TEXT: usize = 255;
/// Characters kept of what a browser says about itself.
pub const MAXIMUM_USER_AGENT: usize = 512;

/// The end of a console link.
pub const CONSOLE_LINK_LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// What is kept of a boot log, in bytes, counted from its end.
pub const BOOT_LOG_BYTES: usize = 256 * 1024;

/// The offset in which account and session times are written, as the seed writes them: Indochina Time.
///
/// Server times are written in UTC, with `Z`, as their seed has it.
pub fn account_offset() -> FixedOffset {
    const SECONDS_EAST: i32 = 7 * 3600;
    FixedOffset::east_opt(SECONDS_EAST).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc))
}
