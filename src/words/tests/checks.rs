//! What can be wrong with a language's file, beside the English one.

use std::collections::BTreeSet;

use serde_json::Value;

/// The file of a language: its words in their order.
pub(super) struct Language {
    pub(super) tag: String,
    pub(super) words: Vec<(String, Value)>,
}

impl Language {
    pub(super) fn parse(tag: &str, file: &str) -> Self {
        let words: Value = serde_json::from_str(file).unwrap();
        // A map would not tell in which order the words stand, nor that one stands there twice.
        let keys = file.lines().filter_map(|line| line.strip_prefix("  \""));
        let keys = keys.filter_map(|line| line.split_once('"'));
        Self {
            tag: tag.to_owned(),
            words: keys
                .map(|(key, _)| (key.to_owned(), words[key].clone()))
                .collect(),
        }
    }

    pub(super) fn value(&self, key: &str) -> Option<&Value> {
        let word = self.words.iter().find(|(known, _)| known == key);
        word.map(|(_, value)| value)
    }
}

/// All that is wrong with a language, one line each.
pub(super) fn findings(language: &Language, english: &Language) -> Vec<String> {
    let mut found = keys(language, english);
    let mut categories = BTreeSet::new();
    for (key, value) in &language.words {
        let expected = english.value(key);
        let mut complaints = vec![has_plural_forms(value, expected)];
        if let Value::Object(forms) = value {
            categories.insert(forms.keys().cloned().collect::<Vec<_>>());
        }
        for text in texts(value) {
            complaints.extend(spelling(text, &language.tag));
            complaints.extend(beside(text, expected, &language.tag));
        }
        let complaints = complaints.into_iter().flatten();
        found.extend(complaints.map(|what| format!("{key} {what}")));
    }
    if categories.len() > 1 {
        found.push(format!(
            "has words with other plural forms than others: {categories:?}"
        ));
    }
    found
}

/// Whether the keys are those of English, in the same order.
fn keys(language: &Language, english: &Language) -> Vec<String> {
    let of = |language: &Language| -> Vec<String> {
        language.words.iter().map(|(key, _)| key.clone()).collect()
    };
    let (own, expected) = (of(language), of(english));
    let lacks = expected.iter().filter(|key| !own.contains(key));
    let adds = own.iter().filter(|key| !expected.contains(key));
    let mut found: Vec<_> = lacks
        .map(|key| format!("{key} is missing"))
        .chain(adds.map(|key| format!("{key} is unknown")))
        .collect();
    let unlike = own.iter().zip(&expected).find(|(own, key)| own != key);
    if own.iter().collect::<BTreeSet<_>>().len() < own.len() {
        found.push("has a key twice".to_owned());
    } else if let (true, Some((own, key))) = (found.is_empty(), unlike) {
        found.push(format!("{own} stands in the place of {key}"));
    }
    found
}

fn has_plural_forms(value: &Value, english: Option<&Value>) -> Option<String> {
    let differs = english.is_some_and(|english| english.is_object() != value.is_object());
    let lacks_other = value.is_object() && value.get("other").is_none();
    match (differs, lacks_other) {
        (true, _) => Some("has plural forms in one language and none in the other".to_owned()),
        (_, true) => Some("lacks the plural form other".to_owned()),
        _ => None,
    }
}

/// What is wrong with a text in whatever language, and in its own.
fn spelling(text: &str, tag: &str) -> Vec<Option<String>> {
    let khmer = tag == "km";
    let forbidden: &[(&str, &[&str])] = &[
        ("has two spaces in a row", &["  "]),
        ("has dots for an ellipsis", &[".."]),
        ("has a straight quotation mark", &["'", "\""]),
        (
            "has a space before a sign",
            &[" .", " ,", " ?", " :", " ;", " )", " …", " ។", " ៖", "( "],
        ),
    ];
    let mut found: Vec<_> = forbidden
        .iter()
        .map(|(what, signs)| {
            let sign = signs.iter().find(|sign| text.contains(**sign));
            sign.map(|_| (*what).to_owned())
        })
        .collect();
    let say = |is_wrong: bool, what: &str| is_wrong.then(|| what.to_owned());
    found.extend([
        say(text.trim().is_empty(), "is empty"),
        say(text.trim() != text, "begins or ends with a blank"),
        say(
            text.chars().any(char::is_control),
            "holds a control character",
        ),
        say(is_unbalanced(text), "opens what it does not close"),
        say(
            !khmer && text.chars().any(is_combining),
            "has an accent apart from its letter (NFC puts them together)",
        ),
        say(
            tag == "vi"
                && text
                    .split(|sign: char| !sign.is_alphabetic())
                    .any(has_new_tone),
            "puts the tone otherwise than the other words do: hóa, khóa, hủy",
        ),
        say(
            khmer && text.chars().any(|sign| ('០'..='៩').contains(&sign)),
            "has Khmer digits; numbers are Latin everywhere",
        ),
        say(
            khmer && has_latin_sign_after_khmer(text),
            "has a Latin sign after a Khmer word: use ។ or ៖",
        ),
    ]);
    found
}

fn is_unbalanced(text: &str) -> bool {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('“', '”'), ('«', '»'), ('{', '}')];
    let count = |sign: char| text.matches(sign).count();
    PAIRS
        .iter()
        .any(|&(open, close)| count(open) != count(close))
}

fn is_combining(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

/// Whether a Vietnamese syllable that ends in two vowels has its tone on the second one.
fn has_new_tone(word: &str) -> bool {
    const ENDS: [&str; 15] = [
        "oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ",
    ];
    let word = word.to_lowercase();
    ENDS.iter().any(|end| word.ends_with(end)) && !word.starts_with('q')
}

fn has_latin_sign_after_khmer(text: &str) -> bool {
    let is_khmer = |sign: char| ('\u{1780}'..='\u{17ff}').contains(&sign);
    let signs: Vec<char> = text.chars().collect();
    signs
        .windows(2)
        .any(|pair| is_khmer(pair[0]) && matches!(pair[1], '.' | ':' | ';' | ','))
}

/// What differs from the English text and should not.
fn beside(text: &str, english: Option<&Value>, tag: &str) -> Vec<Option<String>> {
    let Some(original) = english.and_then(|english| texts(english).last().copied()) else {
        return Vec::new();
    };
    let (own, expected) = (placeholders(text), placeholders(original));
    let words = original.split(' ').filter(|word| !word.contains('{'));
    let is_copy = tag != "en" && text == original && words.count() > 2;
    vec![
        (own != expected).then(|| format!("has the placeholders {own:?} instead of {expected:?}")),
        (end(text) != end(original)).then(|| format!("ends otherwise than “{original}”")),
        is_copy.then(|| "is not translated".to_owned()),
    ]
}

/// How a text ends, the same sign of all languages as one.
fn end(text: &str) -> Option<char> {
    match text.chars().last()? {
        '.' | '។' | '。' | '۔' => Some('.'),
        '?' | '؟' | '？' => Some('?'),
        ':' | '៖' | '：' => Some(':'),
        '…' => Some('…'),
        '!' | '！' => Some('!'),
        _ => None,
    }
}

pub(super) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1);
    names
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}
