//! The demo: what the backend is filled with, so that every screen of the portal has something to show.
//!
//! Plain data, the same on every machine but for its times, which count from the moment of filling. Addresses come
//! from the ranges kept for documentation (RFC 5737, RFC 3849) and, for the fleet, from a private one (RFC 1918).
//!
//! | account | what for |
//! | --- | --- |
//! | `demo@example.com` | a company with two projects: every status, names of all lengths, servers about to expire |
//! | `fleet@example.com` | 10,000 servers |
//! | `fleet-10@example.com`, `fleet-100@…`, `fleet-1000@…` | the newest of them: so many |
//! | `single@example.com` | one project, so signing in needs no project id |
//! | `empty@example.com` | a project without a server |
//! | `suspended@example.com` | one project in use and one that cannot be signed in to |
//! | `faults@example.com` | servers on which every call fails in a known way ([`crate::faults`]) |
//! | `KIND@sign-in.fault.example`, `KIND@list.fault.example`, `then-KIND@list.fault.example` | [`crate::faults`] |

mod company;
mod faulty;
mod fleet;
mod plan;
mod small;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// The password of every demo account.
pub const PASSWORD: &str = "Portal-demo-1";
/// The account to show to a newcomer.
pub const FIRST_ACCOUNT: &str = "demo@example.com";
/// The project to name when signing in to [`FIRST_ACCOUNT`].
pub const FIRST_PROJECT: &str = "demo-main";

/// An account with all that it owns.
#[derive(Clone, Debug)]
pub struct DemoAccount {
    /// The address to sign in with.
    pub email: String,
    /// Family and middle name (contract, User).
    pub first_name: &'static str,
    /// Given name.
    pub last_name: &'static str,
    /// 1 male, 2 female, 3 company.
    pub gender: i64,
    /// `YYYY-MM-DD`.
    pub birthday: &'static str,
    /// As the holder writes it.
    pub phone_number: &'static str,
    /// Postal address.
    pub address: &'static str,
    /// Company name; may be empty.
    pub company: &'static str,
    /// When the account was made.
    pub date_joined: DateTime<Utc>,
    /// What it can sign in to.
    pub projects: Vec<DemoProject>,
    /// Where it is signed in already.
    pub sessions: Vec<DemoSession>,
}

/// A project of an account.
#[derive(Clone, Debug)]
pub struct DemoProject {
    /// What signing in names.
    pub id: String,
    /// The name that the holder knows it by.
    pub user_name: String,
    /// Whether it can be signed in to.
    pub is_available: bool,
    /// Its servers, the newest first.
    pub servers: Vec<DemoServer>,
}

/// A server of a project.
#[derive(Clone, Debug)]
pub struct DemoServer {
    /// A UUID, the same on every machine.
    pub instance_id: String,
    /// The name given to it.
    pub name: String,
    /// A word of Nova's (contract, Servers). It stays, even if it is one of those in passing.
    pub status: &'static str,
    /// Where it stands.
    pub region: &'static str,
    /// Its addresses, the first one first.
    pub ip_addresses: Vec<String>,
    /// Number of the image that it was made of ([`crate::compute::images`]).
    pub os_image: i64,
    /// When it was made.
    pub created: DateTime<Utc>,
    /// Until when it is paid.
    pub expired: DateTime<Utc>,
    /// When it was last switched on; `None` is never.
    pub powered_on_at: Option<DateTime<Utc>>,
    /// When it was switched off after that.
    pub powered_off_at: Option<DateTime<Utc>>,
    /// What is attached to it, the disk that it starts from first.
    pub volumes: Vec<DemoVolume>,
}

/// A volume attached to a server.
#[derive(Clone, Debug)]
pub struct DemoVolume {
    /// A UUID, the same on every machine.
    pub id: String,
    /// The name given to it.
    pub name: String,
    /// In GiB.
    pub size: u32,
    /// Whether the server starts from it.
    pub is_bootable: bool,
}

/// A session of an account in some browser. Nobody holds its token.
#[derive(Clone, Debug)]
pub struct DemoSession {
    /// What was signed in to.
    pub project_id: &'static str,
    /// When.
    pub created: DateTime<Utc>,
    /// Until when.
    pub expired: DateTime<Utc>,
    /// From where.
    pub real_ip: &'static str,
    /// What the browser says about itself.
    pub user_agent: &'static str,
}

/// Every account of the demo, as it stands at `now`.
pub fn accounts(now: DateTime<Utc>) -> Vec<DemoAccount> {
    let mut accounts = vec![
        company::account(now),
        fleet::whole(now),
        small::single(now),
        small::empty(now),
        small::suspended(now),
        faulty::with_faulty_servers(now),
    ];
    accounts.extend(fleet::parts(now));
    accounts.extend(faulty::that_fail(now));
    accounts
}

/// An identifier that follows from these words: a UUID of version 8, whose digits are its maker's choice (RFC 9562).
fn identifier(words: &[&str]) -> String {
    let digest = Sha256::digest(words.join("/"));
    let mut bytes = [0_u8; 16];
    bytes
        .iter_mut()
        .zip(digest)
        .for_each(|(byte, digit)| *byte = digit);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = |range: std::ops::Range<usize>| -> String {
        bytes[range]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    [
        digits(0..4),
        digits(4..6),
        digits(6..8),
        digits(8..10),
        digits(10..16),
    ]
    .join("-")
}

#[cfg(test)]
mod tests;
