//! JSON, as the browser reads it, is what it is natively.

use vps_portal::json::Json;
use wasm_bindgen_test::wasm_bindgen_test;

fn member(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

#[wasm_bindgen_test]
fn every_kind_of_value_is_read() {
    let text =
        r#"{"a": null, "b": true, "c": -5, "d": "x\u00e9", "e": [1, "2"], "f": {}, "g": []}"#;
    let expected = Json::Object(vec![
        member("a", Json::Null),
        member("b", Json::Boolean(true)),
        member("c", Json::Integer(-5)),
        member("d", Json::Text("xé".to_owned())),
        member(
            "e",
            Json::List(vec![Json::Integer(1), Json::Text("2".to_owned())]),
        ),
        member("f", Json::Object(Vec::new())),
        member("g", Json::List(Vec::new())),
    ]);
    assert_eq!(Json::parse(text), Some(expected));
}

#[wasm_bindgen_test]
fn numbers_lose_their_fraction_and_stay_in_bounds() {
    for (text, number) in [
        ("1.9", 1),
        ("-1.9", -1),
        ("1e3", 1000),
        ("18446744073709551615", i64::MAX),
        ("1e300", i64::MAX),
        ("-1e300", i64::MIN),
    ] {
        assert_eq!(Json::parse(text), Some(Json::Integer(number)), "{text}");
    }
}

#[wasm_bindgen_test]
fn of_two_members_of_one_name_the_last_counts() {
    let json = Json::parse(r#"{"a": 1, "a": 2, "__proto__": 3}"#).unwrap();
    assert_eq!(json.get("a"), &Json::Integer(2));
    assert_eq!(json.get("__proto__"), &Json::Integer(3));
    assert_eq!(json.get("toString"), &Json::Null);
}

#[wasm_bindgen_test]
fn half_a_letter_does_not_spoil_the_answer() {
    let json = Json::parse(r#"{"name": "a\ud800b"}"#).unwrap();
    assert_eq!(json.text("name"), "a\u{fffd}b");
}

#[wasm_bindgen_test]
fn what_is_not_json_is_nothing() {
    for text in [
        "",
        "<!doctype html>",
        "{\"results\": [",
        "{'a': 1}",
        "NaN",
        "undefined",
    ] {
        assert_eq!(Json::parse(text), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn no_depth_uses_up_the_stack() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(Json::parse(&nested(100)).is_some());
    for depth in [200, 10_000, 1_000_000] {
        assert_eq!(Json::parse(&nested(depth)), None, "{depth}");
    }
}
