//! The embedded REST backend of vps-portal: the whole contract over SQLite, with simulated machines.
//!
//! `routes` answers calls, `storage` keeps things, `compute` runs the servers, `web` holds what all calls share.

pub mod clock;
pub mod command_line;
pub mod commands;
pub mod compute;
pub mod connections;
pub mod conventions;

pub mod demo;
pub mod faults;
pub mod operator;
pub mod password;
pub mod permissions;
pub mod places;
pub mod routes;
pub mod server;
pub mod sign_in_limit;
pub mod storage;
pub mod token;
pub mod web;
