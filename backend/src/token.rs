//! Secrets handed to clients: how they are made, and what is kept of them.

use sha2::{Digest, Sha256};

use crate::conventions::{NAMED_TOKEN_PREFIX, TOKEN_KEY_DIGITS};

/// Bytes of randomness in a secret: 256 bits.
const SECRET_BYTES: usize = 32;

/// The SHA-256 of a secret, the only form in which one is stored.
pub type SecretHash = [u8; 32];

/// The system could give no random numbers.
#[derive(Debug)]
pub struct NoRandomness;

impl std::fmt::Display for NoRandomness {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the system gives no random numbers")
    }
}

impl std::error::Error for NoRandomness {}

/// A fresh secret for a session or a link: 64 hexadecimal digits.
pub fn new_secret() -> Result<String, NoRandomness> {
    let mut bytes = [0; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(hexadecimal(&bytes))
}

/// A fresh secret for a named token, recognisable by its start (contract, Authentication).
pub fn new_named_secret() -> Result<String, NoRandomness> {
    new_secret().map(|secret| format!("{NAMED_TOKEN_PREFIX}{secret}"))
}

/// What is stored of a secret. A plain hash is enough: 256 random bits cannot be guessed.
pub fn hash(secret: &str) -> SecretHash {
    Sha256::digest(secret.as_bytes()).into()
}

/// The public key of a token, by which lists and revocations name it.
pub fn key(hash: &SecretHash) -> String {
    let mut digits = hexadecimal(hash);
    digits.truncate(TOKEN_KEY_DIGITS);
    digits
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_has_256_bits_and_never_repeats() {
        let (first, second) = (new_secret().unwrap(), new_secret().unwrap());
        assert_eq!(first.len(), 64);
        assert_ne!(first, second);
    }

    #[test]
    fn a_named_secret_is_recognisable() {
        assert!(new_named_secret().unwrap().starts_with("vps_"));
    }

    #[test]
    fn a_key_tells_tokens_apart_without_telling_them() {
        let key = key(&hash("secret"));
        assert_eq!(key, "2bb80d537b1da3e3");
    }
}
