//! Passwords: what one must be like, how it is kept, and how it is checked without holding up others.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::conventions::{MAXIMUM_PASSWORD, WAITING_FOR_PASSWORD};
use crate::places::{NotDone, Places};

/// Why a password could not be hashed or checked.
#[derive(Debug)]
pub enum PasswordError {
    /// Too many others are waiting already.
    Busy,
    /// The computing failed; words for the operator.
    Failed(String),
}

impl std::fmt::Display for PasswordError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Busy => formatter.write_str("too many passwords are waiting to be checked"),
            Self::Failed(reason) => {
                write!(formatter, "a password could not be hashed: {reason}")
            }
        }
    }
}

impl std::error::Error for PasswordError {}

/// Argon2id with 19 MiB, two passes, one lane: OWASP's first choice for servers.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// The PHC string of a password, with a fresh salt. Takes some tens of milliseconds of computing.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    let hash: PasswordHash = hasher()
        .hash_password(password.as_bytes())
        .map_err(|error| PasswordError::Failed(error.to_string()))?;
    Ok(hash.to_string())
}

/// Whether `password` is the one that `stored`, a PHC string, was made of.
fn matches(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|stored| {
        hasher()
            .verify_password(password.as_bytes(), &stored)
            .is_ok()
    })
}

/// The most passwords that are hashed at once, however many processors there are: each takes 19 MiB of memory.
const MOST_AT_ONCE: usize = 16;

/// Hashes beside the asynchronous work, and only a few at once: a flood of sign-ins must not slow other calls. A queue
/// that would take longer than people wait is not joined.
#[derive(Debug, Clone)]
pub struct PasswordDesk {
    queue: Arc<Semaphore>,
    places: Arc<Places>,
    /// Checked when an account does not exist, so that its absence takes as long to find out as a wrong password.
    decoy: Arc<str>,
}

impl PasswordDesk {
    /// A desk that leaves at least one processor to everything else, with a queue of the usual length.
    pub fn new() -> Result<Self, PasswordError> {
        Self::with_queue_of(WAITING_FOR_PASSWORD)
    }

    /// The same with a queue of this length.
    pub fn with_queue_of(length: usize) -> Result<Self, PasswordError> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let places = processors.saturating_sub(1).clamp(1, MOST_AT_ONCE);
        Ok(Self {
            queue: Arc::new(Semaphore::new(places + length)),
            places: Arc::new(Places::new(places)),
            decoy: hash("the password of nobody")?.into(),
        })
    }

    /// Joins the queue, or fails at once when it is full.
    pub fn queue(&self) -> Result<Turn<'_>, PasswordError> {
        let place = self.queue.try_acquire().map_err(|_| PasswordError::Busy)?;
        Ok(Turn {
            desk: self,
            _place_in_queue: place,
        })
    }
}

/// A turn at the desk, for as many passwords as one call needs.
#[derive(Debug)]
pub struct Turn<'a> {
    desk: &'a PasswordDesk,
    _place_in_queue: SemaphorePermit<'a>,
}

impl Turn<'_> {
    /// Whether `password` fits the stored PHC string. Without one the answer is no, after the usual time.
    pub async fn check(
        &self,
        password: String,
        stored: Option<String>,
    ) -> Result<bool, PasswordError> {
        let decoy = Arc::clone(&self.desk.decoy);
        self.compute(move || match stored {
            Some(stored) => Ok(matches(&password, &stored)),
            None => {
                matches(&password, &decoy);
                Ok(false)
            }
        })
        .await
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        self.compute(move || hash(&password)).await
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        match self.desk.places.run(work).await {
            Ok(answer) => answer,
            Err(NotDone) => Err(PasswordError::Failed("it was not done".to_owned())),
        }
    }
}

/// What `password` lacks, one sentence for each rule broken (contract, Servers: passwords).
pub fn weaknesses(password: &str) -> Vec<String> {
    let length = password.chars().count();
    let rules = [
        (length >= 8, "Use at least 8 characters."),
        (length <= MAXIMUM_PASSWORD, "Use at most 128 characters."),
        (
            password.chars().any(|c| c.is_ascii_uppercase()),
            "Use at least one upper-case letter.",
        ),
        (
            password.chars().any(|c| c.is_ascii_digit()),
            "Use at least one digit.",
        ),
        (
            password.chars().any(|c| c.is_ascii_punctuation()),
            "Use at least one special character.",
        ),
    ];
    rules
        .into_iter()
        .filter(|(kept, _)| !kept)
        .map(|(_, sentence)| sentence.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let stored = hash("Correct-horse-1").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(matches("Correct-horse-1", &stored));
        assert!(!matches("Correct-horse-2", &stored));
        assert!(!matches("Correct-horse-1", "not a hash"));
    }

    #[test]
    fn every_rule_is_told() {
        assert!(weaknesses("Portal-demo-1").is_empty());
        assert_eq!(weaknesses("Short-1"), ["Use at least 8 characters."]);
        assert_eq!(
            weaknesses("no-capital-1"),
            ["Use at least one upper-case letter."]
        );
        assert_eq!(weaknesses("No-digit-here"), ["Use at least one digit."]);
        assert_eq!(
            weaknesses("NoSpecial123"),
            ["Use at least one special character."]
        );
        assert_eq!(weaknesses("").len(), 4);
        assert_eq!(
            weaknesses(&format!("A-1{}", "x".repeat(126))),
            ["Use at most 128 characters."]
        );
    }

    #[test]
    fn a_full_queue_is_not_joined() {
        let desk = PasswordDesk::with_queue_of(0).unwrap();
        let turns: Vec<_> = std::iter::from_fn(|| desk.queue().ok()).collect();
        assert!(!turns.is_empty());
        assert!(matches!(desk.queue(), Err(PasswordError::Busy)));
        drop(turns);
        desk.queue().unwrap();
    }
}
