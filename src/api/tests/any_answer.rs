//! Whatever comes back, a call ends in a value or in one error.

use proptest::collection::vec;
use proptest::prelude::*;

use super::calls::CALLS;
use crate::api::scripted::{Scripted, answer};
use crate::api::transport::Response;
use crate::api::{ApiError, ErrorKind};
use crate::json::Json;

/// The names of the contract's members, so that what is made up gets past the first look.
const NAMES: [&str; 24] = [
    "error",
    "message",
    "detail",
    "non_field_errors",
    "results",
    "count",
    "next",
    "previous",
    "instance_id",
    "status",
    "created",
    "expired",
    "ip_addresses",
    "url",
    "console_log",
    "bootable",
    "size",
    "volume_id",
    "gender",
    "birthday",
    "account",
    "token",
    "permissions",
    "project",
];

/// Any JSON, as text: numbers of every kind, members with the contract's names and with others.
fn any_json() -> impl Strategy<Value = String> {
    let text = any::<String>().prop_map(|text| serde_json::to_string(&text).expect("text is JSON"));
    let leaf = prop_oneof![
        Just(String::from("null")),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        "-?[1-9][0-9]{0,30}(\\.[0-9]{1,9})?([eE]-?[0-9]{1,2})?",
        text.clone(),
    ];
    let name = prop_oneof![
        4 => prop::sample::select(&NAMES[..]).prop_map(|name| format!("{name:?}")),
        1 => text,
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        let member =
            (name.clone(), inner.clone()).prop_map(|(name, value)| [name, value].join(":"));
        prop_oneof![
            vec(inner, 0..6).prop_map(|elements| ["[", &elements.join(","), "]"].concat()),
            vec(member, 0..6).prop_map(|members| ["{", &members.join(","), "}"].concat()),
        ]
    })
}

fn any_body() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => any_json(),
        1 => any::<String>(),
        1 => vec(any::<u8>(), 0..64).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn any_response() -> impl Strategy<Value = Response> {
    let status = prop_oneof![Just(200), Just(400), 0_u16..1000];
    let retry_after = proptest::option::of(prop_oneof![any::<String>(), "[0-9]{1,25}"]);
    (status, any_body(), retry_after).prop_map(|(status, body, retry_after)| Response {
        retry_after,
        ..answer(status, &body)
    })
}

fn assert_fit_to_be_shown(error: &ApiError) {
    let fields = match &error.kind {
        ErrorKind::Invalid { fields } => fields.as_slice(),
        _ => &[],
    };
    let sentences = fields.iter().flat_map(|(_, sentences)| sentences);
    for words in error.message.iter().chain(sentences) {
        assert!(words.chars().count() <= 501 && !words.chars().any(char::is_control));
        assert!(!words.is_empty());
    }
}

proptest! {
    #[test]
    fn every_call_survives_every_answer(response in any_response()) {
        for (_, call) in CALLS {
            let scripted = Scripted::new([Ok(response.clone())]);
            let success = (200..300).contains(&response.status);
            match call(&scripted.client(), &Json::Null) {
                Ok(_) => prop_assert!(success),
                Err(error) => {
                    assert_fit_to_be_shown(&error);
                    prop_assert_eq!(error.status, Some(response.status));
                    let odd_success = matches!(error.kind, ErrorKind::Unreadable | ErrorKind::Other);
                    prop_assert!(odd_success || !success);
                    prop_assert!(success || error.kind != ErrorKind::Unreadable);
                }
            }
        }
    }

    #[test]
    fn what_is_made_up_here_is_json(body in any_json()) {
        prop_assert!(Json::parse(&body).is_some(), "{}", body);
    }
}
