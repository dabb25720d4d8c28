//! The service's own words about a failure, found in the six shapes of the contract (Errors) and made fit to be shown.

use crate::json::Json;

/// Fields that were refused, each with what the service says of it, in the order of the answer.
pub type FieldErrors = Vec<(String, Vec<String>)>;

/// The most characters that are kept of what a service says at once; an ellipsis stands for the rest.
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

/// The strings of an array; `None` for anything else. More than a person reads are left out.
fn sentences(value: &Json) -> Option<Vec<&str>> {
    const MAX_SENTENCES: usize = 8;
    let elements = value.as_list()?;
    let sentences = elements.iter().filter_map(Json::as_text);
    Some(sentences.take(MAX_SENTENCES).collect())
}

fn plain(text: &str) -> Option<String> {
    shortened(text, MAX_MESSAGE_CHARACTERS)
}

/// `text` on one line, without control characters, cut after `limit` characters; `None` when nothing is left.
fn shortened(text: &str, limit: usize) -> Option<String> {
    let visible: String = text.chars().filter(|&each| !is_hidden(each)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    let mut line = words.join(" ");
    if let Some((end, _)) = line.char_indices().nth(limit) {
        line.truncate(end);
        line.push('…');
    }
    (!line.is_empty()).then_some(line)
}

/// Control characters, and those that turn the direction of the text around them; white space is neither.
fn is_hidden(character: char) -> bool {
    let turns_direction = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (character.is_control() && !character.is_whitespace()) || turns_direction
}

#[cfg(test)]
mod tests {
    use super::{MAX_FIELDS, MAX_MESSAGE_CHARACTERS, Words, shortened};
    use crate::json::Json;

    #[test]
    fn a_line_is_plain() {
        for (text, line) in [
            ("  It\r\n is\toff. ", Some("It is off.")),
            ("\u{1b}[31mred\u{0}\u{7f}", Some("[31mred")),
            ("abc\u{202e}cba\u{2066}", Some("abccba")),
            ("Máy chủ đang bận", Some("Máy chủ đang bận")),
            ("\u{0}\u{202e} \n", None),
            ("", None),
        ] {
            assert_eq!(shortened(text, 50).as_deref(), line, "{text:?}");
        }
    }

    #[test]
    fn a_line_is_cut_by_characters() {
        assert_eq!(shortened("ạbc", 3).as_deref(), Some("ạbc"));
        assert_eq!(shortened("ạbcd", 3).as_deref(), Some("ạbc…"));
    }

    #[test]
    fn a_flood_of_words_and_fields_is_dammed() {
        let long = Json::Text("x".repeat(100_000));
        let field = |number: usize| (number.to_string(), Json::List(vec![long.clone(); 100]));
        let words = Words::of(400, &Json::Object((0..100).map(field).collect()));
        assert_eq!(words.fields.len(), MAX_FIELDS);
        let (_, sentences) = &words.fields[0];
        assert_eq!(sentences.len(), 8);
        assert_eq!(sentences[0].chars().count(), MAX_MESSAGE_CHARACTERS + 1);
        let bare = Words::of(400, &Json::List(vec![long.clone(); 100]));
        let message = bare.message.expect("a bare list is a message");
        assert_eq!(message.chars().count(), MAX_MESSAGE_CHARACTERS + 1);
    }
}
