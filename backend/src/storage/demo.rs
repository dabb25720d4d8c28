//! Fills an empty database with the demo.

use std::error::Error;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::Database;
use super::servers::fold;
use super::times::Time;
use super::tokens::{self, NewToken};
use super::users::{self, NewUser, Profile, Project};
use crate::conventions::SESSION_TOKEN_NAME;
use crate::demo::{DemoAccount, DemoServer, DemoSession, DemoVolume, PASSWORD, accounts};
use crate::faults::Fault;
use crate::permissions::EVERYTHING;
use crate::{password, token};

/// Stores the demo as it stands at `now`, unless there is an account already.
pub fn fill(database: &Database, now: DateTime<Utc>) -> Result<(), Box<dyn Error + Send + Sync>> {
    database.write_now(|transaction| {
        if !users::is_empty(transaction)? {
            return Ok(());
        }
        // One hash for all: to make one for each account would take seconds, and they share their password anyway.
        let password_hash = password::hash(PASSWORD)?;
        for account in accounts(now) {
            insert_account(transaction, account, &password_hash)?;
        }
        Ok(())
    })
}

fn insert_account(
    connection: &Connection,
    account: DemoAccount,
    password_hash: &str,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let user = NewUser {
        email: account.email,
        password_hash: password_hash.to_owned(),
        profile: Profile {
            first_name: Some(account.first_name.to_owned()),
            last_name: Some(account.last_name.to_owned()),
            gender: Some(account.gender),
            phone_number: Some(account.phone_number.to_owned()),
            address: Some(account.address.to_owned()),
            company: Some(account.company.to_owned()).filter(|company| !company.is_empty()),
        },
        birthday: Some(account.birthday.to_owned()),
        date_joined: account.date_joined,
    };
    let user_id = users::insert(connection, &user)?;
    for project in account.projects {
        let kept = Project {
            id: project.id,
            user_name: project.user_name,
            is_available: project.is_available,
        };
        users::insert_project(connection, user_id, &kept)?;
        for server in &project.servers {
            insert_server(connection, &kept.id, server)?;
        }
    }
    for session in &account.sessions {
        insert_session(connection, user_id, session)?;
    }
    Ok(())
}

fn insert_server(
    connection: &Connection,
    project_id: &str,
    server: &DemoServer,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO servers (id, project_id, name, name_folded, status, region, created_at, expires_at, os_image, \
             powered_on_at, powered_off_at, fault) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            server.instance_id,
            project_id,
            server.name,
            fold(&server.name),
            server.status,
            server.region,
            Time(server.created),
            Time(server.expired),
            server.os_image,
            server.powered_on_at.map(Time),
            server.powered_off_at.map(Time),
            Fault::of_server(&server.name).map(Fault::kind),
        ])?;
    for (position, address) in (0_i64..).zip(&server.ip_addresses) {
        connection
            .prepare_cached("INSERT INTO server_addresses VALUES (?1, ?2, ?3)")?
            .execute(params![server.instance_id, position, address])?;
    }
    for (position, volume) in (0_i64..).zip(&server.volumes) {
        insert_volume(connection, &server.instance_id, position, volume)?;
    }
    Ok(())
}

fn insert_volume(
    connection: &Connection,
    server_id: &str,
    position: i64,
    volume: &DemoVolume,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO volumes (id, server_id, position, name, size, bootable) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            volume.id,
            server_id,
            position,
            volume.name,
            volume.size,
            volume.is_bootable
        ])?;
    Ok(())
}

/// Keeps a session whose secret is thrown away: it can be seen and revoked, but not used.
fn insert_session(
    connection: &Connection,
    user_id: i64,
    session: &DemoSession,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let new = NewToken {
        hash: token::hash(&token::new_secret()?),
        user_id,
        project_id: session.project_id.to_owned(),
        is_session: true,
        name: SESSION_TOKEN_NAME.to_owned(),
        permissions: vec![EVERYTHING.to_string()],
        created_at: session.created,
        expires_at: Some(session.expired),
        real_ip: session.real_ip.to_owned(),
        user_agent: session.user_agent.to_owned(),
    };
    tokens::insert(connection, &new)?;
    Ok(())
}
