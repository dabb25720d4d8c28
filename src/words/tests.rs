//! Every language says everything, in the same order, with the same placeholders, well spelt; and every word is used. That
//! the plural forms are those of the language is what the build asks the browsers' own tables (tools/page/words.mjs).

mod checks;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use self::checks::{Language, findings, texts};

/// All languages, by the files that are there, English first.
fn languages() -> Vec<Language> {
    let files = fs::read_dir(root().join("public/locales")).unwrap();
    let mut all: Vec<_> = files
        .map(|entry| {
            let path = entry.unwrap().path();
            let tag = path.file_stem().unwrap().to_string_lossy();
            Language::parse(&tag, &fs::read_to_string(&path).unwrap())
        })
        .collect();
    all.sort_by_key(|language| (language.tag != "en", language.tag.clone()));
    all
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn nothing_is_wrong_with_any_language() {
    let languages = languages();
    let found: Vec<_> = languages
        .iter()
        .flat_map(|language| {
            let found = findings(language, &languages[0]).into_iter();
            found.map(|finding| format!("{}.json: {finding}", language.tag))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_language_has_a_name_of_its_own_and_twelve_months() {
    let languages = languages();
    let text = |language: &Language, key: &str| texts(language.value(key).unwrap())[0].to_owned();
    let names: BTreeSet<_> = languages
        .iter()
        .map(|one| text(one, "language.name"))
        .collect();
    assert_eq!(names.len(), languages.len(), "{names:?}");
    for language in &languages {
        let months = text(language, "time.month_names");
        assert_eq!(months.split('|').count(), 12, "{}: {months}", language.tag);
    }
}

#[test]
fn what_is_offered_is_there() {
    let config = fs::read_to_string(root().join("public/config.json")).unwrap();
    let config: serde_json::Value = serde_json::from_str(&config).unwrap();
    let built: Vec<_> = languages()
        .into_iter()
        .map(|language| language.tag)
        .collect();
    for offered in config["languages"].as_array().unwrap() {
        assert!(built.iter().any(|tag| offered == tag), "{offered}");
    }
}

/// The English of the samples.
const ENGLISH: &str = r#"{
  "a.title": "Stop {name}?",
  "a.lead": "All is well.",
  "a.count": { "one": "{count} server", "other": "{count} servers" },
  "a.more": { "one": "{count} more", "other": "{count} more" }
}"#;

/// What is found in a sample, which is the English one with `wrong` in the place of `right`.
fn found_in(tag: &str, right: &str, wrong: &str) -> String {
    assert!(ENGLISH.contains(right), "{right}");
    let sample = Language::parse(tag, &ENGLISH.replacen(right, wrong, 1));
    findings(&sample, &Language::parse("en", ENGLISH)).join("\n")
}

#[test]
fn each_mistake_is_found() {
    assert_eq!(found_in("en", "Stop", "Halt"), "");
    for (tag, right, wrong, finding) in [
        (
            "fr",
            "\"a.title\": \"Stop {name}?\",\n  ",
            "",
            "a.title is missing",
        ),
        ("fr", "a.title", "a.name", "a.name is unknown"),
        (
            "fr",
            "\"a.lead\": \"All is well.\",\n  ",
            "",
            "a.lead is missing",
        ),
        (
            "fr",
            "\"a.title\": \"Stop {name}?\",\n  \"a.lead\": \"All is well.\"",
            "\"a.lead\": \"Tout va bien.\",\n  \"a.title\": \"{name}?\"",
            "a.lead stands in the place of a.title",
        ),
        (
            "fr",
            "\"a.lead\"",
            "\"a.lead\": \"Bon.\",\n  \"a.lead\"",
            "twice",
        ),
        (
            "fr",
            "{ \"one\": \"{count} server\", \"other\": \"{count} servers\" }",
            "\"{count}\"",
            "in one language",
        ),
        (
            "fr",
            "\"other\": \"{count} servers\"",
            "\"many\": \"{count}\"",
            "lacks the plural form other",
        ),
        (
            "fr",
            "\"one\": \"{count} more\", ",
            "",
            "other plural forms",
        ),
        (
            "fr",
            "{name}",
            "{nom}",
            "placeholders {\"nom\"} instead of {\"name\"}",
        ),
        (
            "fr",
            "{count} server\"",
            "a server\"",
            "placeholders {} instead of {\"count\"}",
        ),
        ("fr", "All is well.", "", "is empty"),
        ("fr", "All is well.", "Bon. ", "begins or ends with a blank"),
        ("fr", "All is well.", "Tout  va bien.", "two spaces"),
        ("fr", "All is well.", "Bon...", "ellipsis"),
        ("fr", "All is well.", "C'est bon.", "straight"),
        ("fr", "All is well.", "Bon .", "space before a sign"),
        ("fr", "All is well.", "Bon (oui.", "does not close"),
        ("fr", "All is well.", "Bon", "ends otherwise"),
        ("fr", "All is well.", "Cafe\u{301}.", "accent apart"),
        ("fr", "All is well.", "All is well.", "is not translated"),
        ("vi", "All is well.", "Đã xoá.", "the tone"),
        ("km", "All is well.", "ល្អ.", "Latin sign"),
        ("km", "All is well.", "ពី ៦ ដល់ ១៥។", "Khmer digits"),
    ] {
        let found = found_in(tag, right, wrong);
        assert!(found.contains(finding), "{wrong}: {found}");
    }
    for (tag, text) in [("vi", "Đã xóa, theo quý."), ("km", "ល្អ។"), ("ar", "جيد.")]
    {
        let found = found_in(tag, "All is well.", text);
        assert!(!found.contains("a.lead"), "{text}: {found}");
    }
}

#[test]
fn every_word_is_used() {
    let mut code = String::new();
    collect_code(&root().join("src"), &mut code);
    let unused = unused(&languages()[0], &code);
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_word_that_nobody_uses_is_found() {
    let english = Language::parse("en", ENGLISH);
    let code = "words::a_title(name); t(words::A_LEAD); words::a_countdown(); words::a_more(1)";
    assert_eq!(unused(&english, code), ["a.count"]);
}

fn unused(english: &Language, code: &str) -> Vec<String> {
    let parts = code.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
    let used: BTreeSet<&str> = parts.collect();
    let is_used = |key: &str| {
        let name = key.replace('.', "_");
        used.contains(name.as_str()) || used.contains(name.to_uppercase().as_str())
    };
    // The build writes these into the document, for the time before there is an application (tools/page/document.mjs), and
    // into the manifest.
    let is_written = |key: &str| {
        key.starts_with("boot.") || key.starts_with("install.") || key == "language.name"
    };
    let keys = english.words.iter().map(|(key, _)| key.clone());
    keys.filter(|key| !is_written(key) && !is_used(key))
        .collect()
}

fn collect_code(folder: &Path, code: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_code(&path, code);
        } else {
            code.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
