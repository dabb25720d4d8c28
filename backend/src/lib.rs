//! The embedded REST backend of vps-portal.
