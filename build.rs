//! Turns the keys of `public/locales/en.json` into constants and functions, so that a word the code names but
//! nobody wrote, or a placeholder nobody fills, stops the build.
//!
//! A key without a placeholder becomes a constant (`login.title` → `LOGIN_TITLE`), one with placeholders a function
//! that takes them (`servers_updated(time)`), one with plural forms a function that takes the number first
//! (`servers_count(count)`). Their order, with those of the first visit first and those of the sign-in next, is their line
//! in the built language files (`tools/page/words.mjs`).

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

const ENGLISH: &str = "public/locales/en.json";
/// The groups of words (what stands before the dot of a key) that come with the first visit, one a line.
const FIRST: &str = "public/first-words.txt";
/// Those that the sign-in needs besides.
const SIGN_IN: &str = "public/sign-in-words.txt";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=public/locales");
    println!("cargo::rerun-if-changed={FIRST}");
    println!("cargo::rerun-if-changed={SIGN_IN}");
    let words: Map<String, Value> = serde_json::from_str(&fs::read_to_string(ENGLISH)?)?;
    let (first, later) = parted(words.iter(), &fs::read_to_string(FIRST)?);
    let (sign_in, others) = parted(later.into_iter(), &fs::read_to_string(SIGN_IN)?);
    let mut code = format!(
        "const COUNTS: Counts = Counts {{ first: {}, sign_in: {}, later: {} }};\n",
        first.len(),
        sign_in.len(),
        sign_in.len() + others.len()
    );
    for (line, (key, value)) in [first, sign_in, others].concat().into_iter().enumerate() {
        code += &item(line, key, value)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), code)?;
    Ok(())
}

/// The keys of words, and their texts.
type Entries<'a> = Vec<(&'a String, &'a Value)>;

/// The words whose group is among `groups`, which are listed one a line, and the others.
fn parted<'a>(
    words: impl Iterator<Item = (&'a String, &'a Value)>,
    groups: &str,
) -> (Entries<'a>, Entries<'a>) {
    words.partition(|(key, _)| {
        let group = key.split('.').next();
        groups.lines().any(|listed| Some(listed) == group)
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
