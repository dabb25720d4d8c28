//! What is wrong with a form as a whole.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{MaybeText, Notice, NoticeTone};

/// The error of a form that belongs to none of its fields, spoken at once.
#[component]
pub fn FormError(
    /// What went wrong and what to do; nothing is shown without it.
    #[prop(into)]
    message: MaybeText,
) -> impl IntoView {
    move || {
        message
            .get()
            .map(|message| view! { <Notice tone=NoticeTone::Danger text=message role="alert" /> })
    }
}

/// What is said of the first wrong control of a form, where that has the focus already: assistive technology speaks of
/// a control as the focus comes to it.
pub fn error_at_focus(form: &web_sys::Element) -> Option<String> {
    let first = form.query_selector("[aria-invalid=true]").ok()??;
    let ids = first
        .matches(":focus")
        .ok()?
        .then_some(first)?
        .get_attribute("aria-describedby")?;
    let error = window()
        .document()?
        .get_element_by_id(ids.split(' ').next()?)?;
    error.text_content()
}

/// Moves the focus to the first control of a form that is marked as invalid; `true` when there was one.
///
/// The marks appear with the next rendering: call it from an effect or on the next tick, not in the handler that
/// sets the errors.
pub fn focus_first_invalid(form: &web_sys::Element) -> bool {
    form.query_selector("[aria-invalid=true]")
        .ok()
        .flatten()
        .and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok())
        .is_some_and(|control| control.focus().is_ok())
}
