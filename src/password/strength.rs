//! How well a password holds against somebody who guesses.
//!
//! An estimate of how many guesses it takes, counted in bits. Not the whole of zxcvbn, whose dictionaries alone are larger
//! than this portal: what follows from what stands before it (repeats, sequences, rows of the keyboard) counts as next to
//! nothing, words and names count as one guess out of a dictionary, and only the rest counts as chance.

/// How well a password holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Guessed by anybody who tries in earnest.
    Weak,
    /// Holds while the guesser has to ask the server each time.
    Fair,
    /// Holds for years.
    Good,
    /// Out of reach.
    Strong,
}

/// What a part of a password costs a guesser, in bits. Eighths, because whole bits are too coarse for single characters.
type Eighths = u32;

const BIT: Eighths = 8;
/// A character that follows from the one before.
const PREDICTABLE: Eighths = BIT;
/// One of the words that every guesser tries first.
const COMMON_WORD: Eighths = 8 * BIT;
/// A word that the guesser knows of the person or the server.
const KNOWN_WORD: Eighths = 4 * BIT;
/// A part that stood in the password already.
const REPETITION: Eighths = 2 * BIT;
/// A year that somebody alive remembers.
const YEAR: Eighths = 7 * BIT;
/// A word of four letters out of a dictionary; each further letter adds a bit.
const SHORT_WORD: Eighths = 14 * BIT;

/// The most characters that are looked at: what is longer is strong by then.
const LOOKED_AT: usize = 128;

/// Words in passwords that leaked, most often first (English, Vietnamese, and what servers are called).
const COMMON: [&str; 64] = [
    "password",
    "qwerty",
    "asdf",
    "zxcv",
    "abc",
    "passw",
    "pass",
    "admin",
    "administrator",
    "root",
    "user",
    "login",
    "welcome",
    "letmein",
    "secret",
    "server",
    "portal",
    "system",
    "test",
    "guest",
    "demo",
    "default",
    "changeme",
    "change",
    "master",
    "super",
    "hello",
    "dragon",
    "monkey",
    "football",
    "iloveyou",
    "sunshine",
    "princess",
    "shadow",
    "ubuntu",
    "debian",
    "windows",
    "linux",
    "cloud",
    "vps",
    "host",
    "backup",
    "database",
    "mysql",
    "oracle",
    "cisco",
    "company",
    "office",
    "internet",
    "summer",
    "winter",
    "spring",
    "autumn",
    "matkhau",
    "vietnam",
    "vietnamese",
    "hanoi",
    "saigon",
    "danang",
    "anhyeuem",
    "maychu",
    "cambodia",
    "khmer",
    "phnompenh",
];

