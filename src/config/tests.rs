//! Settings, whole and broken.

use proptest::prelude::*;

use super::{Config, Face, Offers, OsImage};
use crate::json::Json;

const COMPLETE: &str = r##"{
    "api_base": "https://portal.example/api/v1/", "auth_scheme": "Bearer",
    "provider": {"name": "Nhân Hòa", "logo": "brand/logo.svg", "accent": "#0a7E3c", "support_url": "https://example.com/help", "support_phone": "1900 6680",
        "support_email": "help@example.com"},
    "os_images": [{"id": 3, "name": "Debian 13", "family": "Debian"}, {"id": 4, "name": "Windows Server 2025"}],
    "session_hours": [1, 8760], "languages": ["km", "en"]
}"##;

/// The settings of `text` for a portal in three languages.
fn parse(text: &str) -> (Config, Vec<String>) {
    Config::parse(text, &built())
}

fn built() -> Vec<String> {
    ["en", "km", "vi"].map(String::from).to_vec()
}

fn default() -> Config {
    Config {
        languages: built(),
        ..Config::default()
    }
}

/// `config`, which is to be the settings that are read at once, whatever else is set.
fn at_once(config: Config) -> Config {
    Config {
        settings: Json::Null,
        ..config
    }
}

/// The settings of `text`, which must name exactly these problems.
fn with_problems(text: &str, expected: &[&str]) -> Config {
    let (config, problems) = parse(text);
    assert_eq!(problems, unusable(expected), "{text}");
    config
}

fn unusable(names: &[&str]) -> Vec<String> {
    let problems = names
        .iter()
        .map(|name| ["unusable setting: ", name].concat());
    problems.collect()
}

#[test]
fn everything_that_is_set_is_taken() {
    let expected = Config {
        api_base: String::from("https://portal.example/api/v1"),
        auth_scheme: String::from("Bearer"),
        provider_name: String::from("Nhân Hòa"),
        languages: vec![String::from("km"), String::from("en")],
        settings: Json::parse(COMPLETE).expect("an object"),
    };
    let config = with_problems(COMPLETE, &[]);
    assert_eq!(config, expected);
    let face = Face {
        logo: String::from("brand/logo.svg"),
        accent: String::from("#0a7E3c"),
        support_url: String::from("https://example.com/help"),
        support_phone: String::from("1900 6680"),
        support_email: String::from("help@example.com"),
    };
    assert_eq!(Face::read(&config.settings), (face, Vec::new()));
    let offers = Offers {
        os_images: vec![
            OsImage {
                id: 3,
                name: String::from("Debian 13"),
                family: String::from("Debian"),
            },
            OsImage {
                id: 4,
                name: String::from("Windows Server 2025"),
                family: String::new(),
            },
        ],
        session_hours: vec![1, 8760],
    };
    assert_eq!(Offers::read(&config.settings), (offers, Vec::new()));
}

/// The face that a setting of the provider gives, and how many problems there are.
fn face(name: &str, value: &str) -> (Face, usize) {
    let (config, _) = parse(&format!("{{\"provider\": {{\"{name}\": {value:?}}}}}"));
    let (face, problems) = Face::read(&config.settings);
    (face, problems.len())
}

#[test]
fn nothing_set_is_the_default_without_a_word() {
    assert_eq!(at_once(with_problems("{}", &[])), default());
    let nulls = r#"{"api_base": null, "provider": null, "languages": null}"#;
    assert_eq!(at_once(with_problems(nulls, &[])), default());
    let nameless = with_problems(r#"{"provider": {"name": null}}"#, &[]);
    assert_eq!(nameless.provider_name, "");
}

#[test]
fn a_text_that_is_no_object_is_one_problem() {
    for text in ["", "[]", "null", "{\"api_base\": ", "<html>"] {
        let (config, problems) = parse(text);
        assert_eq!(config, default());
        assert_eq!(problems, ["config.json is not a JSON object"]);
    }
}

#[test]
fn a_broken_setting_spoils_no_other() {
    let config = with_problems(&COMPLETE.replace("\"Bearer\"", "5"), &["auth_scheme"]);
    let (whole, _) = parse(COMPLETE);
    let expected = Config {
        auth_scheme: String::from("Token"),
        ..whole
    };
    assert_eq!(at_once(config), at_once(expected));
}

#[test]
fn a_broken_part_of_the_face_spoils_no_other() {
    let broken = COMPLETE.replace("https://example.com/help", "javascript:alert(1)");
    let (face, problems) = Face::read(&with_problems(&broken, &[]).settings);
    assert_eq!(problems, ["unusable setting: support_url"]);
    assert_eq!(
        (face.support_url.as_str(), face.support_phone.as_str()),
        ("", "1900 6680")
    );
    assert_eq!(Face::read(&Json::Null), (Face::default(), Vec::new()));
}

#[test]
fn a_broken_element_spoils_no_other() {
    let text = r#"{"os_images": [{"id": 1, "name": "A"}, {"id": "2", "name": "B"}, {"id": 3}, {"id": 4, "name": " "}],
        "session_hours": [8, 0, -1, 9000, "24"], "languages": ["en", "xx", "e", 5]}"#;
    let config = with_problems(text, &["languages"]);
    assert_eq!(config.languages, ["en"]);
    let (offers, problems) = Offers::read(&config.settings);
    assert_eq!(problems, unusable(&["os_images", "session_hours"]));
    assert_eq!((offers.os_images.len(), offers.os_images[0].id), (1, 1));
    assert_eq!(offers.session_hours, [8]);
}

