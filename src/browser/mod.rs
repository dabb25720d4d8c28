//! What the browser knows and keeps: the clock, whether the page is seen and the line is up, the storage, the
//! document's own settings. Everything above asks here, so that the quirks of the platform stand in one place.

pub mod accent;
pub mod address;
pub mod boot;
pub mod clock;
pub mod density;
pub mod document;
pub mod download;
pub mod listen;
pub mod notification;
pub mod presence;
pub mod random;
pub mod storage;
pub mod style;
pub mod theme;
pub mod version;
