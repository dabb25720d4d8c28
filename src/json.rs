//! JSON as the portal reads it: one small tree, asked by name.
//!
//! Every answer of a service goes through this one type, so that an odd field spoils no page and the download carries one decoder
//! instead of one for each structure. In the browser it is the browser's own (`json/browser.rs`), elsewhere, in tests, serde_json's
//! (`json/native.rs`): a parser for the download would be some four kilobytes of it.

#[cfg(target_arch = "wasm32")]
#[path = "json/browser.rs"]
mod parser;
#[cfg(not(target_arch = "wasm32"))]
#[path = "json/native.rs"]
mod parser;

/// A JSON value. Numbers are whole: a fraction is cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`, and whatever is asked for and absent.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, without its fraction, within the bounds of 64 bits.
    Integer(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its members in the order of the text.
    Object(Vec<(String, Json)>),
}

static ABSENT: Json = Json::Null;

impl Json {
    /// Reads `text` as one JSON value; `None` when it is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        parser::parse(text)
    }

    /// The member called `name`, or [`Json::Null`] when there is none or this is no object. Of several, the last, as in JavaScript.
    pub fn get(&self, name: &str) -> &Self {
        self.members()
            .iter()
            .rev()
            .find(|(member, _)| member == name)
            .map_or(&ABSENT, |(_, value)| value)
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The elements of an array, `None` for anything else.
    pub fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(elements) => Some(elements),
            _ => None,
        }
    }

    /// A string, `None` for anything else.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A boolean, `None` for anything else.
    pub fn as_boolean(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// A number of the type that is wanted, `None` for anything else and for a number out of its range.
    pub fn as_integer<Number: TryFrom<i64>>(&self) -> Option<Number> {
        match self {
            Self::Integer(number) => Number::try_from(*number).ok(),
            _ => None,
        }
    }

    /// Whether this is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// The member `name` as text that a person may read: a number in its digits, anything else that is no string as the
    /// empty text, and of a very long string its beginning.
    pub fn text(&self, name: &str) -> String {
        self.optional_text(name).unwrap_or_default()
    }

    /// The same, `None` where it is neither string nor number.
    pub fn optional_text(&self, name: &str) -> Option<String> {
        match self.get(name) {
            Self::Text(text) => Some(beginning(text)),
            Self::Integer(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The member `name` to its last character, for what is no text to be read at a glance; empty where it is no string.
    pub fn whole_text(&self, name: &str) -> String {
        self.get(name).as_text().unwrap_or_default().to_owned()
    }

    /// The strings in the array `name`, of very long ones their beginning; none when it is absent or no array.
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.elements(name)
            .iter()
            .filter_map(|element| element.as_text().map(beginning))
            .collect()
    }

    /// The elements of the array `name`; none when it is absent or no array.
    pub fn elements(&self, name: &str) -> &[Self] {
        self.get(name).as_list().unwrap_or_default()
    }
}

/// As much of `text` as a page can show without keeping the browser busy: a name of a megabyte takes seconds to lay out.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 2_000;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::Json;

    fn parsed(text: &str) -> Json {
        Json::parse(text).expect("this is JSON")
    }

    #[test]
    fn of_a_very_long_text_the_beginning_is_shown() {
        let long = "ក".repeat(2_001);
        let json = parsed(&format!(
            r#"{{"name": "{long}", "list": ["{long}"], "just": "{}"}}"#,
            &long[3..]
        ));
        let cut = format!("{}…", "ក".repeat(2_000));
        assert_eq!(json.text("name"), cut);
        assert_eq!(json.texts("list"), [cut]);
        assert_eq!(json.text("just"), long[3..]);
        assert_eq!(json.whole_text("name"), long);
        assert_eq!(json.whole_text("list"), "");
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let json =
            parsed(r#"{"a": null, "b": true, "c": -5, "d": "x\u00e9", "e": [1, "2"], "f": {}}"#);
        let member = |name: &str, value| (String::from(name), value);
        let expected = Json::Object(vec![
            member("a", Json::Null),
            member("b", Json::Boolean(true)),
            member("c", Json::Integer(-5)),
            member("d", Json::Text(String::from("xé"))),
            member(
                "e",
                Json::List(vec![Json::Integer(1), Json::Text(String::from("2"))]),
            ),
            member("f", Json::Object(Vec::new())),
        ]);
        assert_eq!(json, expected);
    }

    #[test]
    fn numbers_lose_their_fraction_and_stay_in_bounds() {
        for (text, number) in [
            ("1.9", 1),
            ("-1.9", -1),
            ("1e3", 1000),
            ("18446744073709551615", i64::MAX),
            ("1e300", i64::MAX),
            ("-1e300", i64::MIN),
        ] {
            assert_eq!(parsed(text), Json::Integer(number), "{text}");
        }
        assert_eq!(parsed("300").as_integer::<u8>(), None);
        assert_eq!(parsed("-1").as_integer::<u32>(), None);
        assert_eq!(parsed("7").as_integer::<u32>(), Some(7));
    }

    #[test]
    fn what_is_no_json_is_none() {
        for text in [
            "",
            "{",
            "[1,]",
            "{} {}",
            "nul",
            "<html>",
            "'a'",
            "{a: 1}",
            "\"\\ud800\"",
        ] {
            assert_eq!(Json::parse(text), None, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(Json::parse(&deep), None);
    }

    #[test]
    fn a_member_is_asked_by_name_and_the_last_one_counts() {
        let json = parsed(
            r#"{"name": "first", "number": 5, "list": ["a", 1, "b"], "name": "last", "none": null}"#,
        );
        assert_eq!(json.text("name"), "last");
        assert_eq!(json.text("number"), "5");
        assert_eq!(json.texts("list"), ["a", "b"]);
        assert_eq!(json.elements("list").len(), 3);
        assert_eq!(json.optional_text("none"), None);
        for absent in ["none", "list", "other"] {
            assert_eq!(json.text(absent), "");
        }
        assert_eq!(Json::List(Vec::new()).get("name"), &Json::Null);
        assert!(json.texts("name").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_json_or_not(text in any::<String>()) {
            let string = serde_json::to_string(&text).expect("text is JSON");
            prop_assert_eq!(Json::parse(&string), Some(Json::Text(text.clone())));
            let known = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            prop_assert_eq!(Json::parse(&text).is_some(), known);
        }
    }
}
