//! What a Windows writes on its serial line: its Special Administration Console, and no more.

use super::machine::host_name;
use super::random::Random;
use super::schedule::{Entry, Line, plain, spread};
use super::{BOOT, BootSubject, microseconds};

/// Every line from the firmware to the console's prompt.
pub(super) fn entries(subject: &BootSubject<'_>) -> Vec<Entry> {
    let mut random = Random::from_words(&["pace of the boot", subject.instance_id]);
    let lines = vec![
        plain("SeaBIOS (version 1.16.2-debian-1.16.2-1)"),
        plain(format!("Machine UUID {}", subject.instance_id)),
        plain("Booting from Hard Disk..."),
        plain(""),
        plain(format!("{} is booting.", subject.image.name)),
        plain(""),
        plain("Computer is booting, SAC started and initialized."),
        plain(""),
        plain("Use the \"ch -?\" command for information about using channels."),
        plain("Use the \"?\" command for general help."),
        plain(""),
        plain("SAC>"),
        plain("EVENT:   The CMD command is now available."),
        plain(format!(
            "cloudbase-init: setting the host name to {}",
            host_name(subject)
        )),
        plain("cloudbase-init: plugin 'NetworkConfigPlugin' executed"),
        plain("cloudbase-init: plugin 'SetUserPasswordPlugin' executed"),
        plain("cloudbase-init: plugin 'ExtendVolumesPlugin' executed"),
        plain("cloudbase-init: plugins execution done"),
        Line::Open("SAC>".to_owned()),
    ];
    spread(lines, 0, microseconds(BOOT), &mut random)
}
