//! The calls of the contract, asked through a scripted transport.

mod any_answer;
mod calls;
mod contract;
mod errors;
mod examples;
mod requests;
mod resources;

use std::fmt::Debug;

use futures::FutureExt;

use super::ApiError;

/// The result of a call whose answer is ready.
fn now<Answer>(call: impl Future<Output = Result<Answer, ApiError>>) -> Result<Answer, ApiError> {
    call.now_or_never().expect("a scripted answer is ready")
}

/// The answer of a call, as text.
fn shown<Answer: Debug>(
    call: impl Future<Output = Result<Answer, ApiError>>,
) -> Result<String, ApiError> {
    now(call).map(|answer| format!("{answer:?}"))
}
