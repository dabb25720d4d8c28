//! What pages ask for and do; the only caller of `api`.
//!
//! A page asks with [`query::use_query`]: identical questions share one request and one answer, the last good answer
//! stays on screen while a newer one is on its way or has failed, and only `session` acts on a sign-in that no longer
//! holds.

pub mod account;
pub mod actions;
pub mod boot_log;
pub mod bulk;
mod cache;
pub mod drafts;
pub mod history;
pub mod notices;
mod optional;
mod permissions;
pub mod query;
pub mod rebuilds;
mod rhythm;
pub mod server;
pub mod servers;
pub mod service;
pub mod sign_in;
pub mod tokens;
