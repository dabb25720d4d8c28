//! Turns the keys of `public/locales/en.json` into constants and functions, so that a word the code names but
//! nobody wrote, or a placeholder nobody fills, stops the build.
//!
//! A key without a placeholder becomes a constant (`login.title` → `LOGIN_TITLE`), one with placeholders a function
//! that takes them (`servers_updated(time)`), one with plural forms a function that takes the number first
//! (`servers_count(count)`). Their order, with those that the program begins with first, is their line in the built language
//! files (`tools/page/words.mjs`).

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

const ENGLISH: &str = "public/locales/en.json";
/// The words that the portal begins with, one a line: a key, or what stands before the dot of several.
const FIRST: &str = "public/first-words.txt";
/// All that the program of the sign-in has.
const SIGN_IN: &str = "public/sign-in-words.txt";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=public/locales");
    println!("cargo::rerun-if-changed={FIRST}");
    println!("cargo::rerun-if-changed={SIGN_IN}");
    let words: Map<String, Value> = serde_json::from_str(&fs::read_to_string(ENGLISH)?)?;
    let list = match env::var_os("CARGO_FEATURE_SIGN_IN") {
        Some(_) => SIGN_IN,
        None => FIRST,
    };
    let (first, later) = parted(&words, &fs::read_to_string(list)?);
    let mut code = format!(
        "const COUNTS: Counts = Counts {{ first: {}, later: {} }};\n",
        first.len(),
        later.len()
    );
    for (line, (key, value)) in first.into_iter().chain(later).enumerate() {
        code += &item(line, key, value)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), code)?;
    Ok(())
}

/// The keys of words, and their texts.
type Entries<'a> = Vec<(&'a String, &'a Value)>;

/// The words whose key or group is in the `list`, one a line, and the others.
fn parted<'a>(words: &'a Map<String, Value>, list: &str) -> (Entries<'a>, Entries<'a>) {
    words.iter().partition(|(key, _)| {
        let group = key.split('.').next().unwrap_or_default();
        list.lines().any(|listed| listed == group || listed == *key)
    })
}

fn item(line: usize, key: &str, value: &Value) -> Result<String, Box<dyn Error>> {
    let plural = value.is_object();
    let english = match value {
        Value::String(text) => text,
        Value::Object(forms) => forms
            .get("other")
            .and_then(Value::as_str)
            .ok_or_else(|| format!("{ENGLISH}: \"{key}\" has no plural form \"other\""))?,
        _ => return Err(format!("{ENGLISH}: \"{key}\" is neither a text nor plural forms").into()),
    };
    let name = key.replace('.', "_");
    let placeholders = placeholders(english);
    let mut code = format!("/// `{key}`: \"{english}\"\n");
    if plural {
        let others: Vec<_> = placeholders
            .iter()
            .filter(|name| **name != "count")
            .copied()
            .collect();
        writeln!(
            code,
            "#[must_use] pub fn {name}(count: u32{}) -> String {{ Word({line}).plural(count, &[{}]) }}",
            parameters(&others),
            pairs(&others)
        )?;
    } else if placeholders.is_empty() {
        writeln!(
            code,
            "pub const {}: Word = Word({line});",
            name.to_uppercase()
        )?;
    } else {
        writeln!(
            code,
            "#[must_use] pub fn {name}({}) -> String {{ Word({line}).fill(&[{}]) }}",
            parameters(&placeholders).trim_start_matches(", "),
            pairs(&placeholders)
        )?;
    }
    Ok(code)
}

fn placeholders(text: &str) -> Vec<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

fn parameters(names: &[&str]) -> String {
    names.iter().map(|name| format!(", {name}: &str")).collect()
}

fn pairs(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("(\"{name}\", {name}), "))
        .collect()
}
