//! The customer portal for VPS servers: sign in, see every server, look after it.

pub mod accent;
pub mod api;
pub mod app;
pub mod browser;
pub mod config;
pub mod data;
#[cfg(all(feature = "sign_in", target_arch = "wasm32"))]
pub mod entrance;
pub mod format;
pub mod json;
pub mod pages;
pub mod password;
pub mod paths;
pub mod rank;
pub mod session;
pub mod shared;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod terminal;
pub mod ui;
pub mod words;
