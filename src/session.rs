//! Who is signed in: the token in local storage, the same in every tab.

use std::sync::LazyLock;

use leptos::prelude::*;
use serde::Serialize;

use crate::api::Secret;
use crate::browser::storage;
use crate::json::Json;

/// The version of what is stored. A value of another version, or anything else, means signed out.
const VERSION: i64 = 1;

/// A sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What every request is sent with.
    pub token: Secret,
    /// Who signed in, where they said so.
    pub email: String,
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
}

static STATE: LazyLock<ArcRwSignal<State>> = LazyLock::new(|| {
    let session = storage::read(storage::SESSION).and_then(|stored| decode(&stored));
    ArcRwSignal::new(State {
        session,
        ending: None,
    })
});

/// The session, while there is one. Subscribes.
#[must_use]
pub fn current() -> Option<Session> {
    STATE.with(|state| state.session.clone())
}

/// Whether somebody is signed in. Subscribes.
#[must_use]
pub fn is_signed_in() -> bool {
    STATE.with(|state| state.session.is_some())
}

/// The session's token without subscribing.
#[must_use]
pub fn token() -> Option<Secret> {
    STATE.with_untracked(|state| state.session.as_ref().map(|session| session.token.clone()))
}

/// Why the last session of this page ended. Subscribes.
#[must_use]
pub fn ending() -> Option<Ending> {
    STATE.with(|state| state.ending)
}

/// Begins a session, here and in every other tab.
pub fn begin(session: Session) {
    if let Some(stored) = encode(&session) {
        storage::write(storage::SESSION, &stored);
    }
    STATE.set(State {
        session: Some(session),
        ending: None,
    });
}

/// Ends the session, here and in every other tab. Does nothing when there is none, so that the many requests that a
/// dead token fails end it once.
pub fn end(ending: Ending) {
    if STATE.with_untracked(|state| state.session.is_some()) {
        storage::remove(storage::SESSION);
        STATE.set(State {
            session: None,
            ending: Some(ending),
        });
    }
}

/// Follows what other tabs do until the page is closed. `before_change` is called before the session changes.
pub fn follow_other_tabs(before_change: impl Fn() + 'static) {
    storage::on_change_elsewhere(storage::SESSION, move |stored| {
        let session = stored.as_deref().and_then(decode);
        if STATE.with_untracked(|state| state.session == session) {
            return;
        }
        before_change();
        let ending = session.is_none().then_some(Ending::SignedOutElsewhere);
        STATE.set(State { session, ending });
    });
}

#[derive(Serialize)]
struct Stored<'a> {
    version: i64,
    token: &'a str,
    email: &'a str,
}

fn encode(session: &Session) -> Option<String> {
    let stored = Stored {
        version: VERSION,
        token: session.token.reveal(),
        email: &session.email,
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
        };
        assert_eq!(decode(&encode(&session).unwrap()), Some(session));
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
