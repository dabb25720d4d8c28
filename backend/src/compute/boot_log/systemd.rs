//! What systemd prints while it starts the services of a machine, in its colours.

use super::machine::Machine;
use super::schedule::{Line, plain, stamped};

/// A unit was started.
pub(super) const OK: &str = "[\x1b[0;32m  OK  \x1b[0m]";
/// A unit could not be started.
const FAILED: &str = "[\x1b[0;1;31mFAILED\x1b[0m]";
/// A unit was not started, for want of another.
const DEPEND: &str = "[\x1b[0;1;33mDEPEND\x1b[0m]";

/// What is started on every machine before the network, in the order of a real boot.
const BASE_UNITS: [(&str, &str); 26] = [
    (
        "Created slice",
        "system-modprobe.slice - Slice /system/modprobe",
    ),
    (
        "Created slice",
        "system-serial\\x2dgetty.slice - Slice /system/serial-getty",
    ),
    ("Created slice", "user.slice - User and Session Slice"),
    (
        "Started",
        "systemd-ask-password-wall.path - Forward Password Requests to Wall Directory Watch",
    ),
    (
        "Reached target",
        "cryptsetup.target - Local Encrypted Volumes",
    ),
    ("Reached target", "paths.target - Path Units"),
    ("Reached target", "slices.target - Slice Units"),
    ("Reached target", "swap.target - Swaps"),
    (
        "Listening on",
        "systemd-initctl.socket - initctl Compatibility Named Pipe",
    ),
    (
        "Listening on",
        "systemd-journald-dev-log.socket - Journal Socket (/dev/log)",
    ),
    ("Listening on", "systemd-journald.socket - Journal Socket"),
    (
        "Listening on",
        "systemd-udevd-control.socket - udev Control Socket",
    ),
    (
        "Listening on",
        "systemd-udevd-kernel.socket - udev Kernel Socket",
    ),
    ("Mounted", "dev-hugepages.mount - Huge Pages File System"),
    (
        "Mounted",
        "dev-mqueue.mount - POSIX Message Queue File System",
    ),
    (
        "Mounted",
        "sys-kernel-debug.mount - Kernel Debug File System",
    ),
    (
        "Finished",
        "keyboard-setup.service - Set the console keyboard layout",
    ),
    (
        "Finished",
        "kmod-static-nodes.service - Create List of Static Device Nodes",
    ),
    (
        "Finished",
        "systemd-modules-load.service - Load Kernel Modules",
    ),
    (
        "Finished",
        "systemd-remount-fs.service - Remount Root and Kernel File Systems",
    ),
    (
        "Finished",
        "systemd-random-seed.service - Load/Save OS Random Seed",
    ),
    (
        "Finished",
        "systemd-sysctl.service - Apply Kernel Variables",
    ),
    ("Started", "systemd-journald.service - Journal Service"),
    (
        "Started",
        "systemd-udevd.service - Rule-based Manager for Device Events and Files",
    ),
    (
        "Reached target",
        "local-fs-pre.target - Preparation for Local File Systems",
    ),
    ("Reached target", "local-fs.target - Local File Systems"),
];

/// What is started once the network is there.
const NETWORK_UNITS: [(&str, &str); 12] = [
    (
        "Finished",
        "systemd-tmpfiles-setup.service - Create Volatile Files and Directories",
    ),
    (
        "Started",
        "systemd-timesyncd.service - Network Time Synchronization",
    ),
    ("Reached target", "time-set.target - System Time Set"),
    (
        "Finished",
        "systemd-update-utmp.service - Record System Boot/Shutdown in UTMP",
    ),
    ("Reached target", "sysinit.target - System Initialization"),
    (
        "Started",
        "systemd-tmpfiles-clean.timer - Daily Cleanup of Temporary Directories",
    ),
    ("Reached target", "timers.target - Timer Units"),
    (
        "Listening on",
        "dbus.socket - D-Bus System Message Bus Socket",
    ),
    ("Reached target", "sockets.target - Socket Units"),
    ("Reached target", "basic.target - Basic System"),
    ("Started", "dbus.service - D-Bus System Message Bus"),
    ("Reached target", "network.target - Network"),
];

/// Every line from the first unit to the last.
pub(super) fn lines(machine: &Machine<'_>) -> Vec<Line> {
    let welcome = format!(
        "Welcome to \x1b[1m{}\x1b[0m!",
        machine.distribution.pretty_name
    );
    let mut lines = vec![plain(""), plain(welcome), plain("")];
    lines.extend(BASE_UNITS.map(|(did, unit)| ok(did, unit)));
    lines.push(stamped(
        "systemd-journald[267]: Received client request to flush runtime journal.",
    ));
    lines.extend(NETWORK_UNITS.map(|(did, unit)| ok(did, unit)));
    lines.push(stamped(
        "IPv6: ADDRCONF(NETDEV_CHANGE): ens3: link becomes ready",
    ));
    lines.extend(troubles(machine));
    lines.extend(services(machine));
    lines
}

fn services(machine: &Machine<'_>) -> Vec<Line> {
    let distribution = &machine.distribution;
    let started = |unit| ok("Started", unit);
    vec![
        started(distribution.package_timer),
        starting("systemd-logind.service - User Login Management"),
        starting(distribution.secure_shell),
        started("cron.service - Regular background program processing daemon"),
        started("qemu-guest-agent.service - QEMU Guest Agent"),
        started("unattended-upgrades.service - Unattended Upgrades Shutdown"),
        started("systemd-logind.service - User Login Management"),
        started(distribution.secure_shell),
        started("getty@tty1.service - Getty on tty1"),
        started("serial-getty@ttyS0.service - Serial Getty on ttyS0"),
        ok("Reached target", "getty.target - Login Prompts"),
        ok("Reached target", "multi-user.target - Multi-User System"),
    ]
}

/// What goes wrong on this machine, if anything: nothing that keeps it from working.
fn troubles(machine: &Machine<'_>) -> Vec<Line> {
    let failed = |unit: &str, service: &str| {
        [
            plain(format!("{FAILED} Failed to start {}.", bold(unit))),
            plain(format!("See 'systemctl status {service}' for details.")),
        ]
    };
    match machine.own_random_for("troubles").between(0, 3) {
        0 => failed(
            "fwupd-refresh.service - Refresh fwupd metadata and update motd",
            "fwupd-refresh.service",
        )
        .to_vec(),
        1 => failed("nfs-client.service - NFS Client", "nfs-client.service")
            .into_iter()
            .chain([plain(format!(
                "{DEPEND} Dependency failed for {}.",
                bold("remote-fs.target - Remote File Systems")
            ))])
            .collect(),
        2 => vec![
            stamped("virtio_balloon virtio3: Out of puff! Can't get 256 pages"),
            plain(format!(
                "{DEPEND} Dependency failed for {}.",
                bold("zramswap.service - Compressed Swap in Memory")
            )),
        ],
        _ => Vec::new(),
    }
}

fn ok(did: &str, unit: &str) -> Line {
    plain(format!("{OK} {did} {}.", bold(unit)))
}

fn starting(unit: &str) -> Line {
    plain(format!("         Starting {}...", bold(unit)))
}

/// A unit as systemd writes it: its name stands out.
pub(super) fn bold(unit: &str) -> String {
    match unit.split_once(" - ") {
        Some((name, description)) => format!("\x1b[0;1;39m{name}\x1b[0m - {description}"),
        None => format!("\x1b[0;1;39m{unit}\x1b[0m"),
    }
}
