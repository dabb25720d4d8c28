//! The embedded REST backend of vps-portal.

pub mod faults;
