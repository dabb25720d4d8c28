//! What a machine writes now and then for as long as it runs.

use super::machine::Machine;
use super::random::Random;
use super::schedule::{Entry, append, stamped};
use super::{BOOT, microseconds};

/// Something happens once in this time, in microseconds.
const PERIOD: i64 = 15 * 60 * 1_000_000;
/// The fewest bytes that one happening writes; what lies further back than the limit need not be made.
const FEWEST_BYTES: usize = 40;

/// Appends what has happened until this moment: at least the last `limit` bytes of it.
pub(super) fn write(log: &mut String, machine: &Machine<'_>, elapsed: i64, limit: usize) {
    let since_boot = elapsed.saturating_sub(microseconds(BOOT));
    if since_boot < 0 {
        return;
    }
    let last = since_boot / PERIOD;
    let enough = i64::try_from(limit / FEWEST_BYTES)
        .unwrap_or(i64::MAX)
        .saturating_add(2);
    for number in last.saturating_sub(enough).max(0)..=last {
        let mut random = machine.random_for(&format!("happening {number}"));
        let within = random.between(30_000_000, 870_000_000) as i64;
        let at = (microseconds(BOOT) + within).saturating_add(number * PERIOD);
        if at <= elapsed {
            for text in happening(&mut random) {
                append(log, &Entry::new(at, &stamped(text)));
            }
        }
    }
}

fn happening(random: &mut Random) -> Vec<String> {
    match random.between(0, 9) {
        0 | 1 => job("logrotate.service", "Rotate log files"),
        2 => job("man-db.service", "Daily man-db regeneration"),
        3 => job(
            "fstrim.service",
            "Discard unused blocks on filesystems from /etc/fstab",
        ),
        4 | 5 => job(
            "systemd-tmpfiles-clean.service",
            "Cleanup of Temporary Directories",
        ),
        6 => job("sysstat-collect.service", "system activity accounting tool"),
        7 => vec![format!(
            "systemd-timesyncd[{}]: Contacted time server 192.0.2.123:123 (ntp.example.net).",
            random.between(380, 460)
        )],
        8 => vec![
            "TCP: request_sock_TCP: Possible SYN flooding on port 443. Sending cookies.".to_owned(),
        ],
        _ => vec![format!(
            "sshd[{}]: Connection closed by authenticating user root 198.51.100.{} port {} [preauth]",
            random.between(1_200, 30_000),
            random.between(1, 254),
            random.between(32_768, 60_999)
        )],
    }
}

fn job(service: &str, description: &str) -> Vec<String> {
    vec![
        format!("systemd[1]: Starting {service} - {description}..."),
        format!("systemd[1]: Finished {service} - {description}."),
    ]
}
