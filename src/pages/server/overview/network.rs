//! What a server's addresses mean to a person.

use std::net::IpAddr;

use crate::api::vendor::Port;

/// The addresses of a server, each once: those of the server itself, then those that only its network cards tell.
pub(super) fn all_addresses(of_server: &[String], ports: &[Port]) -> Vec<String> {
    let of_ports = ports.iter().flat_map(|port| &port.fixed_ips);
    let told = of_server.iter().chain(of_ports.map(|ip| &ip.ip_address));
    let mut addresses: Vec<String> = Vec::new();
    for address in told {
        if !addresses.contains(address) {
            addresses.push(address.clone());
        }
    }
    addresses
}

/// The network card that bears an address.
pub(super) fn port_of<'a>(address: &str, ports: &'a [Port]) -> Option<&'a Port> {
    let bears = |port: &&Port| port.fixed_ips.iter().any(|ip| ip.ip_address == address);
    ports.iter().find(bears)
}

/// The command that signs in to a Linux server at an address; none for what is no address, which a shell could take
/// for something else.
pub(super) fn ssh_command(address: &str) -> Option<String> {
    let address: IpAddr = address.parse().ok()?;
    Some(["ssh root@", &address.to_string()].concat())
}

/// Whether the service's own text about the addresses says more than the list of them: it names one that is not in the
/// list, or none that is.
pub(super) fn tells_more(text: &str, listed: &[String]) -> bool {
    let listed: Vec<IpAddr> = listed
        .iter()
        .filter_map(|address| address.parse().ok())
        .collect();
    let mut named = text
        .split(|character: char| !(character.is_ascii_hexdigit() || ".:".contains(character)))
        .filter_map(|piece| piece.parse::<IpAddr>().ok())
        .peekable();
    let names_none = named.peek().is_none();
    !text.trim().is_empty() && (names_none || named.any(|address| !listed.contains(&address)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::vendor::FixedIp;

    fn port(addresses: &[&str]) -> Port {
        let fixed_ip = |address: &&str| FixedIp {
            subnet_id: String::new(),
            ip_address: (*address).to_owned(),
        };
        Port {
            port_id: String::new(),
            mac_address: String::new(),
            is_public: true,
            fixed_ips: addresses.iter().map(fixed_ip).collect(),
        }
    }

    fn list(addresses: &[&str]) -> Vec<String> {
        addresses
            .iter()
            .map(|address| (*address).to_owned())
            .collect()
    }

    #[test]
    fn every_address_is_told_once() {
        let ports = [
            port(&["10.0.0.1", "192.0.2.1"]),
            port(&["10.0.0.2", "10.0.0.1"]),
        ];
        assert_eq!(
            all_addresses(&list(&["192.0.2.1", "192.0.2.1"]), &ports),
            ["192.0.2.1", "10.0.0.1", "10.0.0.2"]
        );
        assert_eq!(port_of("10.0.0.2", &ports), Some(&ports[1]));
        assert_eq!(port_of("10.0.0.3", &ports), None);
    }

    #[test]
    fn only_an_address_becomes_a_command() {
        assert_eq!(
            ssh_command("192.0.2.1").as_deref(),
            Some("ssh root@192.0.2.1")
        );
        assert_eq!(
            ssh_command("2001:db8::1").as_deref(),
            Some("ssh root@2001:db8::1")
        );
        for other in [
            "",
            "192.0.2.1; reboot",
            "-oProxyCommand=x",
            "$(reboot)",
            "192.0.2.1/24",
        ] {
            assert_eq!(ssh_command(other), None, "{other}");
        }
    }

    #[test]
    fn a_text_is_shown_for_what_the_list_lacks() {
        let listed = list(&["192.0.2.1", "2001:db8::1"]);
        assert!(!tells_more("public=192.0.2.1, 2001:db8::1", &listed));
        assert!(!tells_more(
            "{'net': [{'version': 4, 'addr': '192.0.2.1'}]}",
            &listed
        ));
        assert!(!tells_more(" ", &listed));
        assert!(tells_more("public=192.0.2.1, 192.0.2.2", &listed));
        assert!(tells_more("behind the gateway", &listed));
        assert!(tells_more("192.0.2.1", &[]));
    }

    proptest::proptest! {
        #[test]
        fn no_address_breaks_out_of_its_command(address in "\\PC*") {
            if let Some(command) = ssh_command(&address) {
                let rest = command.strip_prefix("ssh root@").unwrap();
                proptest::prop_assert!(rest.chars().all(|it| it.is_ascii_hexdigit() || ".:".contains(it)));
            }
        }

        #[test]
        fn no_text_breaks_it(text in "\\PC*", listed in proptest::collection::vec("\\PC*", 0..4)) {
            tells_more(&text, &listed);
        }
    }
}
