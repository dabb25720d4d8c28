//! `fleet@example.com`: as many servers as a large customer has. `fleet-10@example.com` and others: the newest of them only,
//! to see what the number of servers costs.

use std::net::{Ipv4Addr, Ipv6Addr};

use chrono::{DateTime, TimeDelta, Utc};

use super::plan::{DEBIAN, REGIONS, UBUNTU, volumes};
use super::{DemoAccount, DemoProject, DemoServer, identifier};

/// The name of the account, and of its project.
const FLEET: &str = "fleet";
/// How many servers the smaller fleets have.
const SMALLER: [usize; 3] = [10, 100, 1_000];

/// What the servers do, and how many do it: 10,000 in all.
const ROLES: [(&str, u16); 7] = [
    ("edge", 4_000),
    ("web", 2_500),
    ("app", 1_500),
    ("worker", 1_200),
    ("db", 500),
    ("cache", 250),
    ("monitor", 50),
];

/// How many addresses of a network of 256 are given out.
const HOSTS_OF_A_NETWORK: u16 = 250;

/// The account with the fleet.
pub(super) fn whole(now: DateTime<Utc>) -> DemoAccount {
    account(FLEET.to_owned(), usize::MAX, now)
}

/// The accounts with a part of it.
pub(super) fn parts(now: DateTime<Utc>) -> impl Iterator<Item = DemoAccount> {
    SMALLER
        .into_iter()
        .map(move |count| account(format!("{FLEET}-{count}"), count, now))
}

/// An account with `count` servers, at most.
fn account(id: String, count: usize, now: DateTime<Utc>) -> DemoAccount {
    DemoAccount {
        email: format!("{id}@example.com"),
        first_name: "Trần Quốc",
        last_name: "Bảo",
        gender: 3,
        birthday: "1985-11-02",
        phone_number: "0900 000 002",
        address: "34 đường Ví Dụ, Quận 1, Thành phố Hồ Chí Minh",
        company: "Công ty Cổ phần Mạng Phân phối Ví Dụ",
        date_joined: now - TimeDelta::days(2_500),
        projects: vec![DemoProject {
            servers: servers(&id, count, now),
            id,
            user_name: "Content delivery".to_owned(),
            is_available: true,
        }],
        sessions: Vec::new(),
    }
}

/// The servers of a project, the newest first: `edge-0001`, `edge-0002` and so on.
fn servers(project: &str, count: usize, now: DateTime<Utc>) -> Vec<DemoServer> {
    let names = ROLES.into_iter().flat_map(|(role, count)| {
        (1..=count).map(move |number| (role, format!("{role}-{number:04}")))
    });
    (0_u16..)
        .zip(names)
        .take(count)
        .map(|(place, (role, name))| server(project, place, role, name, now))
        .collect()
}

fn server(project: &str, place: u16, role: &str, name: String, now: DateTime<Utc>) -> DemoServer {
    let instance_id = identifier(&[project, &name]);
    let is_off = place % 23 == 22;
    let made = now - TimeDelta::hours(24 * 7 + 2 * i64::from(place));
    let started = now - TimeDelta::hours(30 + i64::from(place % 96));
    let disks: &[u32] = if role == "db" { &[40, 400] } else { &[40] };
    DemoServer {
        volumes: volumes(&instance_id, &name, disks),
        instance_id,
        name,
        status: if is_off { "SHUTOFF" } else { "ACTIVE" },
        region: REGIONS[usize::from(place) % REGIONS.len()],
        ip_addresses: addresses(place),
        os_image: if place % 5 < 3 { UBUNTU } else { DEBIAN },
        created: made,
        expired: now + TimeDelta::days(9 + i64::from(place % 350)),
        powered_on_at: Some(started),
        powered_off_at: is_off.then(|| started + TimeDelta::hours(20)),
    }
}

/// One private address each, and a public one for every third.
fn addresses(place: u16) -> Vec<String> {
    let [_, network] = (place / HOSTS_OF_A_NETWORK).to_be_bytes();
    let [_, host] = (place % HOSTS_OF_A_NETWORK + 1).to_be_bytes();
    let private = Ipv4Addr::new(10, 20, network, host).to_string();
    let public = Ipv6Addr::new(0x2001, 0xdb8, 0xf1ee, 0, 0, 0, 0, place + 1);
    match place % 3 {
        0 => vec![private, public.to_string()],
        _ => vec![private],
    }
}
