//! What is wrong with a form: what it sees by itself, and what the service answers.

use leptos::prelude::*;

use crate::api::{ApiError, ErrorKind};
use crate::browser::clock;
use crate::pages::failure;
use crate::words::Word;

/// Where something is wrong, and what.
#[derive(Clone, Debug, PartialEq)]
enum Problem {
    /// A field that the form itself does not accept.
    Field(&'static str, Word),
    /// An answer of the service, and when it came.
    Answer(ApiError, i64),
    /// An answer that has a sentence of its own in this form.
    Refused(Word),
}

/// The problems of a form, shown until it is sent again.
#[derive(Clone, Copy)]
pub struct Problems {
    problems: RwSignal<Vec<Problem>>,
    /// The fields that the form shows: what the service says of others is shown above the form.
    fields: &'static [&'static str],
    /// What a refused sign-in means in a form that signs in.
    refused: Option<Word>,
}

impl Problems {
    /// Those of a form with these fields, by the names of the contract.
    pub fn of(fields: &'static [&'static str]) -> Self {
        Self {
            problems: RwSignal::new(Vec::new()),
            fields,
            refused: None,
        }
    }

    /// The same for a form that signs in, where a refused sign-in has a sentence of its own.
    pub fn with_refusal(self, refused: Word) -> Self {
        Self {
            refused: Some(refused),
            ..self
        }
    }

    /// Takes what the form has found by itself; `true` when that is nothing.
    pub fn check(self, found: Vec<(&'static str, Word)>) -> bool {
        let found: Vec<_> = found
            .into_iter()
            .map(|(field, word)| Problem::Field(field, word))
            .collect();
        let fine = found.is_empty();
        self.problems.set(found);
        fine
    }

    /// Takes what the service has answered.
    pub fn answer(self, error: ApiError) {
        let problem = match (&error.kind, self.refused) {
            (ErrorKind::Unauthorised, Some(refused)) => Problem::Refused(refused),
            _ => Problem::Answer(error, clock::now()),
        };
        self.problems.set(vec![problem]);
    }

    /// Takes back what the form itself has found wrong with a field: it is being put right.
    pub fn forgive(self, field: &str) {
        let found =
            |problem: &Problem| matches!(problem, Problem::Field(name, _) if *name == field);
        if self
            .problems
            .with_untracked(|problems| problems.iter().any(found))
        {
            self.problems
                .update(|problems| problems.retain(|problem| !found(problem)));
        }
    }

    /// Takes everything back.
    pub fn clear(self) {
        self.problems.set(Vec::new());
    }

    /// What is wrong with the field of this name.
    pub fn of_field(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.problems.with(|problems| {
                problems.iter().find_map(|problem| match problem {
                    Problem::Field(name, word) if *name == field => Some(word.text().to_owned()),
                    Problem::Answer(error, _) => field_words(error, field),
                    _ => None,
                })
            })
        })
    }

    /// What is wrong with the form as a whole.
    pub fn of_form(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.problems.with(|problems| {
                problems.iter().find_map(|problem| match problem {
                    Problem::Field(..) => None,
                    Problem::Refused(word) => Some(word.text().to_owned()),
                    Problem::Answer(error, at) => self.form_words(error, *at),
                })
            })
        })
    }

    /// Nothing, when all that the service said stands beside a field.
    fn form_words(self, error: &ApiError, at: i64) -> Option<String> {
        let beside_fields = match &error.kind {
            ErrorKind::Invalid { fields } => {
                !fields.is_empty()
                    && fields
                        .iter()
                        .all(|(field, _)| self.fields.contains(&field.as_str()))
            }
            _ => false,
        };
        let told = !beside_fields || error.message.is_some();
        told.then(|| {
            let unshown = match &error.kind {
                ErrorKind::Invalid { fields } => fields
                    .iter()
                    .filter(|(field, _)| !self.fields.contains(&field.as_str()))
                    .flat_map(|(_, words)| words.iter().map(String::as_str))
                    .collect(),
                _ => Vec::new(),
            };
            let mut text = failure::told(error, at);
            for words in unshown {
                text.push(' ');
                text.push_str(words);
            }
            text
        })
    }
}

fn field_words(error: &ApiError, field: &str) -> Option<String> {
    let ErrorKind::Invalid { fields } = &error.kind else {
        return None;
    };
    let (_, words) = fields.iter().find(|(name, _)| name == field)?;
    Some(words.join(" "))
}
