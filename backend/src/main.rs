//! The embedded REST backend.

fn main() {}
