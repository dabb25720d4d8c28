//! Passwords: what one must be like, how well one holds, and making one.
//!
//! Nothing here keeps a password or tells it to anyone.

mod strength;

pub use self::strength::{Strength, strength};

/// The fewest characters of a password (contract, Servers).
const SHORTEST: usize = 8;

/// Something that a password must have (contract, Servers: passwords).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// At least eight characters.
    Length,
    /// A capital of the Latin alphabet, without a mark.
    UpperCase,
    /// One of the digits 0 to 9.
    Digit,
    /// One of the signs on a keyboard, such as `-` or `!`.
    Special,
}

impl Rule {
    /// Every rule, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Length, Self::UpperCase, Self::Digit, Self::Special];

    /// Whether `password` keeps the rule.
    #[must_use]
    pub fn is_met(self, password: &str) -> bool {
        let has = |belongs: fn(&u8) -> bool| password.bytes().any(|byte| belongs(&byte));
        match self {
            Self::Length => password.chars().count() >= SHORTEST,
            Self::UpperCase => has(u8::is_ascii_uppercase),
            Self::Digit => has(u8::is_ascii_digit),
            Self::Special => has(u8::is_ascii_punctuation),
        }
    }
}

/// Whether `password` keeps every rule.
#[must_use]
pub fn is_acceptable(password: &str) -> bool {
    Rule::ALL.into_iter().all(|rule| rule.is_met(password))
}

/// What passwords are made of: 64 characters, so that six bits of chance choose each alike. None that is taken for
/// another (`0` and `O`; `1`, `l` and `I`), and no sign that a shell, a spreadsheet or a web form could read as more
/// than itself.
const ALPHABET: &[u8; 64] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.+:,@%";

/// How many characters a made password has: 120 bits of chance.
const LENGTH: usize = 20;

/// How many random bytes [`make`] wants: enough that the rules are kept by one of the passwords in them, but for one
/// time in 10¹³.
pub const RANDOM_BYTES: usize = 16 * LENGTH;

/// Makes a password that keeps every rule of `random` bytes, each of which must be unknown to everyone. `None` when none
/// of the passwords in them does: the bytes were not random.
#[must_use]
pub fn make(random: &[u8]) -> Option<String> {
    random
        .chunks_exact(LENGTH)
        .map(|bytes| bytes.iter().map(|byte| character(*byte)).collect())
        .find(|password: &String| is_acceptable(password) && is_strong(password))
}

/// Whether it looks like chance: chance makes words and repetitions, too, now and then.
fn is_strong(password: &str) -> bool {
    strength(password, &[]) == Some(Strength::Strong)
}

fn character(random: u8) -> char {
    char::from(ALPHABET[usize::from(random) % ALPHABET.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(password: &str) -> Vec<Rule> {
        let rules = Rule::ALL.into_iter();
        rules.filter(|rule| !rule.is_met(password)).collect()
    }

    #[test]
    fn every_rule_is_judged_as_the_service_judges_it() {
        assert_eq!(missing("Portal-demo-1"), []);
        assert_eq!(missing("Short-1"), [Rule::Length]);
        assert_eq!(missing("Bảo-mật1"), []);
        assert_eq!(missing("đẹp-Đẹp-1"), [Rule::UpperCase]);
        assert_eq!(missing("No-digit-here"), [Rule::Digit]);
        assert_eq!(missing("No digit ៣ here"), [Rule::Digit, Rule::Special]);
        assert_eq!(missing("NoSpecial123"), [Rule::Special]);
        assert_eq!(missing(""), Rule::ALL);
    }

    #[test]
    fn no_character_stands_twice_in_the_alphabet_or_is_taken_for_another() {
        let characters: std::collections::BTreeSet<u8> = ALPHABET.iter().copied().collect();
        assert_eq!(characters.len(), ALPHABET.len());
        assert!(b"0O1lI|".iter().all(|each| !characters.contains(each)));
    }

    #[test]
    fn bytes_that_are_not_random_make_no_password() {
        assert_eq!(make(&[7; RANDOM_BYTES]), None);
        assert_eq!(make(&[]), None);
    }

    proptest::proptest! {
        #[test]
        fn a_made_password_is_long_acceptable_and_strong(random in proptest::array::uniform32(proptest::array::uniform10(0_u8..))) {
            let random = random.as_flattened();
            proptest::prop_assert_eq!(random.len(), RANDOM_BYTES);
            let password = make(random).expect("chance makes a password");
            proptest::prop_assert_eq!(password.len(), LENGTH);
            proptest::prop_assert!(is_acceptable(&password));
            proptest::prop_assert_eq!(strength(&password, &[]), Some(Strength::Strong));
        }

        #[test]
        fn every_character_of_the_alphabet_is_as_likely(character: u8) {
            let alike = (0..=u8::MAX).filter(|other| super::character(*other) == super::character(character));
            proptest::prop_assert_eq!(alike.count(), 4);
        }
    }
}
