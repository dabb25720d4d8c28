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
