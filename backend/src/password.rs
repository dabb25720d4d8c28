//! Passwords: what one must be like, how it is kept, and how it is checked without holding up others.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::conventions::MAXIMUM_PASSWORD;

/// Why a password could not be hashed or checked.
#[derive(Debug)]
pub struct HashingFailed(String);

impl std::fmt::Display for HashingFailed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "a password could not be hashed: {}", self.0)
    }
}

impl std::error::Error for HashingFailed {}

/// Argon2id with 19 MiB, two passes, one lane: OWASP's first choice for servers.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// The PHC string of a password, with a fresh salt. Takes some tens of milliseconds of computing.
pub fn hash(password: &str) -> Result<String, HashingFailed> {
    let hash: PasswordHash = hasher()
        .hash_password(password.as_bytes())
        .map_err(|error| HashingFailed(error.to_string()))?;
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

/// Hashes beside the asynchronous work, and only a few at once: a flood of sign-ins must not slow other calls.
#[derive(Debug, Clone)]
pub struct PasswordDesk {
    places: Arc<Semaphore>,
    /// Checked when an account does not exist, so that its absence takes as long to find out as a wrong password.
    decoy: Arc<str>,
}

impl PasswordDesk {
    /// A desk that leaves at least one processor to everything else.
    pub fn new() -> Result<Self, HashingFailed> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            places: Arc::new(Semaphore::new(processors.saturating_sub(1).max(1))),
            decoy: hash("the password of nobody")?.into(),
        })
    }

    /// Whether `password` fits the stored PHC string. Without one the answer is no, after the usual time.
    pub async fn check(
        &self,
        password: String,
        stored: Option<String>,
    ) -> Result<bool, HashingFailed> {
        let decoy = Arc::clone(&self.decoy);
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
    pub async fn hash(&self, password: String) -> Result<String, HashingFailed> {
        self.compute(move || hash(&password)).await
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashingFailed> + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let _place = self
            .places
            .acquire()
            .await
            .map_err(|error| HashingFailed(error.to_string()))?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| HashingFailed(error.to_string()))?
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
}
