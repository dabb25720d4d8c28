//! What a person is told that nobody has asked for: servers that come out of passing, and what is remembered of whom.

mod passing;
pub mod personal;

pub use self::passing::{Passed, Passing};
