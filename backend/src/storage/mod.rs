//! Everything that is kept: one SQLite file.
//!
//! One connection writes, a few read beside it (write-ahead log), and none of it on the threads that answer requests.
//! A write is on the disk before it is acknowledged (`synchronous=FULL`).

pub mod action_log;
pub mod console_links;
pub mod demo;
pub mod schema;
pub mod server_list;
pub mod servers;
pub mod times;
pub mod tokens;
pub mod users;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, ffi};

use crate::places::{NotDone, Places};

/// How long a connection waits for another process that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// How many requests may read at once.
const READERS: usize = 8;

/// Why something could not be kept or found.
#[derive(Debug)]
pub enum StorageError {
    /// The disk has no room left for what was to be written; SQLite's own words.
    Full(rusqlite::Error),
    /// Any other failure, in SQLite's own words.
    Sqlite(rusqlite::Error),
    /// The file was written by a later version of the backend.
    NewerSchema(i64),
    /// The backend is shutting down.
    Stopping,
}

impl std::fmt::Display for StorageError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Full(error) | Self::Sqlite(error) => error.fmt(formatter),
            Self::NewerSchema(version) => write!(
                formatter,
                "it was written by a newer version (schema {version})"
            ),
            Self::Stopping => formatter.write_str("the backend is stopping"),
        }
    }
}

impl std::error::Error for StorageError {}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        if is_out_of_room(&error) {
            Self::Full(error)
        } else {
            Self::Sqlite(error)
        }
    }
}

/// A full disk, and a quota or a limit on files, which SQLite reports as writes that failed.
fn is_out_of_room(error: &rusqlite::Error) -> bool {
    const WRITE_FAILED: [i32; 2] = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_SHMSIZE];
    error.sqlite_error().is_some_and(|error| {
        error.code == ErrorCode::DiskFull || WRITE_FAILED.contains(&error.extended_code)
    })
}

/// The open database; a clone is another handle to the same one.
#[derive(Debug, Clone)]
pub struct Database(Arc<Connections>);

#[derive(Debug)]
struct Connections {
    path: PathBuf,
    writer: Mutex<Connection>,
    idle_readers: Mutex<Vec<Connection>>,
    writing: Places,
    reading: Places,
}

impl Database {
    /// Opens the file, makes it when there is none, and brings its schema up to date.
    pub fn open(path: &Path) -> Result<Self, StorageError> {
        let mut writer = connect(path)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        writer.pragma_update(None, "synchronous", "FULL")?;
        schema::migrate(&mut writer)?;
        Ok(Self(Arc::new(Connections {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            idle_readers: Mutex::new(Vec::new()),
            writing: Places::new(1),
            reading: Places::new(READERS),
        })))
    }

    /// What is wrong with the file: SQLite looks at every page, every index and every reference.
    pub fn damage(&self) -> Result<Vec<String>, StorageError> {
        let connection = lock(&self.0.writer);
        let mut damage: Vec<String> = connection
            .prepare("SELECT integrity_check FROM pragma_integrity_check")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        damage.retain(|line| line != "ok");
        let lost: Vec<String> = connection
            .prepare("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check")?
            .query_map([], |row| {
                let (table, parent): (String, String) = (row.get(0)?, row.get(1)?);
                Ok(format!("{table} refers to {parent} that are not there"))
            })?
            .collect::<rusqlite::Result<_>>()?;
        damage.extend(lost);
        Ok(damage)
    }

    /// Runs `work` on a connection that only reads, beside the asynchronous work.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let connections = Arc::clone(&self.0);
        run(&self.0.reading, move || {
            let reader = connections.take_reader()?;
            let answer = work(&reader);
            lock(&connections.idle_readers).push(reader);
            answer
        })
        .await
    }

    /// Runs `work` in a transaction, beside the asynchronous work; an error takes all of it back.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let database = self.clone();
        run(&self.0.writing, move || database.write_now(work)).await
    }

    /// Runs `work` in a transaction unless something else is being written; for what nobody waits for, and nobody misses
    /// when it is not kept.
    pub fn write_if_idle(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<(), StorageError> + Send + 'static,
    ) {
        let database = self.clone();
        self.0.writing.run_if_free(move || {
            let _ = database.write_now(work);
        });
    }

    /// Runs `work` in a transaction on this thread; for the command line and the first start.
    pub fn write_now<T, E: From<StorageError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = lock(&self.0.writer);
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StorageError::from)?;
        let answer = work(&transaction)?;
        transaction.commit().map_err(StorageError::from)?;
        Ok(answer)
    }
}

impl Connections {
    fn take_reader(&self) -> Result<Connection, StorageError> {
        if let Some(reader) = lock(&self.idle_readers).pop() {
            return Ok(reader);
        }
        let reader = connect(&self.path)?;
        reader.pragma_update(None, "query_only", true)?;
        Ok(reader)
    }
}

fn connect(path: &Path) -> Result<Connection, StorageError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// A panic while the lock was held has rolled its transaction back, so what it guards is sound.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn run<T, E>(
    places: &Places,
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StorageError> + Send + 'static,
{
    match places.run(work).await {
        Ok(answer) => answer,
        Err(NotDone) => Err(StorageError::Stopping.into()),
    }
}
