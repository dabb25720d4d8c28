//! Numbers, orders, names and times, as the reader's language writes them.

mod times;

use std::cell::RefCell;
use std::cmp::Ordering;

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

pub use self::times::{calendar_day, date, date_time, duration, machine_readable, relative};
use crate::words;

/// What a formatter is for, and in which language.
type Kind = (&'static str, &'static str);

thread_local! {
    /// The browser's formatters are costly to make and cheap to use: one of each kind and language is kept.
    static FORMATTERS: RefCell<Vec<(Kind, JsValue)>> = RefCell::default();
}

/// A whole number: `10,000` in English, `10.000` in Vietnamese.
#[must_use]
pub fn number(value: u32) -> String {
    let format: Function = formatter("number", || {
        Intl::NumberFormat::new(&locale(), &Object::new())
            .format()
            .into()
    })
    .unchecked_into();
    let text = format.call1(&JsValue::UNDEFINED, &value.into());
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| value.to_string())
}

/// The plural category of `count` (CLDR): `one`, `other` and so on.
#[must_use]
pub fn plural_category(count: u32) -> String {
    let rules: Intl::PluralRules = formatter("plural", || {
        Intl::PluralRules::new(&locale(), &Object::new()).into()
    })
    .unchecked_into();
    rules.select(count.into()).into()
}

/// The order of two names, as the language sorts, numbers within them by their value.
#[must_use]
pub fn compare(one: &str, other: &str) -> Ordering {
    let compare: Function = formatter("order", || {
        let options = Object::new();
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &"numeric".into(), &true.into());
        Intl::Collator::new(&locale(), &options).compare().into()
    })
    .unchecked_into();
    let order = compare.call2(&JsValue::UNDEFINED, &one.into(), &other.into());
    let order = order
        .ok()
        .and_then(|order| order.as_f64())
        .unwrap_or_default();
    order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
}

/// A person's name as the language orders it. `family` holds family and middle name, `given` the given name, as in
/// Vietnamese (contract, User).
#[must_use]
pub fn full_name(family: &str, given: &str) -> String {
    words::profile_full_name(given, family).trim().to_owned()
}

/// A text without capitals and accents, by which people find it who type neither.
#[must_use]
pub fn folded(text: &str) -> String {
    let plain = JsString::from(text).to_lower_case().normalize("NFD");
    let is_accent = |character: &char| matches!(character, '\u{300}'..='\u{36f}');
    let letters = String::from(plain);
    let letters = letters.chars().filter(|character| !is_accent(character));
    letters
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

fn locale() -> Array {
    Array::of1(&words::current().into())
}

fn formatter(kind: &'static str, make: fn() -> JsValue) -> JsValue {
    let key = (kind, words::current());
    FORMATTERS.with_borrow_mut(|known| {
        if let Some((_, formatter)) = known.iter().find(|(known, _)| *known == key) {
            return formatter.clone();
        }
        let formatter = make();
        known.push((key, formatter.clone()));
        formatter
    })
}
