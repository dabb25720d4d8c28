//! The backend as its clients see it: the whole router, driven in this process, with a clock that the tests move.

// A test that fails may panic, its helpers too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod actions;
mod application;
mod console;
mod cross_origin;
mod demo;
mod errors;
mod faults;
mod full_disk;
mod harness;
mod odd_inputs;
mod permissions;
mod proxy;
mod request_id;
mod restart;
mod security_headers;
mod server_list;
mod sessions;
mod sign_in;
mod tokens;