#[test]
fn a_list_with_nothing_usable_is_the_default() {
    let text = r#"{"session_hours": [0], "languages": ["xx"], "os_images": {}}"#;
    let config = with_problems(text, &["languages"]);
    let (offers, problems) = Offers::read(&config.settings);
    assert_eq!(problems, unusable(&["os_images", "session_hours"]));
    assert_eq!(offers, Offers::default());
    assert_eq!(at_once(config), default());
}

#[test]
fn a_base_is_a_path_of_this_origin_or_a_web_address() {
    let base = |value: &str| parse(&format!(r#"{{"api_base": {value:?}}}"#));
    for (value, expected) in [
        ("/api/v1/", "/api/v1"),
        ("/", ""),
        (
            "http://127.0.0.1:8365/api/v1",
            "http://127.0.0.1:8365/api/v1",
        ),
        ("https://[2001:db8::7]/x", "https://[2001:db8::7]/x"),
    ] {
        let (config, problems) = base(value);
        assert_eq!(
            (config.api_base.as_str(), problems.len()),
            (expected, 0),
            "{value}"
        );
    }
    for value in [
        "",
        "api/v1",
        "//evil.example/",
        "/\\evil.example",
        "ftp://a/",
        "https://",
        "https://user@host/",
        "https://a b/",
        "/api?x=1",
        "javascript:alert(1)",
        "https:///a",
    ] {
        let (config, problems) = base(value);
        assert_eq!(
            (config.api_base.as_str(), problems.len()),
            ("/api/v1", 1),
            "{value}"
        );
    }
}

#[test]
fn a_logo_is_a_file_of_the_portals_own_host() {
    for value in ["", "logo.svg", "/brand/logo.png", "brand/l%C3%B4-gô.svg"] {
        let (face, problems) = face("logo", value);
        assert_eq!((face.logo.as_str(), problems), (value, 0));
    }
    for value in [
        "//evil.example/logo.svg",
        "https://evil.example/logo.svg",
        "data:image/svg+xml,x",
        "/\\evil.example",
        "logo.svg?x",
        "a b.svg",
    ] {
        let (face, problems) = face("logo", value);
        assert_eq!((face.logo.as_str(), problems), ("", 1), "{value}");
    }
}

#[test]
fn an_accent_is_six_digits() {
    for value in ["", "#000000", "#FFd500"] {
        let (face, problems) = face("accent", value);
        assert_eq!((face.accent.as_str(), problems), (value, 0));
    }
    for value in ["#fff", "red", "#12345g", "123456", "#1234567", "#12345é"] {
        let (face, problems) = face("accent", value);
        assert_eq!((face.accent.as_str(), problems), ("", 1), "{value}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_usable_settings(text in any::<String>(), value in "[\\[\\]{}\":,a-z0-9/. @-]{0,40}") {
        for name in ["api_base", "auth_scheme", "provider", "os_images", "session_hours", "languages"] {
            for text in [&text, &format!("{{\"{name}\": {value}}}"), &format!("{{\"{name}\": {value:?}}}")] {
                let (config, _) = parse(text);
                prop_assert!(!config.auth_scheme.is_empty() && !config.languages.is_empty());
                let (offers, _) = Offers::read(&config.settings);
                prop_assert!(offers.session_hours.iter().all(|hours| (1..=8760).contains(hours)));
                let base = config.api_base;
                prop_assert!(base.is_empty() || base.starts_with('/') || base.starts_with("http"));
            }
        }
    }

    #[test]
    fn any_text_gives_a_usable_face(value in "[#:/\\\\a-z0-9. -]{0,12}") {
        for name in ["logo", "accent"] {
            let (Face { logo, accent, .. }, _) = face(name, &value);
            prop_assert!(!logo.starts_with("//") && !logo.contains([':', '\\', ' ']));
            prop_assert!(accent.is_empty() || crate::accent::declarations(&accent).is_some());
        }
    }
}
