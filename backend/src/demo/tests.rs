//! The demo against what the portal's screens and their tests count on.

use std::collections::HashSet;
use std::net::IpAddr;

use chrono::TimeDelta;

use super::*;
use crate::faults::{Fault, FaultyAccount};

/// Every word of Nova's (contract, Servers).
const STATUSES: &str = "ACTIVE BUILD DELETED ERROR HARD_REBOOT MIGRATING PASSWORD PAUSED REBOOT REBUILD RESCUE RESIZE \
    REVERT_RESIZE SHELVED SHELVED_OFFLOADED SHUTOFF SOFT_DELETED SUSPENDED UNKNOWN VERIFY_RESIZE";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_400_000, 0).unwrap()
}

fn project(email: &str, id: &str) -> DemoProject {
    let account = accounts(now())
        .into_iter()
        .find(|account| account.email == email)
        .unwrap();
    account
        .projects
        .into_iter()
        .find(|project| project.id == id)
        .unwrap()
}

fn main_servers() -> Vec<DemoServer> {
    project(FIRST_ACCOUNT, FIRST_PROJECT).servers
}

fn all_servers() -> Vec<DemoServer> {
    let projects = accounts(now())
        .into_iter()
        .flat_map(|account| account.projects);
    projects.flat_map(|project| project.servers).collect()
}

#[test]
fn the_first_project_has_every_status_and_most_servers_run() {
    let servers = main_servers();
    let count = |status: &str| {
        servers
            .iter()
            .filter(|server| server.status == status)
            .count()
    };
    for status in STATUSES.split_whitespace() {
        assert!(count(status) >= 1, "{status}");
    }
    assert!(count("ACTIVE") > servers.len() / 3);
    assert!((30..40).contains(&servers.len()));
}

#[test]
fn the_first_project_has_every_region_image_and_kind_of_name() {
    let servers = main_servers();
    let regions: HashSet<_> = servers.iter().map(|server| server.region).collect();
    assert_eq!(regions.len(), 4);
    let images: HashSet<_> = servers.iter().map(|server| server.os_image).collect();
    assert_eq!(images.len(), 4);

    let lengths: Vec<_> = servers
        .iter()
        .map(|server| server.name.chars().count())
        .collect();
    assert_eq!(lengths.iter().min(), Some(&1));
    assert_eq!(lengths.iter().max(), Some(&63));
    let has_letter = |range: std::ops::RangeInclusive<char>| {
        servers
            .iter()
            .any(|server| server.name.chars().any(|letter| range.contains(&letter)))
    };
    assert!(has_letter('\u{1ea0}'..='\u{1ef9}'), "Vietnamese");
    assert!(has_letter('\u{1780}'..='\u{17ff}'), "Khmer");
    assert!(has_letter('\u{1f300}'..='\u{1faff}'), "an emoji");
}

#[test]
fn the_first_project_has_servers_with_no_one_and_five_addresses_and_volumes_from_none_to_three() {
    let servers = main_servers();
    let has_addresses = |count| {
        servers
            .iter()
            .any(|server| server.ip_addresses.len() == count)
    };
    assert!(has_addresses(0) && has_addresses(1) && has_addresses(5));
    let has_volumes = |count| servers.iter().any(|server| server.volumes.len() == count);
    assert!((0..=3).all(has_volumes));
}

#[test]
fn in_the_first_project_some_servers_expire_within_a_week_and_one_has_expired() {
    let left: Vec<_> = main_servers()
        .iter()
        .map(|server| server.expired - now())
        .collect();
    for soon in [
        TimeDelta::hours(1),
        TimeDelta::days(1),
        TimeDelta::days(3),
        TimeDelta::days(6),
    ] {
        assert!(left.contains(&soon), "{soon}");
    }
    let is_past = |left: &&TimeDelta| **left < TimeDelta::zero();
    assert_eq!(left.iter().filter(is_past).count(), 1);
}