/// The rows of a keyboard.
const ROWS: [&str; 5] = [
    "1234567890",
    "!@#$%^&*()",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// How well `password` holds; nothing of no password. `known` are words that a guesser would try for this very one, such
/// as the name of its server.
#[must_use]
pub fn strength(password: &str, known: &[&str]) -> Option<Strength> {
    if password.is_empty() {
        return None;
    }
    Some(match bits(password, known) {
        0..30 => Strength::Weak,
        30..45 => Strength::Fair,
        45..65 => Strength::Good,
        _ => Strength::Strong,
    })
}

fn bits(password: &str, known: &[&str]) -> u32 {
    let typed: Vec<char> = password.chars().take(LOOKED_AT).collect();
    let guesser = Guesser {
        plain: typed.iter().map(|each| plain(*each)).collect(),
        known: known
            .iter()
            .map(|word| word.chars().map(plain).collect())
            .collect(),
        chance: chance(&typed),
        typed,
    };
    guesser.cost() / BIT
}

/// Somebody who tries the likely before the unlikely.
struct Guesser {
    /// The password.
    typed: Vec<char>,
    /// The password in small letters, with the usual signs put back into letters.
    plain: Vec<char>,
    /// The words known of this very password, written likewise.
    known: Vec<Vec<char>>,
    /// What a character costs that follows from nothing.
    chance: Eighths,
}

impl Guesser {
    fn cost(&self) -> Eighths {
        let (mut at, mut total) = (0, 0);
        while at < self.plain.len() {
            let (length, cost) = self.next_part(at);
            at += length;
            total += cost;
        }
        total
    }

    /// How many characters from `at` on are guessed in one, and what that costs.
    fn next_part(&self, at: usize) -> (usize, Eighths) {
        if let Some(length) = self.repetition(at) {
            (length, REPETITION)
        } else if let Some(length) = self.known_word(at) {
            (length, KNOWN_WORD)
        } else if let Some(length) = self.common_word(at) {
            (length, COMMON_WORD)
        } else if self.is_year(at) {
            (4, YEAR)
        } else if let Some(length) = self.word(at) {
            let further = Eighths::try_from(length.saturating_sub(4)).unwrap_or_default();
            let one_by_one: Eighths = (at..at + length).map(|at| self.character(at)).sum();
            (length, one_by_one.min(SHORT_WORD + further * BIT))
        } else {
            (1, self.character(at))
        }
    }

    fn character(&self, at: usize) -> Eighths {
        match self.is_predictable(at) {
            true => PREDICTABLE,
            false => self.chance,
        }
    }

    fn rest(&self, at: usize) -> &[char] {
        self.plain.get(at..).unwrap_or_default()
    }

    /// The length of the longest part from `at` on that stands before it already.
    fn repetition(&self, at: usize) -> Option<usize> {
        let (earlier, rest) = self.typed.split_at_checked(at)?;
        let is_there = |length: &usize| {
            rest.get(..*length)
                .is_some_and(|part| earlier.windows(*length).any(|window| window == part))
        };
        (3..=rest.len()).take_while(is_there).last()
    }

    fn known_word(&self, at: usize) -> Option<usize> {
        let words = self.known.iter().filter(|word| word.len() >= 3);
        let here = words.filter(|word| self.rest(at).starts_with(word));
        here.map(Vec::len).max()
    }

    fn common_word(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let words = COMMON.iter().filter(|word| {
            let same = word.chars().zip(rest).all(|(one, other)| one == *other);
            word.len() <= rest.len() && same
        });
        words.map(|word| word.len()).max()
    }

    /// Whether the character follows from those before it: the same again, or the next in a sequence or on the keyboard.
    fn is_predictable(&self, at: usize) -> bool {
        let character = |steps: usize| {
            let typed = self.typed.get(at.checked_sub(steps)?)?;
            Some(typed.to_ascii_lowercase())
        };
        let (Some(this), Some(last)) = (character(0), character(1)) else {
            return false;
        };
        let step = |from: char, to: char| i64::from(u32::from(to)) - i64::from(u32::from(from));
        let in_sequence = character(2).is_some_and(|earlier| {
            let onwards = step(last, this);
            onwards.abs() == 1 && onwards == step(earlier, last)
        });
        this == last || in_sequence || are_neighbours(last, this)
    }

    fn is_year(&self, at: usize) -> bool {
        let part: String = self.typed.iter().skip(at).take(4).collect();
        let of_our_time = part.starts_with("19") || part.starts_with("20");
        of_our_time && part.len() == 4 && part.bytes().all(|each| each.is_ascii_digit())
    }

    /// The length of a run of letters from `at` on that somebody can say, and so may stand in a dictionary. A capital
    /// begins another, unless all are capitals.
    fn word(&self, at: usize) -> Option<usize> {
        let is_capital = |index: usize| self.typed.get(index).is_some_and(char::is_ascii_uppercase);
        let capitals = is_capital(at) && is_capital(at + 1);
        let rest = self.rest(at).iter().enumerate();
        let letters = rest.take_while(|(index, letter)| {
            is_letter(**letter) && (*index == 0 || is_capital(at + index) == capitals)
        });
        let (mut length, mut vowels) = (0, 0);
        for (_, letter) in letters {
            length += 1;
            vowels += usize::from(is_vowel(*letter));
        }
        // Fewer vowels than that cannot be said.
        (length >= 4 && vowels >= length / 4).then_some(length)
    }
}

/// A kind of characters: which belong to it, and how many there are.
type Kind = (fn(&char) -> bool, u64);

const KINDS: [Kind; 5] = [
    (char::is_ascii_lowercase, 26),
    (char::is_ascii_uppercase, 26),
    (char::is_ascii_digit, 10),
    (is_sign, 33),
    (is_foreign, 100),
];

/// What a character costs that is chosen by chance out of the kinds that the password has.
fn chance(characters: &[char]) -> Eighths {
    let present = KINDS
        .iter()
        .filter(|(belongs, _)| characters.iter().any(belongs));
    let choices: u64 = present.map(|(_, many)| many).sum();
    // The logarithm of the eighth power is eight times the logarithm.
    choices.pow(8).checked_ilog2().unwrap_or_default()
}

fn is_sign(character: &char) -> bool {
    character.is_ascii() && !character.is_ascii_alphanumeric()
}

fn is_foreign(character: &char) -> bool {
    !character.is_ascii()
}

/// A letter as it sounds, whatever its size and the sign that was put for it.
fn plain(character: char) -> char {
    match character.to_ascii_lowercase() {
        '@' | '4' => 'a',
        '3' => 'e',
        '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        other => other,
    }
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || !character.is_ascii()
}

/// Letters with marks are counted among them: nearly all of them are, in Vietnamese.
fn is_vowel(character: char) -> bool {
    "aeiouy".contains(character) || !character.is_ascii()
}

fn are_neighbours(one: char, other: char) -> bool {
    ROWS.iter().any(|row| {
        let place = |character| row.find(character);
        place(one)
            .zip(place(other))
            .is_some_and(|(one, other)| one.abs_diff(other) == 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(password: &str) -> Option<Strength> {
        strength(password, &["web-01", "an@example.com"])
    }

    #[test]
    fn nothing_has_no_strength() {
        assert_eq!(of(""), None);
    }

    #[test]
    fn what_everybody_tries_first_is_weak() {
        for password in [
            "a",
            "Password1!",
            "P@ssw0rd2024",
            "Admin@123456",
            "Qwerty123!@#",
            "Matkhau@123",
            "aaaaaaaaA1-",
            "98765432A-",
            "Vietnam2026!",
            "Abc1-Abc1-",
            "Hanoi-1999",
        ] {
            assert_eq!(
                of(password),
                Some(Strength::Weak),
                "{password}: {}",
                bits(password, &[])
            );
        }
    }

    #[test]
    fn one_pattern_or_word_and_some_signs_are_not_good() {
        for password in [
            "abcdefghijA1-",
            "Tr0ub4dor&3",
            "Elephant-77",
            "Giraffes!42",
            "Dragonfly7#",
        ] {
            let strength = of(password);
            assert!(
                strength <= Some(Strength::Fair),
                "{password}: {}",
                bits(password, &[])
            );
        }
    }

    #[test]
    fn several_words_are_good_and_chance_is_strong() {
        assert_eq!(of("Portal-demo-1"), Some(Strength::Fair));
        assert!(of("velvet.Tractor.9") >= Some(Strength::Good));
        assert_eq!(of("correct horse battery staple"), Some(Strength::Strong));
        assert_eq!(of("xK7#qP2m-vR9z"), Some(Strength::Strong));
    }

    #[test]
    fn what_a_guesser_knows_of_the_server_counts_for_little() {
        assert_eq!(of("Web-01-Web-01!"), Some(Strength::Weak));
        assert!(bits("An@example.com1", &["an@example.com"]) < 15);
        let name = "Zq81xw0k";
        assert!(bits(name, &[name]) < bits(name, &[]));
    }

    proptest::proptest! {
        #[test]
        fn no_password_breaks_it(password in ".*", known in ".*") {
            let _ = strength(&password, &[&known]);
        }

        #[test]
        fn a_long_password_is_looked_at_no_longer_than_needed(character: char) {
            let long: String = std::iter::repeat_n(character, 100_000).collect();
            proptest::prop_assert!(strength(&long, &[]).is_some());
        }

        #[test]
        fn a_new_character_never_makes_a_password_weaker(password in "[a-zA-Z0-9#-]{0,20}", more in "[~|]") {
            let longer = [password.as_str(), &more].concat();
            proptest::prop_assert!(bits(&longer, &[]) >= bits(&password, &[]));
        }
    }
}
