//! Calls that fail on purpose, so that every failure can be seen on the real screen.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::faults::{Fault, FaultOutcome, FaultyAccount};
use crate::server::App;
use crate::storage::tokens::Token;
use crate::web::error::ApiError;

/// How often each token has asked for its list; for accounts whose list fails every other time.
#[derive(Debug, Default)]
pub struct CallsInTurns(Mutex<HashMap<i64, u64>>);

impl CallsInTurns {
    /// Counts a call of a token and answers how many came before it.
    fn count(&self, token_id: i64) -> u64 {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(token_id).or_default();
        *count += 1;
        *count - 1
    }
}

/// Fails as `fault` says, or waits as it says and lets the call go on.
pub async fn fail(app: &App, fault: Fault, field: &str) -> Result<(), ApiError> {
    match fault.answer(field, app.clock.now()) {
        FaultOutcome::Respond(response) => Err(ApiError::Answered(Box::new(response))),
        FaultOutcome::Delay(time) => {
            tokio::time::sleep(time).await;
            Ok(())
        }
    }
}

/// Fails if signing in with this address is to fail.
pub async fn at_sign_in(app: &App, email: &str) -> Result<(), ApiError> {
    match FaultyAccount::of_address(email) {
        Some(FaultyAccount::SignIn(fault)) => fail(app, fault, "email").await,
        _ => Ok(()),
    }
}

/// Fails if the list of servers of this account is to fail now.
pub async fn at_list(app: &App, token: &Token) -> Result<(), ApiError> {
    match FaultyAccount::of_address(&token.email) {
        Some(FaultyAccount::List(fault)) => fail(app, fault, "page").await,
        Some(FaultyAccount::ListInTurns(fault))
            if fault.fails_in_turn(app.calls_in_turns.count(token.id)) =>
        {
            fail(app, fault, "page").await
        }
        _ => Ok(()),
    }
}