#[test]
fn the_fleet_has_ten_thousand_servers_in_every_region() {
    let servers = project("fleet@example.com", "fleet").servers;
    assert_eq!(servers.len(), 10_000);
    assert_eq!(servers[0].name, "edge-0001");
    assert_eq!(servers[9_999].name, "monitor-0050");
    let regions: HashSet<_> = servers.iter().map(|server| server.region).collect();
    assert_eq!(regions.len(), 4);
    let statuses: HashSet<_> = servers.iter().map(|server| server.status).collect();
    assert_eq!(statuses, HashSet::from(["ACTIVE", "SHUTOFF"]));
    let addresses: HashSet<_> = servers
        .iter()
        .map(|server| &server.ip_addresses[0])
        .collect();
    assert_eq!(addresses.len(), 10_000);
}

#[test]
fn a_smaller_fleet_is_the_newest_part_of_the_fleet() {
    let names = |id: &str| -> Vec<String> {
        let servers = project(&format!("{id}@example.com"), id).servers;
        servers.into_iter().map(|server| server.name).collect()
    };
    let whole = names("fleet");
    for (id, count) in [("fleet-10", 10), ("fleet-100", 100), ("fleet-1000", 1_000)] {
        assert_eq!(names(id), whole[..count]);
    }
}

#[test]
fn the_small_accounts_have_what_their_names_say() {
    assert_eq!(project("single@example.com", "single").servers.len(), 6);
    assert_eq!(project("empty@example.com", "empty").servers.len(), 0);
    assert!(project("suspended@example.com", "live").is_available);
    assert!(!project("suspended@example.com", "closed").is_available);
}

#[test]
fn there_is_a_server_and_three_accounts_for_every_way_to_fail() {
    let faulty = project("faults@example.com", "faults").servers;
    assert_eq!(faulty[0].name, "control");
    let faults: Vec<_> = faulty
        .iter()
        .filter_map(|server| Fault::of_server(&server.name))
        .collect();
    assert_eq!(faults, Fault::ALL);

    let accounts = accounts(now());
    let found: Vec<_> = accounts
        .iter()
        .filter_map(|account| FaultyAccount::of_address(&account.email))
        .collect();
    assert_eq!(found, FaultyAccount::all().collect::<Vec<_>>());
}

#[test]
fn identifiers_are_unique_and_the_same_on_every_machine() {
    let servers = all_servers();
    let mut seen = HashSet::new();
    for server in &servers {
        assert!(seen.insert(&server.instance_id), "{}", server.name);
        for volume in &server.volumes {
            assert!(seen.insert(&volume.id), "{}", volume.name);
        }
    }
    assert_eq!(
        identifier(&["demo-main", "web-01"]),
        main_servers()[0].instance_id
    );
    assert_eq!(
        identifier(&["a", "b"]),
        "c14cddc0-33f6-8b9d-aa80-ea675cf280a0"
    );

    let accounts = accounts(now());
    let projects: Vec<_> = accounts
        .iter()
        .flat_map(|account| &account.projects)
        .collect();
    let ids: HashSet<_> = projects.iter().map(|project| &project.id).collect();
    assert_eq!(ids.len(), projects.len());
}

#[test]
fn every_server_stands_in_a_possible_order_of_times() {
    for account in accounts(now()) {
        for project in account.projects {
            assert!(
                project
                    .servers
                    .is_sorted_by(|newer, older| newer.created > older.created)
            );
            for server in project.servers {
                assert!(server.created < now(), "{}", server.name);
                if let Some(on) = server.powered_on_at {
                    assert!(server.created < on && on < now(), "{}", server.name);
                    assert!(
                        server
                            .powered_off_at
                            .is_none_or(|off| on < off && off < now())
                    );
                }
            }
        }
    }
}

#[test]
fn addresses_belong_to_nobody() {
    for server in all_servers() {
        for text in &server.ip_addresses {
            let is_safe = match text.parse().unwrap() {
                IpAddr::V4(address) => address.is_documentation() || address.is_private(),
                IpAddr::V6(address) => address.segments()[..2] == [0x2001, 0xdb8],
            };
            assert!(is_safe, "{text}");
        }
    }
}
