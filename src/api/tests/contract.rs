//! Reads `tests/contract/openapi.yaml`, as its head says that it is laid out.

use serde_yaml_ng::Value;

use super::calls::{CALLS, Call};
use crate::json::Json;

/// An operation of the contract, and the call that the front end has for it.
pub struct Operation<'a> {
    /// Its `operationId`.
    pub id: &'a str,
    /// Its method, in lower case.
    pub method: &'a str,
    /// Its path, with `{instance_id}` in it.
    pub path: &'a str,
    /// The front end's call.
    pub call: Call,
    stated: &'a Value,
    shared: &'a Value,
}

/// A documented sample of an answer.
pub struct Example {
    /// The operation and the name of the sample.
    pub name: String,
    /// The status that it arrives with.
    pub status: u16,
    /// Its body.
    pub body: String,
    /// Whether it tells of a failure.
    pub is_failure: bool,
    /// The sentence that a client must find in it.
    pub says: Option<String>,
    /// The sentences that belong beside a field.
    pub fields: Vec<(String, Vec<String>)>,
}

/// The whole contract.
pub fn contract() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/contract/openapi.yaml");
    let text = std::fs::read_to_string(path).expect("the contract is in the repository");
    serde_yaml_ng::from_str(&text).expect("the contract is YAML")
}

/// Every operation of the contract.
///
/// # Panics
/// When the front end has no call for one of them.
pub fn operations(contract: &Value) -> Vec<Operation<'_>> {
    let mut operations = Vec::new();
    for (path, methods) in entries(&contract["paths"]) {
        for (method, stated) in entries(methods).filter(|(name, _)| *name != "parameters") {
            let id = stated["operationId"]
                .as_str()
                .expect("an operation has an id");
            operations.push(Operation {
                id,
                method,
                path,
                call: call_of(id),
                stated,
                shared: &contract["components"]["responses"],
            });
        }
    }
    assert_eq!(operations.len(), CALLS.len(), "each call is one operation");
    operations
}

fn call_of(id: &str) -> Call {
    let known = CALLS.iter().find(|(known, _)| *known == id);
    known
        .unwrap_or_else(|| panic!("the front end has no call for {id}"))
        .1
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members = value.as_mapping().into_iter().flatten();
    members.map(|(name, value)| (name.as_str().expect("a name is text"), value))
}

fn json(value: &Value) -> String {
    serde_json::to_string(value).expect("a sample is JSON")
}

impl Operation<'_> {
    /// The documented bodies that the operation is sent.
    pub fn request_examples(&self) -> Vec<Json> {
        let content = &self.stated["requestBody"]["content"]["application/json"];
        entries(&content["examples"])
            .map(|(_, example)| Json::parse(&json(&example["value"])).expect("a sample is JSON"))
            .collect()
    }

    /// Every documented sample of what the operation answers, with those of failures that come as a success.
    pub fn answer_examples(&self) -> Vec<Example> {
        let failure_in_disguise = ("200", &self.shared["FailedWith2xx"]);
        entries(&self.stated["responses"])
            .chain([failure_in_disguise])
            .flat_map(|(status, response)| self.examples_of(status, self.followed(response)))
            .collect()
    }

    /// The samples that are kept letter by letter, placeholders and all.
    pub fn answer_samples(&self) -> Vec<String> {
        entries(&self.stated["responses"])
            .map(|(_, response)| &response["content"]["application/json"]["x-sample"])
            .filter(|sample| !sample.is_null())
            .map(json)
            .collect()
    }

    fn examples_of(&self, status: &str, response: &Value) -> Vec<Example> {
        let mut examples = Vec::new();
        for (media_type, content) in entries(&response["content"]) {
            for (name, example) in entries(&content["examples"]) {
                examples.push(Example {
                    name: [self.id, " ", status, " ", name].concat(),
                    status: status_of(status, example),
                    body: body_of(media_type, &example["value"]),
                    is_failure: content["x-type"].as_str() == Some("Failure"),
                    says: example["x-says"].as_str().map(String::from),
                    fields: fields_of(example),
                });
            }
        }
        examples
    }

    fn followed<'a>(&'a self, response: &'a Value) -> &'a Value {
        match response["$ref"].as_str() {
            Some(reference) => &self.shared[reference.rsplit('/').next().expect("a name")],
            None => response,
        }
    }
}

fn status_of(stated: &str, example: &Value) -> u16 {
    let own = example["x-status"]
        .as_u64()
        .map(|status| status.to_string());
    let status = own.as_deref().unwrap_or(stated).parse();
    status.expect("a sample has a status")
}

fn body_of(media_type: &str, value: &Value) -> String {
    match value.as_str() {
        Some(text) if media_type != "application/json" => text.to_owned(),
        _ => json(value),
    }
}

fn fields_of(example: &Value) -> Vec<(String, Vec<String>)> {
    let sentences = |value: &Value| {
        let sentences = value.as_sequence().into_iter().flatten();
        let texts = sentences.filter_map(Value::as_str);
        texts.map(String::from).collect()
    };
    entries(&example["x-fields"])
        .map(|(name, value)| (name.to_owned(), sentences(value)))
        .collect()
}
