//! Type, space, shape and shadow.

use leptos::html;
use leptos::prelude::*;

use super::colours::{Sample, style};
use super::section::Specimen;
use super::tokens::tokens;

/// A word in each language.
const WORDS: [(&str, &str); 3] = [("en", "Server"), ("vi", "máy chủ"), ("km", "ម៉ាស៊ីនមេ")];

/// The section.
pub(super) fn sizes() -> AnyView {
    view! {
        <Specimen name="Type" stacked=true>
            {rows("text-", |token| view! { <Line token /> }.into_any())}
        </Specimen>
        <Specimen name="Space" stacked=true>
            {rows("space-", |token| sample("inline-size", token))}
        </Specimen>
        <Specimen name="Shape">
            {rows("radius-", |token| sample("border-radius", token))}
        </Specimen>
        <Specimen name="Shadow">
            {rows("shadow-", |token| sample("box-shadow", token))}
        </Specimen>
    }
    .into_any()
}

fn sample(property: &'static str, token: &'static str) -> AnyView {
    view! { <Sample property token /> }.into_any()
}

/// A row for each token whose name begins with `prefix`.
fn rows(prefix: &str, content: fn(&'static str) -> AnyView) -> AnyView {
    let row = |(name, value): (&'static str, &'static str)| {
        // What a shadow is made of says little in words.
        let value = (value.len() < 12).then_some(value);
        view! {
            <div class="size">
                <code>{name}</code>
                <span class="muted">{value}</span>
                {content(name)}
            </div>
        }
    };
    let tokens = tokens().into_iter();
    let tokens = tokens.filter(|(name, _)| name.starts_with(prefix));
    tokens.map(row).collect_view().into_any()
}

#[component]
fn Line(token: &'static str) -> impl IntoView {
    let line = NodeRef::<html::Span>::new();
    Effect::new(move || style(line, &[("font-size", token)]));
    view! {
        <span class="type-line" node_ref=line>
            {WORDS.map(|(language, word)| view! { <span lang=language>{word} " "</span> }).collect_view()}
            "0123456789"
        </span>
    }
}
