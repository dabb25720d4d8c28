//! The service's own words about a failure, found in the six shapes of the contract (Errors) and made fit to be shown.

use crate::json::Json;

/// Fields that were refused, each with what the service says of it, in the order of the answer.
pub type FieldErrors = Vec<(String, Vec<String>)>;

/// The most characters that are kept of what a service says.
pub const MAX_MESSAGE_CHARACTERS: usize = 500;

/// The most characters of a field's name, and the most fields: those of the contract are shorter and fewer by far.
const MAX_NAME_CHARACTERS: usize = 64;
const MAX_FIELDS: usize = 32;

/// What a service says about a failure.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) message: Option<String>,
    pub(super) fields: FieldErrors,
}

impl Words {
    /// Tries the shapes of `body` in the contract's order; the first that says something is taken.
    pub(super) fn of(status: u16, body: &Json) -> Self {
        let message = (body.get("message").as_text().and_then(plain))
            .or_else(|| body.get("detail").as_text().and_then(plain));
        if message.is_some() || body.get("error").as_boolean() == Some(true) {
            return Self {
                message,
                fields: Vec::new(),
            };
        }
        if matches!(status, 400 | 422) && body.is_object() {
            return Self::of_fields(body);
        }
        Self {
            message: sentences(body).and_then(|sentences| plain(&sentences.join(" "))),
            fields: Vec::new(),
        }
    }

    fn of_fields(body: &Json) -> Self {
        let mut words = Self::default();
        for (name, value) in body.members() {
            let Some(sentences) = sentences(value) else {
                continue;
            };
            if name == "non_field_errors" {
                words.message = plain(&sentences.join(" "));
            } else if words.fields.len() < MAX_FIELDS {
                words.add_field(name, &sentences);
            }
        }
        words
    }

    fn add_field(&mut self, name: &str, sentences: &[&str]) {
        let sentences: Vec<String> = sentences.iter().copied().filter_map(plain).collect();
        if let Some(name) = shortened(name, MAX_NAME_CHARACTERS)
            && !sentences.is_empty()
        {
            self.fields.push((name, sentences));
        }
    }
}

/// The strings of an array, or one string; `None` for anything else. More than a person reads are left out.
fn sentences(value: &Json) -> Option<Vec<&str>> {
    const MAX_SENTENCES: usize = 8;
    match value {
        Json::Text(text) => Some(vec![text]),
        Json::List(elements) => Some(
            elements
                .iter()
                .filter_map(Json::as_text)
                .take(MAX_SENTENCES)
                .collect(),
        ),
        _ => None,
    }
}

fn plain(text: &str) -> Option<String> {
    shortened(text, MAX_MESSAGE_CHARACTERS)
}

/// `text` on one line, without control characters, cut to `limit` characters; `None` when nothing is left.
fn shortened(text: &str, limit: usize) -> Option<String> {
    let mut plain = String::new();
    let mut count = 0;
    for character in text.chars().filter(|&character| !is_hidden(character)) {
        let character = if character.is_whitespace() {
            ' '
        } else {
            character
        };
        if character == ' ' && (plain.is_empty() || plain.ends_with(' ')) {
            continue;
        }
        if count == limit - 1 {
            plain.push('…');
            break;
        }
        plain.push(character);
        count += 1;
    }
    let plain = plain.trim_end();
    (!plain.is_empty()).then(|| plain.to_owned())
}

/// Control characters, and those that turn the direction of the text around them; white space is neither.
fn is_hidden(character: char) -> bool {
    let turns_direction = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (character.is_control() && !character.is_whitespace()) || turns_direction
}
