//! Accounts and their projects.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::times::Time;

/// An account as it is kept.
#[derive(Debug, Clone)]
pub struct User {
    /// Number of the row.
    pub id: i64,
    /// The address to sign in with.
    pub email: String,
    /// Argon2id, as a PHC string.
    pub password_hash: String,
    /// What the holder may change.
    pub profile: Profile,
    /// `YYYY-MM-DD`.
    pub birthday: Option<String>,
    /// When the account was made.
    pub date_joined: DateTime<Utc>,
    /// When it last signed in.
    pub last_login: Option<DateTime<Utc>>,
}

/// What the holder of an account may change. In an update `None` leaves a value as it is.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Family and middle name (contract, User).
    pub first_name: Option<String>,
    /// Given name.
    pub last_name: Option<String>,
    /// 1 male, 2 female, 3 company.
    pub gender: Option<i64>,
    /// As the holder writes it.
    pub phone_number: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Company name.
    pub company: Option<String>,
}

/// A new account.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The address to sign in with.
    pub email: String,
    /// Argon2id, as a PHC string.
    pub password_hash: String,
    /// What is known of the holder.
    pub profile: Profile,
    /// `YYYY-MM-DD`.
    pub birthday: Option<String>,
    /// When the account is made.
    pub date_joined: DateTime<Utc>,
}

/// A project as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// What signing in names.
    pub id: String,
    /// The name that the holder knows it by.
    pub user_name: String,
    /// Whether it can be signed in to.
    pub is_available: bool,
}

const USER_COLUMNS: &str = "id, email, password_hash, first_name, last_name, gender, phone_number, address, company, \
     birthday, date_joined, last_login";

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get("id")?,
        email: row.get("email")?,
        password_hash: row.get("password_hash")?,
        profile: Profile {
            first_name: row.get("first_name")?,
            last_name: row.get("last_name")?,
            gender: row.get("gender")?,
            phone_number: row.get("phone_number")?,
            address: row.get("address")?,
            company: row.get("company")?,
        },
        birthday: row.get("birthday")?,
        date_joined: row.get::<_, Time>("date_joined")?.0,
        last_login: row.get::<_, Option<Time>>("last_login")?.map(|time| time.0),
    })
}

/// The account with this e-mail address, without case.
pub fn find_by_email(connection: &Connection, email: &str) -> rusqlite::Result<Option<User>> {
    connection
        .prepare_cached(&format!(
            "SELECT {USER_COLUMNS} FROM users WHERE email = ?1"
        ))?
        .query_row([email], user)
        .optional()
}

/// The account with this number.
pub fn find(connection: &Connection, id: i64) -> rusqlite::Result<Option<User>> {
    connection
        .prepare_cached(&format!("SELECT {USER_COLUMNS} FROM users WHERE id = ?1"))?
        .query_row([id], user)
        .optional()
}

/// Whether there is no account yet.
pub fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT NOT EXISTS (SELECT 1 FROM users)", [], |row| {
        row.get(0)
    })
}

/// Makes an account and answers its number.
pub fn insert(connection: &Connection, user: &NewUser) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO users (email, password_hash, first_name, last_name, gender, phone_number, address, company, \
             birthday, date_joined) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .insert(params![
            user.email,
            user.password_hash,
            user.profile.first_name,
            user.profile.last_name,
            user.profile.gender,
            user.profile.phone_number,
            user.profile.address,
            user.profile.company,
            user.birthday,
            Time(user.date_joined),
        ])
}

/// Changes the named parts of a profile.
pub fn update_profile(connection: &Connection, id: i64, profile: &Profile) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET first_name = coalesce(?2, first_name), last_name = coalesce(?3, last_name), \
         gender = coalesce(?4, gender), phone_number = coalesce(?5, phone_number), address = coalesce(?6, address), \
         company = coalesce(?7, company) WHERE id = ?1",
        params![
            id,
            profile.first_name,
            profile.last_name,
            profile.gender,
            profile.phone_number,
            profile.address,
            profile.company,
        ],
    )?;
    Ok(())
}

/// Replaces the password.
pub fn set_password_hash(connection: &Connection, id: i64, hash: &str) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET password_hash = ?2 WHERE id = ?1",
        params![id, hash],
    )?;
    Ok(())
}

/// Notes a sign-in.
pub fn set_last_login(
    connection: &Connection,
    id: i64,
    time: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE users SET last_login = ?2 WHERE id = ?1",
        params![id, Time(time)],
    )?;
    Ok(())
}

/// Makes a project of an account.
pub fn insert_project(
    connection: &Connection,
    user_id: i64,
    project: &Project,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO projects (id, user_id, user_name, is_available) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            project.id,
            user_id,
            project.user_name,
            project.is_available
        ])?;
    Ok(())
}

/// Whether there is a project of this identifier, whoever's it is.
pub fn is_project(connection: &Connection, id: &str) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM projects WHERE id = ?1)",
        [id],
        |row| row.get(0),
    )
}

/// The projects of an account, by identifier.
pub fn projects(connection: &Connection, user_id: i64) -> rusqlite::Result<Vec<Project>> {
    connection
        .prepare_cached(
            "SELECT id, user_name, is_available FROM projects WHERE user_id = ?1 ORDER BY id",
        )?
        .query_map([user_id], |row| {
            Ok(Project {
                id: row.get(0)?,
                user_name: row.get(1)?,
                is_available: row.get(2)?,
            })
        })?
        .collect()
}
