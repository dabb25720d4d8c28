//! What was typed and not sent when a session ended: it waits, in the memory of the page, for the same person to sign
//! in again.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::session::{self, Ending};

#[derive(Default)]
struct Drafts {
    /// Who typed them.
    email: String,
    /// The fields, each with its text.
    texts: Vec<(String, String)>,
}

thread_local! {
    static DRAFTS: RefCell<Drafts> = RefCell::default();
}

/// A field that begins with `text`, or with what the same person had typed there when their session ended. `key` names
/// the field, once in the whole portal. Not for passwords.
#[must_use]
pub fn kept(key: String, text: String) -> RwSignal<String> {
    let email = untrack(session::current).map(|session| session.email);
    let email = email.unwrap_or_default();
    let typed = RwSignal::new(take(&email, &key).unwrap_or_else(|| text.clone()));
    on_cleanup(move || {
        // Another tab may have been the first to notice that the session has ended.
        let ended = matches!(
            untrack(session::ending),
            Some(Ending::Ended | Ending::SignedOutElsewhere)
        );
        let now = typed
            .try_get_untracked()
            .filter(|now| ended && *now != text);
        if let Some(now) = now {
            put(email, key, now);
        }
    });
    typed
}

fn take(email: &str, key: &str) -> Option<String> {
    DRAFTS.with_borrow_mut(|drafts| {
        if drafts.email != email {
            *drafts = Drafts::default();
        }
        let index = drafts.texts.iter().position(|(known, _)| known == key)?;
        Some(drafts.texts.swap_remove(index).1)
    })
}

fn put(email: String, key: String, text: String) {
    DRAFTS.with_borrow_mut(|drafts| {
        if drafts.email != email {
            *drafts = Drafts {
                email,
                ..Drafts::default()
            };
        }
        drafts.texts.retain(|(known, _)| *known != key);
        drafts.texts.push((key, text));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put_text(email: &str, text: &str) {
        put(email.to_owned(), "field".to_owned(), text.to_owned());
    }

    #[test]
    fn a_draft_waits_for_its_person() {
        put_text("an@example.com", "typed");
        put_text("an@example.com", "typed again");
        assert_eq!(take("an@example.com", "other"), None);
        assert_eq!(
            take("an@example.com", "field").as_deref(),
            Some("typed again")
        );
        assert_eq!(take("an@example.com", "field"), None);
    }

    #[test]
    fn nobody_gets_the_draft_of_another() {
        put_text("binh@example.com", "typed");
        assert_eq!(take("chi@example.com", "field"), None);
        assert_eq!(take("binh@example.com", "field"), None);
    }
}
