//! What cloud-init prints: the network it found, the machine's keys, and at last the login prompt.

use chrono::TimeDelta;

use super::machine::Machine;
use super::schedule::{Line, plain};

/// In which a base64 digest is written.
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Every line from cloud-init's first stage to the prompt.
pub(super) fn lines(machine: &Machine<'_>) -> Vec<Line> {
    let mut lines = vec![stage(machine, "init", 8_310)];
    lines.extend(addresses(machine));
    lines.push(stage(machine, "modules:config", 9_620));
    lines.extend(host_keys(machine));
    lines.push(stage(machine, "modules:final", 11_240));
    lines.push(finished(machine, 11_870));
    lines.extend(prompt(machine));
    lines
}

/// A stage begins, `uptime` milliseconds after the machine was switched on.
fn stage(machine: &Machine<'_>, stage: &str, uptime: i64) -> Line {
    plain(format!(
        "Cloud-init v. {} running '{stage}' at {}",
        machine.distribution.cloud_init,
        moment(machine, uptime)
    ))
}

fn finished(machine: &Machine<'_>, uptime: i64) -> Line {
    plain(format!(
        "Cloud-init v. {} finished at {} Datasource DataSourceOpenStackLocal [net,ver=2].",
        machine.distribution.cloud_init,
        moment(machine, uptime)
    ))
}

fn moment(machine: &Machine<'_>, uptime: i64) -> String {
    let time = machine.booted_at + TimeDelta::milliseconds(uptime);
    format!(
        "{}. Up {}.{:02} seconds.",
        time.format("%a, %d %b %Y %H:%M:%S +0000"),
        uptime / 1000,
        uptime % 1000 / 10
    )
}

/// The table of the network cards, as wide as its widest cell.
fn addresses(machine: &Machine<'_>) -> Vec<Line> {
    let heading = ["Device", "Up", "Address", "Scope", "Hw-Address"].map(str::to_owned);
    let mut rows = vec![heading];
    rows.extend(machine.addresses.iter().map(|address| {
        let cells = ["ens3", "True", address, "global", &machine.mac_address];
        cells.map(str::to_owned)
    }));
    rows.push(["lo", "True", "127.0.0.1", "host", "."].map(str::to_owned));

    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(String::len).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3), width(4)];
    let rule = format!("+{}+", widths.map(|width| "-".repeat(width + 2)).join("+"));
    let title = format!("{:+^length$}", "Net device info", length = rule.len());

    let mut lines = vec![information(&title), information(&rule)];
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:^width$}"))
            .collect();
        lines.push(information(&format!("| {} |", cells.join(" | "))));
        if number == 0 {
            lines.push(information(&rule));
        }
    }
    lines.push(information(&rule));
    lines
}

fn information(text: &str) -> Line {
    plain(format!("ci-info: {text}"))
}

fn host_keys(machine: &Machine<'_>) -> Vec<Line> {
    let mut random = machine.own_random_for("host keys");
    let mut lines = vec![
        plain("<14>cloud-init: #############################################################"),
        plain("<14>cloud-init: -----BEGIN SSH HOST KEY FINGERPRINTS-----"),
    ];
    for (bits, kind) in [(256, "ECDSA"), (256, "ED25519"), (3072, "RSA")] {
        let fingerprint = random.text(43, BASE64);
        lines.push(plain(format!(
            "<14>cloud-init: {bits} SHA256:{fingerprint} root@{} ({kind})",
            machine.host_name
        )));
    }
    lines.push(plain(
        "<14>cloud-init: -----END SSH HOST KEY FINGERPRINTS-----",
    ));
    lines.push(plain(
        "<14>cloud-init: #############################################################",
    ));
    lines
}

fn prompt(machine: &Machine<'_>) -> [Line; 4] {
    [
        plain(""),
        plain(format!(
            "{} {} ttyS0",
            machine.distribution.short_name(),
            machine.host_name
        )),
        plain(""),
        Line::Open(format!("{} login: ", machine.host_name)),
    ]
}
