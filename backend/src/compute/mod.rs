//! What runs the servers, behind one trait: the simulator here, a real compute service one day.

pub mod action;
pub mod boot_log;
pub mod images;
pub mod simulator;
pub mod status;

use std::pin::Pin;

pub use action::Action;

use crate::storage::StorageError;

/// Why something could not be done to a server.
#[derive(Debug)]
pub enum ComputeError {
    /// There is no such server.
    NoSuchServer,
    /// There is no image of this number.
    NoSuchImage,
    /// It does not fit what the server is doing; a sentence for people.
    Refused(String),
    /// What runs the servers did not answer.
    Storage(StorageError),
}

impl std::fmt::Display for ComputeError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSuchServer => formatter.write_str("there is no such server"),
            Self::NoSuchImage => formatter.write_str("there is no such image"),
            Self::Refused(sentence) => formatter.write_str(sentence),
            Self::Storage(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for ComputeError {}

impl From<StorageError> for ComputeError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<rusqlite::Error> for ComputeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Storage(error.into())
    }
}

/// An answer that takes its time.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, ComputeError>> + Send + 'a>>;

/// What runs the servers. The list of servers, whose they are and until when they are paid stays with the portal.
pub trait Compute: Send + Sync {
    /// Brings the kept statuses and names of all servers up to the present.
    fn refresh(&self) -> Answer<'_, ()>;

    /// Begins to do something to a server; its status shows when it is done.
    fn perform(&self, server_id: String, action: Action) -> Answer<'_, ()>;

    /// What a server wrote while it started, coloured with ANSI escapes, at most
    /// [`crate::conventions::BOOT_LOG_BYTES`] of it; empty before its first start.
    fn boot_log(&self, server_id: String) -> Answer<'_, String>;
}
