//! The front end against `tests/contract/openapi.yaml`: every call goes where the contract says, sends what it shows, and reads every
//! example of every answer.

use super::calls::{Call, INSTANCE_ID};
use super::contract::{Example, Operation, contract, operations};
use crate::api::scripted::{Scripted, answer};
use crate::api::transport::Request;
use crate::api::{ApiError, ErrorKind};
use crate::json::Json;

/// What the front end keeps in another form, which the tests of the resources look at, or leaves: the frame of a page, words that
/// become types, and secrets, which hide from the debug form.
const NOT_SHOWN: [&str; 9] = [
    "count",
    "next",
    "previous",
    "page_num",
    "page_size",
    "status",
    "gender",
    "bootable",
    "token_key",
];

/// Makes a call with the body that is to be sent; gives the request, and the answer read.
fn ask(call: Call, sent: &Json, status: u16, body: &str) -> (Request, Result<String, ApiError>) {
    let scripted = Scripted::new([Ok(answer(status, body))]);
    let result = call(&scripted.client(), sent);
    let request = scripted.sent().pop().expect("a request was sent");
    (request, result)
}

/// The documented sample of what an operation is sent, or nothing.
fn sample_of(operation: &Operation) -> Json {
    let mut samples = operation.request_examples();
    samples.pop().unwrap_or(Json::Null)
}

fn for_every_example(check: impl Fn(&Operation, &Example, Result<String, ApiError>)) -> usize {
    let contract = contract();
    let mut count = 0;
    for operation in operations(&contract) {
        for example in operation.answer_examples() {
            let sent = sample_of(&operation);
            let (_, result) = ask(operation.call, &sent, example.status, &example.body);
            check(&operation, &example, result);
            count += 1;
        }
    }
    count
}

#[test]
fn every_call_goes_where_the_contract_says() {
    let contract = contract();
    for operation in operations(&contract) {
        let (request, _) = ask(operation.call, &sample_of(&operation), 200, "{}");
        let path = operation.path.replace("{instance_id}", INSTANCE_ID);
        let (sent_path, _) = request.url.split_once('?').unwrap_or((&request.url, ""));
        assert_eq!(sent_path, ["/api/v1", &path].concat(), "{}", operation.id);
        let method = request.method.as_str();
        assert!(
            method.eq_ignore_ascii_case(operation.method),
            "{}",
            operation.id
        );
    }
}

#[test]
fn every_body_that_is_sent_is_one_that_the_contract_shows() {
    let contract = contract();
    for operation in operations(&contract) {
        for sample in operation.request_examples() {
            let (request, _) = ask(operation.call, &sample, 200, "{}");
            let body = request.body.expect("the contract shows a body");
            let sent = Json::parse(&body).expect("a body is JSON");
            assert_eq!(sorted(&sent), sorted(&sample), "{}", operation.id);
        }
    }
}

fn sorted(json: &Json) -> Vec<&(String, Json)> {
    let mut members: Vec<_> = json.members().iter().collect();
    members.sort_by_key(|(name, _)| name);
    members
}

#[test]
fn every_example_of_a_success_is_read_and_nothing_of_it_is_lost() {
    let count = for_every_example(|operation, example, result| {
        if example.is_failure {
            return;
        }
        let shown = result.unwrap_or_else(|error| panic!("{}: {error:?}", example.name));
        if !matches!(operation.id, "createToken" | "deleteToken") {
            assert_kept(
                &Json::parse(&example.body).expect("JSON"),
                &shown,
                &example.name,
            );
        }
    });
    assert!(count > 0);
}

/// Every text and number of `json` turns up in what was read.
fn assert_kept(json: &Json, shown: &str, name: &str) {
    match json {
        Json::Object(members) => members
            .iter()
            .filter(|(member, _)| !NOT_SHOWN.contains(&member.as_str()))
            .for_each(|(_, value)| assert_kept(value, shown, name)),
        Json::List(elements) => {
            elements
                .iter()
                .for_each(|element| assert_kept(element, shown, name));
        }
        Json::Text(text) => assert!(shown.contains(&as_read(text)), "{name}: {text} in {shown}"),
        Json::Integer(number) => assert!(shown.contains(&number.to_string()), "{name}: {number}"),
        Json::Boolean(_) | Json::Null => {}
    }
}

/// The debug form of a text, or of the time that it is.
fn as_read(text: &str) -> String {
    match chrono::DateTime::parse_from_rfc3339(text) {
        Ok(time) => format!("{time:?}"),
        Err(_) => format!("{text:?}").trim_matches('"').to_owned(),
    }
}

#[test]
fn every_placeholder_sample_is_survived() {
    let contract = contract();
    let mut count = 0;
    for operation in operations(&contract) {
        for sample in operation.answer_samples() {
            let (_, result) = ask(operation.call, &Json::Null, 200, &sample);
            assert!(result.is_ok(), "{}: {result:?}", operation.id);
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn every_example_of_a_failure_says_what_the_contract_says() {
    let count = for_every_example(|_, example, result| {
        if !example.is_failure {
            return;
        }
        let error = result.expect_err("a failure");
        assert_eq!(error.message, example.says, "{}", example.name);
        assert_eq!(error.status, Some(example.status), "{}", example.name);
        let fields = match error.kind {
            ErrorKind::Invalid { fields } => fields,
            _ => Vec::new(),
        };
        assert_eq!(fields, example.fields, "{}", example.name);
    });
    assert!(count > 0);
}
