//! What a machine writes while it shuts down.

use super::machine::Machine;
use super::schedule::{Entry, Line, plain, spread, stamped};
use super::systemd::{OK, bold};

/// What is stopped, in the order of a real shutdown.
const UNITS: [(&str, &str); 14] = [
    (
        "Removed slice",
        "system-modprobe.slice - Slice /system/modprobe",
    ),
    ("Stopped target", "multi-user.target - Multi-User System"),
    ("Stopped target", "getty.target - Login Prompts"),
    ("Stopped target", "timers.target - Timer Units"),
    (
        "Stopped",
        "cron.service - Regular background program processing daemon",
    ),
    (
        "Stopped",
        "serial-getty@ttyS0.service - Serial Getty on ttyS0",
    ),
    ("Stopped", "systemd-logind.service - User Login Management"),
    ("Stopped target", "network.target - Network"),
    ("Stopped target", "basic.target - Basic System"),
    (
        "Stopped",
        "systemd-timesyncd.service - Network Time Synchronization",
    ),
    ("Stopped target", "local-fs.target - Local File Systems"),
    ("Unmounted", "boot-efi.mount - /boot/efi"),
    ("Reached target", "umount.target - Unmount All Filesystems"),
    ("Reached target", "shutdown.target - System Shutdown"),
];

/// Every line from the request, at `start`, until the machine is off, at `end`: microseconds since it was switched on.
pub(super) fn entries(machine: &Machine<'_>, start: i64, end: i64) -> Vec<Entry> {
    let mut lines = vec![stamped(
        "qemu-ga: info: guest-shutdown called, mode: powerdown",
    )];
    lines.extend(UNITS.map(|(did, unit)| plain(format!("{OK} {did} {}.", bold(unit)))));
    lines.extend(last_words());
    spread(
        lines,
        start,
        end,
        &mut machine.random_for("pace of the shutdown"),
    )
}

fn last_words() -> [Line; 5] {
    [
        stamped("systemd-shutdown[1]: Syncing filesystems and block devices."),
        stamped("systemd-shutdown[1]: Sending SIGTERM to remaining processes..."),
        stamped("systemd-shutdown[1]: All filesystems unmounted."),
        stamped("ACPI: PM: Preparing to enter system sleep state S5"),
        stamped("reboot: Power down"),
    ]
}
