//! Every language says everything, with the same placeholders, in a form that the files can hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

type Words = BTreeMap<String, Value>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/locales")
}

fn languages() -> Vec<(String, Words)> {
    let mut all: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let words = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                words,
            )
        })
        .collect();
    all.sort_by_key(|(tag, _)| tag.clone());
    all
}

fn english() -> Words {
    languages()
        .into_iter()
        .find(|(tag, _)| tag == "en")
        .unwrap()
        .1
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().map(|form| form.as_str().unwrap()).collect(),
        other => panic!("neither a text nor plural forms: {other}"),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').unwrap().0)
        .collect()
}

#[test]
fn the_three_languages_are_there() {
    let tags: Vec<_> = languages().into_iter().map(|(tag, _)| tag).collect();
    for tag in ["en", "km", "vi"] {
        assert!(tags.iter().any(|known| known == tag), "{tag} is missing");
    }
}

#[test]
fn every_language_has_every_key_and_no_other() {
    let english = english();
    for (tag, words) in languages() {
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !words.contains_key(*key))
            .collect();
        let unknown: Vec<_> = words
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{tag}: missing {missing:?}, unknown {unknown:?}"
        );
    }
}

#[test]
fn every_text_has_the_placeholders_of_the_english_one() {
    let english = english();
    for (tag, words) in languages() {
        for (key, value) in &words {
            let expected = placeholders(texts(&english[key]).last().unwrap());
            for text in texts(value) {
                assert_eq!(placeholders(text), expected, "{tag}: {key}");
            }
            assert_eq!(
                value.is_object(),
                english[key].is_object(),
                "{tag}: plural forms of {key}"
            );
        }
    }
}

#[test]
fn plural_forms_have_known_categories_and_always_other() {
    const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    for (tag, words) in languages() {
        for (key, value) in &words {
            let Value::Object(forms) = value else {
                continue;
            };
            assert!(forms.contains_key("other"), "{tag}: {key}");
            assert!(
                forms.keys().all(|name| CATEGORIES.contains(&name.as_str())),
                "{tag}: {key}"
            );
        }
    }
}

#[test]
fn no_text_is_empty_or_breaks_the_line_format() {
    for (tag, words) in languages() {
        for (key, value) in &words {
            for text in texts(value) {
                assert!(!text.trim().is_empty(), "{tag}: {key} is empty");
                assert!(
                    !text.contains(['\n', '\r', '\t']),
                    "{tag}: {key} holds a line break or a tab"
                );
            }
        }
    }
}
#[test]
fn every_key_is_used() {
    let mut code = String::new();
    collect_code(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut code,
    );
    // These are written into the page by tools/finish-build.mjs, for the time before there is an application.
    let before_start = ["boot.", "language.name"];
    for key in english().keys() {
        let name = key.replace('.', "_");
        let used = code.contains(&name.to_uppercase()) || code.contains(&format!("::{name}"));
        assert!(
            used || before_start.iter().any(|start| key.starts_with(start)),
            "{key} is not used"
        );
    }
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
