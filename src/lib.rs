//! The customer portal for VPS servers.

pub mod api;
pub mod config;
pub mod json;
