//! The colours, and which of them are read on which.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::section::Specimen;
use super::tokens::{colour, contrast, tokens};

/// What letters need to be read (WCAG 2.2, 1.4.3).
const LETTERS: f64 = 4.5;
/// What the outline of a control needs to be seen (WCAG 2.2, 1.4.11).
const OUTLINES: f64 = 3.0;

/// What is read or seen on what, and how far apart the two have to be.
const PAIRS: [(&str, &str, f64); 32] = [
    ("ink", "canvas", LETTERS),
    ("ink", "surface", LETTERS),
    ("ink", "raised", LETTERS),
    ("ink", "sunken", LETTERS),
    ("ink", "hover", LETTERS),
    ("ink-muted", "canvas", LETTERS),
    ("ink-muted", "surface", LETTERS),
    ("ink-muted", "raised", LETTERS),
    ("ink-muted", "sunken", LETTERS),
    ("ink-muted", "hover", LETTERS),
    ("ink-faint", "canvas", LETTERS),
    ("ink-faint", "surface", LETTERS),
    ("accent-text", "canvas", LETTERS),
    ("accent-text", "surface", LETTERS),
    ("accent-text", "raised", LETTERS),
    ("accent-text", "accent-soft", LETTERS),
    ("on-accent", "accent", LETTERS),
    ("on-accent", "accent-strong", LETTERS),
    ("on-danger", "danger-fill", LETTERS),
    ("on-danger", "danger-fill-strong", LETTERS),
    ("ok", "ok-soft", LETTERS),
    ("busy", "busy-soft", LETTERS),
    ("off", "off-soft", LETTERS),
    ("warning", "warning-soft", LETTERS),
    ("danger", "danger-soft", LETTERS),
    ("danger", "surface", LETTERS),
    ("warning", "surface", LETTERS),
    ("terminal-ink", "terminal", LETTERS),
    ("line-strong", "surface", OUTLINES),
    ("line-strong", "canvas", OUTLINES),
    ("focus", "canvas", OUTLINES),
    ("focus", "surface", OUTLINES),
];

/// The section.
pub(super) fn colours() -> AnyView {
    let swatches = tokens()
        .into_iter()
        .filter(|(_, value)| value.starts_with("light-dark("));
    let swatch = |(name, _): (&'static str, &'static str)| {
        view! {
            <div class="swatch">
                <Sample property="background" token=name />
                <code>{name}</code>
            </div>
        }
    };
    view! {
        <Specimen name="Colours of the theme">{swatches.map(swatch).collect_view()}</Specimen>
        <Specimen name="Contrast, light and dark">{PAIRS.map(pair).collect_view()}</Specimen>
    }
    .into_any()
}

fn pair((on_top, below, least): (&'static str, &'static str, f64)) -> impl IntoView {
    let letters = least >= LETTERS;
    view! {
        <div class="contrast">
            <OnTop on_top below letters />
            <code>{[on_top, " on ", below].concat()}</code>
            <span class="muted">{ratios(on_top, below)}</span>
        </div>
    }
}

fn ratios(on_top: &str, below: &str) -> String {
    let (Some(on_top), Some(below)) = (colour(on_top), colour(below)) else {
        return String::new();
    };
    let [light, dark] = [0, 1].map(|theme| contrast(on_top[theme], below[theme]));
    format!("{light:.1} · {dark:.1}")
}

/// A piece of the page without words, in which one property of the style is a token.
#[component]
pub(super) fn Sample(
    /// The property.
    property: &'static str,
    /// The token.
    token: &'static str,
) -> impl IntoView {
    let sample = NodeRef::<html::Span>::new();
    Effect::new(move || style(sample, &[(property, token)]));
    view! { <span class="sample" data-property=property node_ref=sample></span> }
}

/// Letters, or the outline of something, in one colour on another.
#[component]
fn OnTop(on_top: &'static str, below: &'static str, letters: bool) -> impl IntoView {
    let sample = NodeRef::<html::Span>::new();
    Effect::new(move || style(sample, &[("color", on_top), ("background", below)]));
    view! {
        <span class="contrast__sample" aria-hidden="true" data-outline=!letters node_ref=sample>
            {letters.then_some("Aa ក")}
        </span>
    }
}

/// Sets properties of the style to tokens, once the element is there.
pub(super) fn style(element: NodeRef<html::Span>, properties: &[(&str, &str)]) {
    if let Some(element) = element.get() {
        let element: HtmlElement = element.unchecked_into();
        for (property, token) in properties {
            let value = ["var(--", token, ")"].concat();
            // Refused only by a style that cannot be written to.
            let _ = element.style().set_property(property, &value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_stands_out_in_light_and_in_dark() {
        for (on_top, below, least) in PAIRS {
            let pair = colour(on_top).zip(colour(below));
            let (on_top_of_it, below_it) = pair.expect("both are colours");
            for theme in [0, 1] {
                let ratio = contrast(on_top_of_it[theme], below_it[theme]);
                assert!(ratio >= least, "{on_top} on {below}: {ratio:.2}");
            }
        }
    }
}
