//! `user` and `token`: accounts and tokens, made and ended on the command line.

use std::io::BufRead;

use chrono::{TimeDelta, Utc};
use rusqlite::Connection;

use super::open;
use crate::command_line::{AddToken, AddUser, RevokeAll};
use crate::password;
use crate::storage::tokens::{self, NewToken};
use crate::storage::users::{self, NewUser, Profile, Project, User};
use crate::storage::{Database, StorageError};
use crate::token;

/// A sentence for the person at the command line.
struct Sentence(String);

impl From<StorageError> for Sentence {
    fn from(error: StorageError) -> Self {
        Self(format!("This cannot be stored: {error}."))
    }
}

impl From<rusqlite::Error> for Sentence {
    fn from(error: rusqlite::Error) -> Self {
        StorageError::from(error).into()
    }
}

fn write<T>(
    database: &Database,
    work: impl FnOnce(&Connection) -> Result<T, Sentence>,
) -> Result<T, String> {
    database
        .write_now(|transaction| work(transaction))
        .map_err(|sentence| sentence.0)
}

/// `user add`.
pub fn add_user(arguments: AddUser) -> Result<(), String> {
    let email = arguments.email.trim().to_owned();
    if !email.contains('@') {
        return Err(format!("\"{email}\" is not an e-mail address."));
    }
    let password = if arguments.password_stdin {
        Some(read_password()?)
    } else {
        None
    };
    let made = made_password()?;
    let hash = password::hash(password.as_deref().unwrap_or(&made))
        .map_err(|error| format!("The account cannot be made: {error}."))?;
    let user = NewUser {
        email: email.clone(),
        password_hash: hash,
        profile: Profile {
            first_name: arguments.first_name,
            last_name: arguments.last_name,
            company: arguments.company,
            ..Profile::default()
        },
        birthday: None,
        date_joined: Utc::now(),
    };
    let database = open(arguments.storage)?;
    write(&database, |connection| {
        insert_user(connection, &user, &arguments.projects)
    })?;
    println!("Made the account {email}.");
    if password.is_none() {
        println!("Its password, shown this once: {made}");
    }
    Ok(())
}

fn read_password() -> Result<String, String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| format!("The password cannot be read: {error}."))?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    let weaknesses = password::weaknesses(&password);
    if weaknesses.is_empty() {
        Ok(password)
    } else {
        Err(format!(
            "This password will not do. {}",
            weaknesses.join(" ")
        ))
    }
}

/// A password that keeps the rules: random digits behind one character of each kind.
fn made_password() -> Result<String, String> {
    const RANDOM_DIGITS: usize = 20;
    let mut secret =
        token::new_secret().map_err(|error| format!("No password can be made: {error}."))?;
    secret.truncate(RANDOM_DIGITS);
    Ok(format!("P1-{secret}"))
}

fn insert_user(
    connection: &Connection,
    user: &NewUser,
    projects: &[String],
) -> Result<(), Sentence> {
    if users::find_by_email(connection, &user.email)?.is_some() {
        return Err(Sentence(format!(
            "There is an account {} already.",
            user.email
        )));
    }
    let id = users::insert(connection, user)?;
    for project in projects {
        if users::is_project(connection, project)? {
            return Err(Sentence(format!("There is a project {project} already.")));
        }
        let project = Project {
            id: project.clone(),
            user_name: user.email.clone(),
            is_available: true,
        };
        users::insert_project(connection, id, &project)?;
    }
    Ok(())
}

/// `user token`.
pub fn add_token(arguments: AddToken) -> Result<(), String> {
    let secret =
        token::new_named_secret().map_err(|error| format!("No token can be made: {error}."))?;
    let database = open(arguments.storage)?;
    let now = Utc::now();
    write(&database, |connection| {
        let user = find(connection, &arguments.email)?;
        let new = NewToken {
            hash: token::hash(&secret),
            user_id: user.id,
            project_id: project_of(connection, &user, arguments.project)?,
            is_session: false,
            name: arguments.name,
            permissions: arguments.permissions,
            created_at: now,
            expires_at: arguments
                .expires_in_hours
                .map(|hours| now + TimeDelta::hours(hours.into())),
            real_ip: String::new(),
            user_agent: String::new(),
        };
        Ok(tokens::insert(connection, &new)?)
    })?;
    println!("{secret}");
    Ok(())
}

fn find(connection: &Connection, email: &str) -> Result<User, Sentence> {
    users::find_by_email(connection, email.trim())?
        .ok_or_else(|| Sentence(format!("There is no account {email}.")))
}

/// The project that is named, or the only one of the account.
fn project_of(
    connection: &Connection,
    user: &User,
    wanted: Option<String>,
) -> Result<String, Sentence> {
    let projects: Vec<String> = users::projects(connection, user.id)?
        .into_iter()
        .map(|project| project.id)
        .collect();
    match (wanted, projects.as_slice()) {
        (Some(wanted), all) if all.contains(&wanted) => Ok(wanted),
        (Some(wanted), _) => Err(Sentence(format!(
            "The account {} has no project {wanted}.",
            user.email
        ))),
        (None, [only]) => Ok(only.clone()),
        (None, all) => Err(Sentence(format!(
            "Say which project with --project. The account has: {}.",
            all.join(", ")
        ))),
    }
}

/// `token revoke-all`.
pub fn revoke_all(arguments: RevokeAll) -> Result<(), String> {
    let database = open(arguments.storage)?;
    let ended = write(&database, |connection| match &arguments.email {
        Some(email) => {
            let user = find(connection, email)?;
            Ok(tokens::delete_all_of(connection, user.id)?)
        }
        None => Ok(tokens::delete_all(connection)?),
    })?;
    println!("Tokens ended: {ended}");
    Ok(())
}
