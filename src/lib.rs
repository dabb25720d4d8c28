//! The customer portal for VPS servers.
