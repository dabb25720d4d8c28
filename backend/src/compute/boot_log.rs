//! What a pretended machine writes on its serial console: it boots, lives quietly, and shuts down.
//!
//! The text is a function of the machine and of the time that has passed, so nothing of it is stored, and it goes on
//! after a restart of the backend where it was. As time passes it only ever grows at its end.

mod afterwards;
mod cloud_init;
mod distribution;
mod kernel;
mod machine;
mod random;
mod schedule;
mod shutdown;
mod systemd;
mod windows;

use chrono::{DateTime, TimeDelta, Utc};

use self::distribution::Distribution;
use self::machine::Machine;
use self::schedule::{Entry, spread, write_until};
use super::images::Image;

/// What is known of the machine that boots.
#[derive(Clone, Copy, Debug)]
pub struct BootSubject<'a> {
    /// The server's identifier; what differs between two machines, such as their host keys, follows from it.
    pub instance_id: &'a str,
    /// The server's name; the host name is made of it.
    pub name: &'a str,
    /// What the machine was made of.
    pub image: Image,
    /// The server's addresses, the first one first.
    pub addresses: &'a [String],
    /// When the machine was switched on, by the wall clock.
    pub booted_at: DateTime<Utc>,
}

/// How far a machine has got, in simulated time since it was switched on.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// The time that has passed.
    pub elapsed: TimeDelta,
    /// When it is, or was, off again: it begins to shut down [`SHUTDOWN`] before.
    pub off_after: Option<TimeDelta>,
}

/// From the first line to the login prompt.
pub const BOOT: TimeDelta = TimeDelta::seconds(12);
/// From the first line of a shutdown to the last.
pub const SHUTDOWN: TimeDelta = TimeDelta::seconds(8);

/// What the machine has written so far, with ANSI colours: the last `limit` bytes of it, in whole lines.
pub fn boot_log(subject: &BootSubject<'_>, progress: Progress, limit: usize) -> String {
    let mut log = String::new();
    match Distribution::of(subject.image) {
        Some(distribution) => {
            let machine = Machine::of(subject, distribution);
            write_linux(&mut log, &machine, progress, limit);
        }
        None => {
            let elapsed = microseconds(progress.elapsed);
            write_until(&mut log, &windows::entries(subject), elapsed);
        }
    }
    last_bytes(&log, limit).to_owned()
}

fn write_linux(log: &mut String, machine: &Machine<'_>, progress: Progress, limit: usize) {
    let elapsed = microseconds(progress.elapsed);
    let off_after = progress.off_after.map_or(i64::MAX, microseconds);
    let shuts_down_after = (off_after - microseconds(SHUTDOWN)).max(0);
    let running = elapsed.min(shuts_down_after);
    write_until(log, &linux_boot(machine), running);
    afterwards::write(log, machine, running, limit);
    if elapsed >= shuts_down_after {
        let lines = shutdown::entries(machine, shuts_down_after, off_after);
        write_until(log, &lines, elapsed);
    }
}

/// The end of a log that fits into `limit` bytes, from the start of a line; from the middle of one only if that line
/// alone is too long.
pub fn last_bytes(log: &str, limit: usize) -> &str {
    let Some(surplus) = log.len().checked_sub(limit).filter(|surplus| *surplus > 0) else {
        return log;
    };
    let first_line = log.as_bytes()[surplus - 1..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map(|newline| surplus + newline)
        .filter(|start| *start < log.len());
    let start = first_line.unwrap_or_else(|| log.ceil_char_boundary(surplus));
    &log[start..]
}

fn linux_boot(machine: &Machine<'_>) -> Vec<Entry> {
    const KERNEL_DONE: i64 = 2_600_000;
    const SERVICES_DONE: i64 = 8_200_000;
    let boot_done = microseconds(BOOT);
    let mut random = machine.random_for("pace of the boot");
    let parts = [
        (kernel::lines(machine), 0, KERNEL_DONE),
        (systemd::lines(machine), KERNEL_DONE, SERVICES_DONE),
        (cloud_init::lines(machine), SERVICES_DONE, boot_done),
    ];
    parts
        .into_iter()
        .flat_map(|(lines, start, end)| spread(lines, start, end, &mut random))
        .collect()
}

/// Whole microseconds; what is too long for that becomes the longest.
fn microseconds(time: TimeDelta) -> i64 {
    time.num_microseconds().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
