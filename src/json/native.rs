//! Reads JSON with serde_json: where there is no browser.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::Json;

pub(super) fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<Source: Deserializer<'de>>(source: Source) -> Result<Self, Source::Error> {
        source.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<Error>(self) -> Result<Json, Error> {
        Ok(Json::Null)
    }

    fn visit_bool<Error>(self, value: bool) -> Result<Json, Error> {
        Ok(Json::Boolean(value))
    }

    fn visit_i64<Error>(self, number: i64) -> Result<Json, Error> {
        Ok(Json::Integer(number))
    }

    fn visit_u64<Error>(self, number: u64) -> Result<Json, Error> {
        Ok(Json::Integer(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    fn visit_f64<Error>(self, number: f64) -> Result<Json, Error> {
        // `as` saturates and cuts the fraction off, which is what is meant.
        Ok(Json::Integer(number as i64))
    }

    fn visit_str<Error>(self, text: &str) -> Result<Json, Error> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<Source: SeqAccess<'de>>(self, mut source: Source) -> Result<Json, Source::Error> {
        let mut elements = Vec::new();
        while let Some(element) = source.next_element()? {
            elements.push(element);
        }
        Ok(Json::List(elements))
    }

    fn visit_map<Source: MapAccess<'de>>(self, mut source: Source) -> Result<Json, Source::Error> {
        let mut members = Vec::new();
        while let Some(member) = source.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }
}
