//! Slows the guessing of passwords: failed sign-ins are counted by account and by address.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::conventions::{
    SIGN_IN_FAILURES_PER_ACCOUNT, SIGN_IN_FAILURES_PER_ADDRESS, SIGN_IN_WINDOW,
};

/// Above this many remembered accounts or addresses, those whose failures no longer count are forgotten; and again each
/// time that twice as many as then were left have gathered, so that a flood does not have all gone through each time.
const TIDY_ABOVE: usize = 1_000;

/// Counts attempts; one for the whole backend.
#[derive(Debug)]
pub struct SignInLimit {
    counts: Mutex<Counts>,
}

#[derive(Debug)]
struct Counts {
    accounts: Tally<String>,
    addresses: Tally<IpAddr>,
}

impl Default for SignInLimit {
    fn default() -> Self {
        Self::new(SIGN_IN_FAILURES_PER_ACCOUNT, SIGN_IN_FAILURES_PER_ADDRESS)
    }
}

impl SignInLimit {
    /// A limit of so many failures for one account and for one address within the window.
    pub fn new(per_account: usize, per_address: usize) -> Self {
        Self {
            counts: Mutex::new(Counts {
                accounts: Tally::new(per_account),
                addresses: Tally::new(per_address),
            }),
        }
    }

    /// Counts an attempt as failed before its password is looked at, so that many at once cannot slip through
    /// together; a right one takes it back with [`SignInLimit::forgive`].
    ///
    /// Fails with the time to wait when the account or the address has used up its attempts.
    pub fn attempt(
        &self,
        email: &str,
        address: IpAddr,
        now: DateTime<Utc>,
    ) -> Result<(), TimeDelta> {
        let (account, network) = (email.to_lowercase(), network(address));
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.accounts.wait(&account, now)?;
        counts.addresses.wait(&network, now)?;
        counts.accounts.add(account, now);
        counts.addresses.add(network, now);
        Ok(())
    }

    /// Forgets the failures of an account that has shown its password, and this attempt of its address.
    pub fn forgive(&self, email: &str, address: IpAddr) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.accounts.forget(&email.to_lowercase());
        counts.addresses.take_back(&network(address));
    }
}

/// The failures of each key within the window, oldest first.
#[derive(Debug)]
struct Tally<Key> {
    limit: usize,
    failures: HashMap<Key, VecDeque<DateTime<Utc>>>,
    tidy_above: usize,
}

impl<Key: Eq + Hash> Tally<Key> {
    fn new(limit: usize) -> Self {
        Self {
            limit,
            failures: HashMap::new(),
            tidy_above: TIDY_ABOVE,
        }
    }

    fn wait(&self, key: &Key, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        let Some(failures) = self.failures.get(key) else {
            return Ok(());
        };
        let first_that_blocks = failures.iter().rev().nth(self.limit.saturating_sub(1));
        match first_that_blocks.map(|time| *time + SIGN_IN_WINDOW - now) {
            Some(wait) if wait > TimeDelta::zero() => Err(wait),
            _ => Ok(()),
        }
    }

    fn add(&mut self, key: Key, now: DateTime<Utc>) {
        if self.failures.len() > self.tidy_above {
            self.failures
                .retain(|_, failures| failures.back().is_some_and(|last| counts(*last, now)));
            self.tidy_above = TIDY_ABOVE.max(2 * self.failures.len());
        }
        let failures = self.failures.entry(key).or_default();
        failures.retain(|time| counts(*time, now));
        failures.push_back(now);
    }

    fn forget(&mut self, key: &Key) {
        self.failures.remove(key);
    }

    fn take_back(&mut self, key: &Key) {
        if let Some(failures) = self.failures.get_mut(key) {
            failures.pop_back();
        }
    }
}

fn counts(failure: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    failure + SIGN_IN_WINDOW > now
}

/// One subscriber has a whole /64 of IPv6 addresses: they count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let prefix = address.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(prefix))
        }
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000, 0).unwrap()
    }

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn an_account_waits_until_its_oldest_failure_no_longer_counts() {
        let limit = SignInLimit::new(2, 100);
        limit.attempt("A@x", address(1), start()).unwrap();
        let later = start() + TimeDelta::minutes(5);
        limit.attempt("a@x", address(2), later).unwrap();
        assert_eq!(
            limit.attempt("a@X", address(3), later),
            Err(TimeDelta::minutes(10))
        );
        assert_eq!(limit.attempt("b@x", address(3), later), Ok(()));
        let after = start() + SIGN_IN_WINDOW;
        assert_eq!(limit.attempt("a@x", address(3), after), Ok(()));
    }

    #[test]
    fn an_address_is_limited_over_all_accounts_and_a_v6_network_is_one_address() {
        let limit = SignInLimit::new(100, 2);
        let neighbours = ["2001:db8::1", "2001:db8::2", "2001:db8::3"].map(|a| a.parse().unwrap());
        limit.attempt("a@x", neighbours[0], start()).unwrap();
        limit.attempt("b@x", neighbours[1], start()).unwrap();
        assert!(limit.attempt("c@x", neighbours[2], start()).is_err());
        let elsewhere = "2001:db8:0:1::1".parse().unwrap();
        assert_eq!(limit.attempt("c@x", elsewhere, start()), Ok(()));
    }

    #[test]
    fn a_right_password_clears_the_account_but_not_the_address() {
        let limit = SignInLimit::new(2, 3);
        limit.attempt("a@x", address(1), start()).unwrap();
        limit.attempt("a@x", address(1), start()).unwrap();
        limit.forgive("a@x", address(1));
        limit.attempt("a@x", address(1), start()).unwrap();
        limit.attempt("a@x", address(1), start()).unwrap();
        assert!(limit.attempt("b@x", address(1), start()).is_err());
    }

    #[test]
    fn what_no_longer_counts_is_forgotten() {
        let mut tally = Tally::new(1);
        for key in 0..=TIDY_ABOVE {
            tally.add(key, start());
        }
        tally.add(TIDY_ABOVE + 1, start() + SIGN_IN_WINDOW);
        assert_eq!(tally.failures.len(), 1);
    }

    #[test]
    fn a_flood_does_not_have_everything_gone_through_at_each_attempt() {
        const FLOOD: usize = 200_000;
        let mut tally = Tally::new(1);
        let began = std::time::Instant::now();
        for key in 0..FLOOD {
            tally.add(key, start());
        }
        assert_eq!(tally.failures.len(), FLOOD);
        // Going through all of them each time takes minutes.
        assert!(began.elapsed() < std::time::Duration::from_secs(10));
    }
}
