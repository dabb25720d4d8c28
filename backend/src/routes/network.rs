//! The network of a simulated server: everything follows from its identifier, its region and its addresses.

use std::net::IpAddr;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::storage::servers::Server;
use crate::token::hexadecimal;

/// A network card with its address.
#[derive(Debug, Serialize)]
pub struct Port {
    fixed_ips: [FixedAddress; 1],
    mac_address: String,
    is_public: bool,
    port_id: String,
}

#[derive(Debug, Serialize)]
struct FixedAddress {
    subnet_id: String,
    ip_address: String,
}

/// The ports of a server, one for each address.
pub fn ports(server: &Server) -> Vec<Port> {
    server
        .addresses
        .iter()
        .map(|address| port(server, address))
        .collect()
}

fn port(server: &Server, address: &str) -> Port {
    let family = if address.contains(':') {
        "IPv6"
    } else {
        "IPv4"
    };
    let own = Sha256::digest(format!("port {} {address}", server.id));
    let subnet = Sha256::digest(format!("subnet {} {family}", server.region));
    let card: Vec<String> = own[16..19]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Port {
        fixed_ips: [FixedAddress {
            subnet_id: uuid(&subnet),
            ip_address: address.to_owned(),
        }],
        // OpenStack's own prefix.
        mac_address: format!("fa:16:3e:{}", card.join(":")),
        is_public: is_public(address),
        port_id: uuid(&own),
    }
}

/// The first 16 bytes of a digest in the form of a UUID.
fn uuid(digest: &[u8]) -> String {
    let digits = hexadecimal(digest);
    [
        &digits[..8],
        &digits[8..12],
        &digits[12..16],
        &digits[16..20],
        &digits[20..32],
    ]
    .join("-")
}

/// Whether an address is reached from everywhere; the documentation's own ranges stand for such addresses here.
fn is_public(address: &str) -> bool {
    match address.parse() {
        Ok(IpAddr::V4(address)) => !address.is_private() && !address.is_loopback(),
        Ok(IpAddr::V6(address)) => {
            !address.is_unique_local() && !address.is_unicast_link_local() && !address.is_loopback()
        }
        Err(_) => false,
    }
}
