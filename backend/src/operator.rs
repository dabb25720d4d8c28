//! Words for whoever runs the backend: lines on standard error.

use std::io::Write;

/// Writes a line. Where nobody can hear it (the log stands on a full disk, or its reader has gone), it is lost, and
/// the call that it is about goes on: `eprintln!` would panic.
pub fn tell(sentence: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{sentence}");
}
