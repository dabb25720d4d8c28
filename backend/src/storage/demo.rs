//! Fills an empty database with the demo.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, params};

use super::servers::fold;
use super::times::Time;
use super::users::{self, NewUser, Profile, Project};
use super::{Database, StorageError};
use crate::password;

/// The password of every demo account.
pub const PASSWORD: &str = "Portal-demo-1";

/// Stores the demo, unless there is an account already.
pub fn fill(database: &Database, now: DateTime<Utc>) -> Result<(), StorageError> {
    let hash = password::hash(PASSWORD).map_err(|_| StorageError::Stopping)?;
    database.write_now(|transaction| {
        if !users::is_empty(transaction)? {
            return Ok(());
        }
        for (email, projects, count) in [
            ("demo@example.com", vec!["demo-main", "demo-lab"], 30),
            ("single@example.com", vec!["single"], 6),
            ("empty@example.com", vec!["empty"], 0),
            ("fleet@example.com", vec!["fleet"], 10_000),
        ] {
            account(transaction, email, &hash, &projects, count, now)?;
        }
        Ok(())
    })
}

fn account(
    connection: &Connection,
    email: &str,
    hash: &str,
    projects: &[&str],
    servers: usize,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let id = users::insert(
        connection,
        &NewUser {
            email: email.to_owned(),
            password_hash: hash.to_owned(),
            profile: Profile::default(),
            birthday: None,
            date_joined: now,
        },
    )?;
    for project in projects {
        let project = Project {
            id: (*project).to_owned(),
            user_name: email.to_owned(),
            is_available: true,
        };
        users::insert_project(connection, id, &project)?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO servers (id, project_id, name, name_folded, status, region, created_at, expires_at, os_image, powered_on_at) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,1,?7)",
    )?;
    for number in 0..servers {
        let name = format!("web-{number:05}");
        let id = format!("{}-{number:05}", projects[0]);
        let created = now - TimeDelta::minutes(i64::try_from(number).unwrap_or(0));
        insert.execute(params![
            id,
            projects[0],
            name,
            fold(&name),
            if number % 3 == 0 { "SHUTOFF" } else { "ACTIVE" },
            "HN",
            Time(created),
            Time(now + TimeDelta::days(30)),
        ])?;
        connection
            .prepare_cached("INSERT INTO server_addresses VALUES (?1, 0, ?2)")?
            .execute(params![
                id,
                format!("203.0.{}.{}", number / 250, number % 250)
            ])?;
    }
    Ok(())
}
