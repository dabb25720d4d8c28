//! Machines that are only pretended: they take their time, and their state outlives the process.

use chrono::{DateTime, TimeDelta, Utc};

use super::action::Action;
use super::boot_log::{BOOT, BootSubject, Progress, SHUTDOWN, boot_log};
use super::images::{self, Family};
use super::status::{ACTIVE, PASSWORD, REBOOT, REBUILD, SHUTOFF};
use super::{Answer, Compute, ComputeError};
use crate::clock::Clock;
use crate::conventions::BOOT_LOG_BYTES;
use crate::storage::servers::{self, Server, Task};
use crate::storage::{Database, StorageError, times};

/// How long each piece of work takes at a time scale of one; starting and stopping take as long as their log.
const REBOOTING: TimeDelta = TimeDelta::seconds(15);
const RENAMING: TimeDelta = TimeDelta::seconds(2);
const SETTING_PASSWORD: TimeDelta = TimeDelta::seconds(4);
/// A Linux rebuild takes 2 to 3 minutes, a Windows one 8 to 10 (contract, Servers).
const REBUILDING_LINUX: TimeDelta = TimeDelta::seconds(150);
const REBUILDING_WINDOWS: TimeDelta = TimeDelta::seconds(540);

/// Runs no machine, but behaves as if.
#[derive(Debug)]
pub struct Simulator {
    database: Database,
    clock: Clock,
    time_scale: f64,
}

impl Simulator {
    /// Machines kept in `database` that work `time_scale` times as fast as real ones.
    pub fn new(database: Database, clock: Clock, time_scale: f64) -> Self {
        Self {
            database,
            clock,
            time_scale,
        }
    }
}

impl Compute for Simulator {
    fn refresh(&self) -> Answer<'_, ()> {
        Box::pin(async move {
            let now = self.clock.now();
            let is_any_due = self
                .database
                .read(move |connection| {
                    servers::is_any_due(connection, now).map_err(ComputeError::from)
                })
                .await?;
            if !is_any_due {
                return Ok(());
            }
            let finished = self
                .database
                .write(move |transaction| {
                    servers::finish_due(transaction, now).map_err(ComputeError::from)
                })
                .await;
            match finished {
                // What is kept can still be shown. The work stays due, and ends once there is room.
                Err(ComputeError::Storage(StorageError::Full(_))) => Ok(()),
                finished => finished,
            }
        })
    }

    fn perform(&self, server_id: String, action: Action) -> Answer<'_, ()> {
        let (now, scale) = (self.clock.now(), self.time_scale);
        Box::pin(self.database.write(move |transaction| {
            servers::finish_due(transaction, now)?;
            let server =
                servers::find(transaction, &server_id)?.ok_or(ComputeError::NoSuchServer)?;
            allow(&action, &server)?;
            let task = plan(action, now, scale)?;
            servers::begin(transaction, &server_id, &task)?;
            Ok(())
        }))
    }

    fn boot_log(&self, server_id: String) -> Answer<'_, String> {
        let (now, scale) = (self.clock.now(), self.time_scale);
        Box::pin(async move {
            let server = self
                .database
                .read(move |connection| {
                    servers::find(connection, &server_id).map_err(ComputeError::from)
                })
                .await?
                .ok_or(ComputeError::NoSuchServer)?;
            Ok(written_by(&server, now, scale))
        })
    }
}

/// Fails if a server is busy, or in a status that the action does not fit.
fn allow(action: &Action, server: &Server) -> Result<(), ComputeError> {
    if let Some(task) = &server.task {
        let sentence = format!("This server is busy ({task}). Try again when that is done.");
        return Err(ComputeError::Refused(sentence));
    }
    if !action.fits(&server.status) {
        let sentence = format!(
            "Cannot {} a server whose status is {}.",
            action.verb(),
            server.status
        );
        return Err(ComputeError::Refused(sentence));
    }
    Ok(())
}

/// The work that an action means.
fn plan(action: Action, now: DateTime<Utc>, scale: f64) -> Result<Task, ComputeError> {
    let in_scale = |duration| times::after(now, scaled_down(duration, scale));
    let idle = |word, duration| Task {
        word,
        ends_at: in_scale(duration),
        status_meanwhile: None,
        status_afterwards: None,
        new_name: None,
        new_image: None,
        powers_on_at: None,
        powers_off_at: None,
    };
    Ok(match action {
        Action::Start => Task {
            status_afterwards: Some(ACTIVE),
            powers_on_at: Some(now),
            ..idle("powering-on", BOOT)
        },
        Action::Stop => Task {
            status_afterwards: Some(SHUTOFF),
            powers_off_at: Some(in_scale(SHUTDOWN)),
            ..idle("powering-off", SHUTDOWN)
        },
        Action::Reboot => Task {
            status_meanwhile: Some(REBOOT),
            status_afterwards: Some(ACTIVE),
            powers_on_at: Some(in_scale(REBOOTING - BOOT)),
            ..idle("rebooting", REBOOTING)
        },
        Action::Rename { name } => Task {
            new_name: Some(name),
            ..idle("renaming", RENAMING)
        },
        Action::Rebuild { os_image } => {
            let duration = rebuilding(os_image)?;
            Task {
                status_meanwhile: Some(REBUILD),
                status_afterwards: Some(ACTIVE),
                new_image: Some(os_image),
                powers_on_at: Some(in_scale(duration - BOOT)),
                ..idle("rebuilding", duration)
            }
        }
        Action::ChangePassword { .. } => Task {
            status_meanwhile: Some(PASSWORD),
            status_afterwards: Some(ACTIVE),
            ..idle("updating-password", SETTING_PASSWORD)
        },
    })
}

fn rebuilding(os_image: i64) -> Result<TimeDelta, ComputeError> {
    let image = images::find(os_image).ok_or(ComputeError::NoSuchImage)?;
    Ok(match image.family {
        Family::Linux => REBUILDING_LINUX,
        Family::Windows => REBUILDING_WINDOWS,
    })
}

/// How long something takes on machines that are `scale` times as fast; at least a millisecond.
fn scaled_down(duration: TimeDelta, scale: f64) -> TimeDelta {
    scaled(duration, 1.0 / scale).max(TimeDelta::milliseconds(1))
}

/// `duration` times `factor`, to the millisecond. A number too large for milliseconds becomes the largest.
fn scaled(duration: TimeDelta, factor: f64) -> TimeDelta {
    let milliseconds = duration.num_milliseconds() as f64 * factor;
    TimeDelta::try_milliseconds(milliseconds as i64).unwrap_or(TimeDelta::MAX)
}

/// What a machine has written since it was switched on, until now or until it was switched off.
fn written_by(server: &Server, now: DateTime<Utc>, scale: f64) -> String {
    let Some(powered_on_at) = server.powered_on_at else {
        return String::new();
    };
    let Some(image) = images::find(server.os_image).filter(|_| powered_on_at <= now) else {
        return String::new();
    };
    let subject = BootSubject {
        instance_id: &server.id,
        name: &server.name,
        image,
        addresses: &server.addresses,
        booted_at: powered_on_at,
    };
    let since_power_on = |time| scaled(time - powered_on_at, scale);
    let progress = Progress {
        elapsed: since_power_on(now),
        off_after: server.powered_off_at.map(since_power_on),
    };
    boot_log(&subject, progress, BOOT_LOG_BYTES)
}
