//! Who is signed in: the token in local storage, the same in every tab.

use std::sync::LazyLock;

use leptos::prelude::*;
use serde::Serialize;

use crate::api::Secret;
use crate::browser::{boot, storage};
use crate::json::Json;
use crate::shared::subscribed;

/// The version of what is stored. A value of another version, or anything else, means signed out.
const VERSION: i64 = 1;

/// A sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What every request is sent with.
    pub token: Secret,
    /// Who signed in, where they said so.
    pub email: String,
    /// The project that they chose; empty where they chose none.
    pub project: String,
    /// The person has given a token that they keep; else signing in has made it, for hours or days.
    pub given: bool,
}

impl Session {
    /// Whether it is the same person in the same project, with whatever token.
    fn continues(&self, other: &Self) -> bool {
        self.email == other.email && self.project == other.project
    }
}

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The person signed out in this tab.
    SignedOut,
    /// The person signed out in another tab.
    SignedOutElsewhere,
    /// The service no longer accepts the token.
    Ended,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    session: Option<Session>,
    ending: Option<Ending>,
    /// How many sessions there have been; a renewed one is the same.
    generation: u32,
}

impl State {
    /// The state after this one: signed in, or out because of `ending`.
    fn next(&self, session: Option<Session>, ending: Option<Ending>) -> Self {
        Self {
            session,
            ending,
            generation: self.generation.wrapping_add(1),
        }
    }
}

static STATE: LazyLock<ArcRwSignal<State>> = LazyLock::new(|| {
    let stored = storage::read(storage::SESSION).or_else(boot::session);
    let session = stored.and_then(|stored| decode(&stored));
    ArcRwSignal::new(State {
        session,
        ending: None,
        generation: 0,
    })
});

/// The session, while there is one. Subscribes.
#[must_use]
pub fn current() -> Option<Session> {
    subscribed(&STATE).with(|state| state.session.clone())
}

/// A number that another session changes, and a renewal of the same one does not. Subscribes.
#[must_use]
pub fn generation() -> u32 {
    subscribed(&STATE).with(|state| state.generation)
}

/// Whether somebody is signed in. Subscribes.
#[must_use]
pub fn is_signed_in() -> bool {
    subscribed(&STATE).with(|state| state.session.is_some())
}

/// The session's token without subscribing.
#[must_use]
pub fn token() -> Option<Secret> {
    STATE.with_untracked(|state| state.session.as_ref().map(|session| session.token.clone()))
}

/// Why the last session of this page ended. Subscribes.
#[must_use]
pub fn ending() -> Option<Ending> {
    subscribed(&STATE).with(|state| state.ending)
}

/// The session as the storage keeps it. Subscribes.
#[cfg(feature = "sign_in")]
pub fn stored() -> Option<String> {
    subscribed(&STATE).with(|state| state.session.as_ref().and_then(encode))
}

/// Begins a session, here and in every other tab.
pub fn begin(session: Session) {
    store(&session);
    STATE.update(|state| *state = state.next(Some(session), None));
}

/// Goes on with another token, here and in every other tab. Does nothing when nobody is signed in any more.
pub fn renew(token: Secret) {
    STATE.update(|state| {
        if let Some(session) = &mut state.session {
            session.token = token;
            session.given = false;
            store(session);
        }
    });
}

/// Ends the session, here and in every other tab. Does nothing when there is none, so that the many requests that a
/// dead token fails end it once.
pub fn end(ending: Ending) {
    if STATE.with_untracked(|state| state.session.is_some()) {
        storage::remove(storage::SESSION);
        STATE.update(|state| *state = state.next(None, Some(ending)));
    }
}

/// Follows what other tabs do until the page is closed. `before_change` is called before the session changes.
pub fn follow_other_tabs(before_change: impl Fn() + 'static) {
    storage::on_change_elsewhere(storage::SESSION, move |stored| {
        let session = stored.as_deref().and_then(decode);
        let known = STATE.with_untracked(|state| state.session.clone());
        if known == session {
            return;
        }
        if let (Some(known), Some(renewed)) = (&known, &session)
            && renewed.continues(known)
        {
            STATE.update(|state| state.session = session);
            return;
        }
        before_change();
        let ending = session.is_none().then_some(Ending::SignedOutElsewhere);
        STATE.update(|state| *state = state.next(session, ending));
    });
}

fn store(session: &Session) {
    if let Some(stored) = encode(session) {
        storage::write(storage::SESSION, &stored);
    }
}

#[derive(Serialize)]
struct Stored<'a> {
    version: i64,
    token: &'a str,
    email: &'a str,
    project: &'a str,
    given: bool,
}

fn encode(session: &Session) -> Option<String> {
    let stored = Stored {
        version: VERSION,
        token: session.token.reveal(),
        email: &session.email,
        project: &session.project,
        given: session.given,
    };
    serde_json::to_string(&stored).ok()
}

fn decode(stored: &str) -> Option<Session> {
    let json = Json::parse(stored)?;
    let version: i64 = json.get("version").as_integer()?;
    let token = json
        .get("token")
        .as_text()
        .filter(|token| !token.is_empty())?;
    (version == VERSION).then(|| Session {
        token: Secret::new(token),
        email: json.text("email"),
        project: json.text("project"),
        given: json.get("given").as_boolean().unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_back() {
        let session = Session {
            token: Secret::new("t\"1"),
            email: "an@example.com".to_owned(),
            project: "demo".to_owned(),
            given: true,
        };
        assert_eq!(decode(&encode(&session).unwrap()), Some(session));
    }

    #[test]
    fn a_session_goes_on_with_another_token_but_not_with_another_project() {
        let session = Session {
            token: Secret::new("1"),
            email: "an@example.com".to_owned(),
            project: "demo".to_owned(),
            given: false,
        };
        let renewed = Session {
            token: Secret::new("2"),
            ..session.clone()
        };
        let elsewhere = Session {
            project: "other".to_owned(),
            ..session.clone()
        };
        assert!(renewed.continues(&session));
        assert!(!elsewhere.continues(&session));
    }

    #[test]
    fn anything_else_means_signed_out() {
        for stored in [
            "",
            "null",
            "[]",
            "{}",
            r#"{"version":2,"token":"t"}"#,
            r#"{"version":1,"token":""}"#,
        ] {
            assert_eq!(decode(stored), None, "{stored}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_stored_value_breaks_it(stored in ".*") {
            let _ = decode(&stored);
        }
    }
}
