//! What is typed into the profile's form, and what of it the service would not take.

use leptos::prelude::*;

use crate::api::user::{Gender, Profile, ProfileUpdate};
use crate::data::drafts;
use crate::words::{self, Word};

/// The fields, by the names of the contract.
pub(super) const FIRST_NAME: &str = "first_name";
pub(super) const LAST_NAME: &str = "last_name";
pub(super) const GENDER: &str = "gender";
pub(super) const PHONE: &str = "phone_number";
pub(super) const ADDRESS: &str = "address";
pub(super) const COMPANY: &str = "company";

/// The most characters of a part of a name.
const LONGEST_NAME: usize = 150;
/// The most characters of an address or of a company's name.
const LONGEST_TEXT: usize = 255;
/// How few and how many digits a telephone number has: E.164 allows 15, and local ones are seldom shorter than 6.
const FEWEST_DIGITS: usize = 6;
const MOST_DIGITS: usize = 15;

/// The fields of the form.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) first_name: RwSignal<String>,
    pub(super) last_name: RwSignal<String>,
    /// The number of the [`Gender`] as text; empty for none, or for one that the portal does not know.
    pub(super) gender: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) address: RwSignal<String>,
    pub(super) company: RwSignal<String>,
}

impl Typed {
    /// What the service knows; or what was typed before a session ended.
    pub(super) fn of(profile: &Profile) -> Self {
        let draft = |field, text: &str| drafts::kept(["profile ", field].concat(), text.to_owned());
        Self {
            first_name: draft(FIRST_NAME, &profile.first_name),
            last_name: draft(LAST_NAME, &profile.last_name),
            gender: draft(GENDER, &gender_text(profile)),
            phone: draft(PHONE, &profile.phone_number),
            address: draft(ADDRESS, &profile.address),
            company: draft(COMPANY, &profile.company),
        }
    }

    /// What differs from what the service knows, and nothing else. Subscribes.
    pub(super) fn changes(self, known: &Profile) -> ProfileUpdate {
        let changed = |typed: RwSignal<String>, known: &str| {
            typed.with(|typed| {
                let typed = typed.trim();
                (typed != known.trim()).then(|| typed.to_owned())
            })
        };
        let gender = changed(self.gender, &gender_text(known));
        ProfileUpdate {
            first_name: changed(self.first_name, &known.first_name),
            last_name: changed(self.last_name, &known.last_name),
            gender: gender.and_then(|number| Gender::from_number(number.parse().ok()?)),
            phone_number: changed(self.phone, &known.phone_number),
            address: changed(self.address, &known.address),
            company: changed(self.company, &known.company),
        }
    }

    /// What the service would not take.
    pub(super) fn problems(self) -> Vec<(&'static str, Word)> {
        let texts = [
            (FIRST_NAME, self.first_name, LONGEST_NAME),
            (LAST_NAME, self.last_name, LONGEST_NAME),
            (ADDRESS, self.address, LONGEST_TEXT),
            (COMPANY, self.company, LONGEST_TEXT),
        ];
        let mut found: Vec<_> = texts
            .into_iter()
            .filter(|(_, typed, longest)| {
                typed.with_untracked(|typed| typed.trim().chars().count() > *longest)
            })
            .map(|(field, _, _)| (field, words::PROFILE_TOO_LONG))
            .collect();
        if self
            .phone
            .with_untracked(|phone| !is_phone_number(phone.trim()))
        {
            found.push((PHONE, words::PROFILE_PHONE_WRONG));
        }
        found
    }
}

fn gender_text(profile: &Profile) -> String {
    let number = profile.gender.map(Gender::number);
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A number as E.164 writes it or as people do at home, with what they part its digits by; or none.
fn is_phone_number(text: &str) -> bool {
    let local = text.strip_prefix('+').unwrap_or(text);
    let digits = local.chars().filter(char::is_ascii_digit).count();
    let plain = local
        .chars()
        .all(|character| character.is_ascii_digit() || " .-()".contains(character));
    text.is_empty() || plain && (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::is_phone_number;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        for number in [
            "",
            "+84912345678",
            "+855 12 345 678",
            "0900 000 001",
            "(028) 3822.1234",
            "012-345-678",
        ] {
            assert!(is_phone_number(number), "{number}");
        }
    }

    #[test]
    fn anything_else_is_not_a_number() {
        for number in [
            "12345",
            "+1234567890123456",
            "+",
            "call me",
            "0900 000 001 ext 5",
            "++84912345678",
            "٠١٢٣٤٥٦٧",
        ] {
            assert!(!is_phone_number(number), "{number}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in ".*") {
            let _ = is_phone_number(&text);
        }
    }
}
