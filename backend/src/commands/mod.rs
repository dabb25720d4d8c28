//! What each command does. An error is a plain sentence for the person who gave the command.

mod accounts;
mod check;
mod health;
mod limits;
mod serve;

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::command_line::{Arguments, Command, Storage, Token, User};
use crate::storage::Database;

/// Does what the command line says.
pub fn run(arguments: Arguments) -> Result<(), String> {
    match arguments.command {
        Command::Serve(serve) => serve::run(serve),
        Command::User(User::Add(user)) => accounts::add_user(user),
        Command::User(User::Token(token)) => accounts::add_token(token),
        Command::Token(Token::RevokeAll(revoke)) => accounts::revoke_all(revoke),
        Command::Check(check) => check::run(check),
        Command::Health(health) => health::run(health),
    }
}

/// The database that the command line names, or the usual one.
fn path(storage: Storage) -> Result<PathBuf, String> {
    storage.database.map_or_else(usual_path, Ok)
}

/// Opens the database, and makes it where there is none.
fn open(storage: Storage) -> Result<Database, String> {
    let path = path(storage)?;
    make_folder(&path)?;
    make_private_file(&path).map_err(|error| {
        format!(
            "The database {} cannot be made: {}.",
            path.display(),
            reason(&error)
        )
    })?;
    Database::open(&path)
        .map_err(|error| format!("The database {} cannot be opened: {error}.", path.display()))
}

fn make_folder(path: &Path) -> Result<(), String> {
    let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|error| {
        format!(
            "The folder {} cannot be made: {}.",
            folder.display(),
            reason(&error)
        )
    })
}

/// The system's words for an error, without its number.
fn reason(error: &std::io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error") {
        Some((plain, _)) => plain.to_owned(),
        None => words,
    }
}

/// Makes an empty file that nobody else can read, unless there is one: it will hold password hashes. SQLite gives its
/// companion files the same rights.
fn make_private_file(path: &Path) -> std::io::Result<()> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// In the user's data folder, as the XDG base directory specification has it.
fn usual_path() -> Result<PathBuf, String> {
    let from_variable = |name| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let folder = from_variable("XDG_DATA_HOME")
        .or_else(|| from_variable("HOME").map(|home| home.join(".local/share")))
        .ok_or("There is no home folder to keep the database in: name a file with --database.")?;
    Ok(folder.join("vps-portal/vps-portal.sqlite3"))
}
