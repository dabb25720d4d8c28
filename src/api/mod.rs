//! The contract as types: one file a resource, one client, one error.
//!
//! Plain Rust: nothing here knows a page, a signal or Leptos, so all of it is tested natively. A call is a method of [`Client`] in the
//! file of its resource; it builds one request, sends it through a [`Transport`](transport::Transport) and turns whatever comes back
//! into a typed value or one [`ApiError`].

pub mod account;
pub mod auth;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod client;
pub mod error;
pub mod error_words;
pub mod page;
mod path;
pub mod permission;
#[cfg(test)]
pub mod scripted;
pub mod secret;
pub mod server;
pub mod server_actions;
pub mod server_details;
pub mod server_status;
mod time;
pub mod transport;
pub mod user;
pub mod vendor;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

pub use client::Client;
pub use error::{ApiError, ErrorKind};
pub use page::Page;
pub use secret::Secret;
