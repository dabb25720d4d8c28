//! The JSON object of a request, read field by field; all that is wrong is told at once.

use std::ops::RangeInclusive;

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::error::{ApiError, FieldErrors};
use crate::conventions::MAXIMUM_BODY_BYTES;

/// The fields of a request and what is wrong with them so far.
///
/// A getter that finds something wrong notes it and answers a harmless value; [`Form::check`] then fails, so none of
/// the values may be used before it.
#[derive(Debug)]
pub struct Form {
    values: Map<String, Value>,
    errors: FieldErrors,
}

/// What a text may be.
#[derive(Debug, Clone, Copy)]
pub struct TextRules {
    /// The most characters.
    pub maximum: usize,
    /// Whether it may be empty.
    pub may_be_blank: bool,
    /// Whether space around it belongs to it.
    pub keeps_spaces: bool,
}

impl TextRules {
    /// A text that says something.
    pub const fn filled(maximum: usize) -> Self {
        Self {
            maximum,
            may_be_blank: false,
            keeps_spaces: false,
        }
    }

    /// A text that may be empty.
    pub const fn free(maximum: usize) -> Self {
        Self {
            maximum,
            may_be_blank: true,
            keeps_spaces: false,
        }
    }

    /// A secret, in which every character counts. Its length is judged by the rules for passwords.
    pub const fn secret() -> Self {
        Self {
            maximum: MAXIMUM_BODY_BYTES,
            may_be_blank: false,
            keeps_spaces: true,
        }
    }
}

impl Form {
    /// A text that must be there; empty if it is wrong.
    pub fn text(&mut self, field: &str, rules: TextRules) -> String {
        if !self.values.contains_key(field) {
            self.reject(field, "This field is required.");
        }
        self.optional_text(field, rules).unwrap_or_default()
    }

    /// A text that may be left out.
    pub fn optional_text(&mut self, field: &str, rules: TextRules) -> Option<String> {
        let read = read_text(self.values.get(field)?, rules);
        self.accept(field, read)
    }

    /// A whole number that must be there; zero if it is wrong.
    pub fn integer(&mut self, field: &str, range: RangeInclusive<i64>) -> i64 {
        if !self.values.contains_key(field) {
            self.reject(field, "This field is required.");
        }
        self.optional_integer(field, range).unwrap_or_default()
    }

    /// A whole number that may be left out.
    pub fn optional_integer(&mut self, field: &str, range: RangeInclusive<i64>) -> Option<i64> {
        let read = read_integer(self.values.get(field)?, range);
        self.accept(field, read)
    }

    /// Notes that something is wrong with a field.
    pub fn reject(&mut self, field: &str, sentence: &str) {
        self.errors
            .entry(field.to_owned())
            .or_default()
            .push(sentence.to_owned());
    }

    /// Notes everything that is wrong with a field.
    pub fn reject_all(&mut self, field: &str, sentences: Vec<String>) {
        for sentence in sentences {
            self.reject(field, &sentence);
        }
    }

    /// Whether nothing is wrong with a field so far.
    pub fn is_sound(&self, field: &str) -> bool {
        !self.errors.contains_key(field)
    }

    /// Fails with everything that is wrong.
    pub fn check(self) -> Result<(), ApiError> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(ApiError::Fields(self.errors))
        }
    }

    fn accept<T>(&mut self, field: &str, read: Result<T, String>) -> Option<T> {
        read.map_err(|sentence| self.reject(field, &sentence)).ok()
    }
}

fn read_text(value: &Value, rules: TextRules) -> Result<String, String> {
    let given = match value {
        Value::String(text) => text.as_str(),
        Value::Null => return Err("This field may not be null.".to_owned()),
        _ => return Err("Not a valid string.".to_owned()),
    };
    let text = if rules.keeps_spaces {
        given
    } else {
        given.trim()
    };
    if text.is_empty() && !rules.may_be_blank {
        return Err("This field may not be blank.".to_owned());
    }
    if given.chars().any(char::is_control) {
        return Err("Control characters are not allowed.".to_owned());
    }
    if given.chars().count() > rules.maximum {
        return Err(format!(
            "Ensure this field has no more than {} characters.",
            rules.maximum
        ));
    }
    Ok(text.to_owned())
}

fn read_integer(value: &Value, range: RangeInclusive<i64>) -> Result<i64, String> {
    if value.is_null() {
        return Err("This field may not be null.".to_owned());
    }
    let number = whole_number(value).ok_or_else(|| "A valid integer is required.".to_owned())?;
    if number < *range.start() {
        return Err(format!(
            "Ensure this value is greater than or equal to {}.",
            range.start()
        ));
    }
    if number > *range.end() {
        return Err(format!(
            "Ensure this value is less than or equal to {}.",
            range.end()
        ));
    }
    Ok(number)
}

/// A number without a fraction, however it is written: in JSON, `8` and `8.0` are the same number.
///
/// One that is too large to count becomes the largest.
fn whole_number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        (number.fract() == 0.0).then_some(number as i64)
    })
}

impl<State: Send + Sync> FromRequest<State> for Form {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &State) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        if !is_json(&parts.headers) {
            return Err(ApiError::UnsupportedMediaType);
        }
        // Its size has been judged (whole_body).
        let bytes = to_bytes(body, usize::MAX)
            .await
            .map_err(|_| ApiError::TooLarge)?;
        parse(&bytes)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

fn parse(bytes: &Bytes) -> Result<Form, ApiError> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| ApiError::Malformed(format!("JSON parse error: {error}.")))?;
    match value {
        Value::Object(values) => Ok(Form {
            values,
            errors: FieldErrors::new(),
        }),
        _ => Err(ApiError::NonField(
            "Invalid data. Expected an object.".to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_whole_number_may_be_written_with_a_fraction_of_nothing() {
        assert_eq!(read_integer(&json!(8), 1..=10), Ok(8));
        assert_eq!(read_integer(&json!(8.0), 1..=10), Ok(8));
        for wrong in [
            json!(8.5),
            json!(11.0),
            json!(1e30),
            json!("8"),
            json!(null),
        ] {
            assert!(read_integer(&wrong, 1..=10).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_text_is_judged_as_it_was_sent_and_kept_without_the_space_around_it() {
        let rules = TextRules::filled(4);
        assert_eq!(read_text(&json!(" ab "), rules), Ok("ab".to_owned()));
        for wrong in [" abc ", "ab\n", "  "] {
            assert!(read_text(&json!(wrong), rules).is_err(), "{wrong:?}");
        }
    }
}
