//! From a line in a list to a whole server.

use std::net::{Ipv4Addr, Ipv6Addr};

use chrono::{DateTime, TimeDelta, Utc};

use super::{DemoProject, DemoServer, DemoVolume, identifier};

pub(super) const HANOI: &str = "HN-01";
pub(super) const HO_CHI_MINH_CITY: &str = "HCM-01";
pub(super) const DA_NANG: &str = "DN-01";
pub(super) const PHNOM_PENH: &str = "PNH-01";
/// Every region.
pub(super) const REGIONS: [&str; 4] = [HANOI, HO_CHI_MINH_CITY, DA_NANG, PHNOM_PENH];

/// Numbers of the images, as [`crate::compute::images`] has them.
pub(super) const DEBIAN: i64 = 1;
pub(super) const UBUNTU: i64 = 2;
pub(super) const ALMA: i64 = 3;
pub(super) const WINDOWS: i64 = 4;

/// Statuses in which a machine has no power.
const OFF: [&str; 7] = [
    "SHUTOFF",
    "SUSPENDED",
    "SHELVED",
    "SHELVED_OFFLOADED",
    "SOFT_DELETED",
    "DELETED",
    "ERROR",
];

/// Which addresses a server has.
#[derive(Clone, Copy, Debug)]
pub(super) enum Network {
    /// None at all.
    Unconnected,
    /// One, IPv4.
    Single,
    /// One, IPv6.
    Modern,
    /// One of each.
    Dual,
    /// Five: a gateway's.
    Five,
}

/// What is chosen of a server; the rest follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan<'a> {
    pub(super) name: &'a str,
    pub(super) status: &'static str,
    pub(super) region: &'static str,
    pub(super) image: i64,
    pub(super) network: Network,
    /// Sizes of its volumes in GiB; it starts from the first.
    pub(super) disks: &'static [u32],
    /// In how many hours it expires; negative is in the past.
    pub(super) expires_in: i64,
}

impl<'a> Plan<'a> {
    /// An ordinary server, a year ahead of its end.
    pub(super) const fn of(name: &'a str, region: &'static str) -> Self {
        Self {
            name,
            status: "ACTIVE",
            region,
            image: UBUNTU,
            network: Network::Single,
            disks: &[40],
            expires_in: 365 * 24,
        }
    }
}

/// A project that can be signed in to, with its servers from the newest to the oldest.
pub(super) fn project(
    id: &str,
    user_name: &str,
    prefix: [u8; 3],
    plans: &[Plan<'_>],
    now: DateTime<Utc>,
) -> DemoProject {
    let servers = (0_u8..)
        .zip(plans)
        .map(|(place, plan)| server(id, prefix, place, plan, now))
        .collect();
    DemoProject {
        id: id.to_owned(),
        user_name: user_name.to_owned(),
        is_available: true,
        servers,
    }
}

/// The server at a place in the list of its project.
fn server(
    project: &str,
    prefix: [u8; 3],
    place: u8,
    plan: &Plan<'_>,
    now: DateTime<Utc>,
) -> DemoServer {
    let instance_id = identifier(&[project, plan.name]);
    let was_built = plan.status != "BUILD";
    let started = now - TimeDelta::hours(30 + 2 * i64::from(place));
    DemoServer {
        volumes: volumes(&instance_id, plan.name, plan.disks),
        instance_id,
        name: plan.name.to_owned(),
        status: plan.status,
        region: plan.region,
        ip_addresses: addresses(plan.network, prefix, place.saturating_add(10)),
        os_image: plan.image,
        created: now - TimeDelta::days(4 + 9 * i64::from(place)),
        expired: now + TimeDelta::hours(plan.expires_in),
        powered_on_at: was_built.then_some(started),
        powered_off_at: OFF
            .contains(&plan.status)
            .then(|| started + TimeDelta::hours(20)),
    }
}

/// The volumes of a server, from their sizes in GiB.
pub(super) fn volumes(instance_id: &str, server_name: &str, sizes: &[u32]) -> Vec<DemoVolume> {
    sizes
        .iter()
        .enumerate()
        .map(|(number, size)| {
            let role = match number {
                0 => "boot".to_owned(),
                _ => format!("data-{number}"),
            };
            DemoVolume {
                id: identifier(&[instance_id, &role]),
                name: format!("{server_name}-{role}"),
                size: *size,
                is_bootable: number == 0,
            }
        })
        .collect()
}

fn addresses(network: Network, [a, b, c]: [u8; 3], host: u8) -> Vec<String> {
    let version_4 = Ipv4Addr::new(a, b, c, host).to_string();
    let version_6 = Ipv6Addr::new(0x2001, 0xdb8, 0x365, c.into(), 0, 0, 0, host.into()).to_string();
    match network {
        Network::Unconnected => Vec::new(),
        Network::Single => vec![version_4],
        Network::Modern => vec![version_6],
        Network::Dual => vec![version_4, version_6],
        Network::Five => vec![
            version_4,
            version_6,
            Ipv4Addr::new(198, 51, 100, host).to_string(),
            Ipv4Addr::new(192, 0, 2, host).to_string(),
            Ipv4Addr::new(10, 0, c, host).to_string(),
        ],
    }
}
