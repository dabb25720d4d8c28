//! What distinguishes one Linux from another on its console.

use crate::compute::images::{Family, Image};

/// A Linux, in the words in which it introduces itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distribution {
    /// Full name, as `/etc/os-release` has it.
    pub(super) pretty_name: &'static str,
    /// As `uname -r` prints it.
    pub(super) kernel: &'static str,
    /// Who built the kernel, with what, and when, as `/proc/version` has it.
    pub(super) kernel_build: &'static str,
    /// What the kernel is told to mount.
    pub(super) root: &'static str,
    /// File system of the disk.
    pub(super) file_system: FileSystem,
    /// As `systemctl --version` prints it.
    pub(super) systemd: &'static str,
    /// As `cloud-init --version` prints it.
    pub(super) cloud_init: &'static str,
    /// What the secure shell's unit is called.
    pub(super) secure_shell: &'static str,
    /// What looks for newer packages.
    pub(super) package_timer: &'static str,
    /// What confines programs.
    pub(super) confinement: &'static str,
}

/// A file system, as its kernel module is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileSystem {
    /// Debian's and Ubuntu's.
    Ext4,
    /// Red Hat's.
    Xfs,
}

const DEBIAN: Distribution = Distribution {
    pretty_name: "Debian GNU/Linux 12 (bookworm)",
    kernel: "6.1.0-28-cloud-amd64",
    kernel_build: "(debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) \
                   2.40) #1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)",
    root: "PARTUUID=5f1c8d8e-0c4b-4b52-9a6d-3d0a7f7b8c11",
    file_system: FileSystem::Ext4,
    systemd: "252.31-1~deb12u1",
    cloud_init: "22.4.2",
    secure_shell: "ssh.service - OpenBSD Secure Shell server",
    package_timer: "apt-daily.timer - Daily apt download activities",
    confinement: "AppArmor",
};

const UBUNTU: Distribution = Distribution {
    pretty_name: "Ubuntu 24.04.1 LTS",
    kernel: "6.8.0-51-generic",
    kernel_build: "(buildd@lcy02-amd64-047) (x86_64-linux-gnu-gcc-13 (Ubuntu 13.3.0-6ubuntu2~24.04) 13.3.0, GNU ld (GNU \
                   Binutils for Ubuntu) 2.42) #52-Ubuntu SMP PREEMPT_DYNAMIC Thu Dec  5 13:09:44 UTC 2024",
    root: "LABEL=cloudimg-rootfs",
    file_system: FileSystem::Ext4,
    systemd: "255.4-1ubuntu8.4",
    cloud_init: "24.4-0ubuntu1~24.04.2",
    secure_shell: "ssh.service - OpenBSD Secure Shell server",
    package_timer: "apt-daily.timer - Daily apt download activities",
    confinement: "AppArmor",
};

const ALMA: Distribution = Distribution {
    pretty_name: "AlmaLinux 9.5 (Teal Serval)",
    kernel: "5.14.0-503.14.1.el9_5.x86_64",
    kernel_build: "(mockbuild@x64-builder02.almalinux.org) (gcc (GCC) 11.5.0 20240719 (Red Hat 11.5.0-2), GNU ld version \
                   2.35.2-54.el9) #1 SMP PREEMPT_DYNAMIC Fri Nov 15 07:04:56 EST 2024",
    root: "UUID=0a6d9a52-8d8f-4c1c-8a0e-51d5b0f6c3d4",
    file_system: FileSystem::Xfs,
    systemd: "252-46.el9_5.2.alma.1",
    cloud_init: "23.4-19.el9.alma.1",
    secure_shell: "sshd.service - OpenSSH server daemon",
    package_timer: "dnf-makecache.timer - dnf makecache --timer",
    confinement: "SELinux",
};

impl Distribution {
    /// The Linux of an image; `None` if it is no Linux. One without words of its own speaks as Debian does.
    pub(super) fn of(image: Image) -> Option<Self> {
        if image.family != Family::Linux {
            return None;
        }
        let has_name = |name: &str| image.name.starts_with(name);
        Some(if has_name("Ubuntu") {
            UBUNTU
        } else if has_name("AlmaLinux") {
            ALMA
        } else {
            DEBIAN
        })
    }

    /// The name without what stands in brackets behind it, as the login prompt shows it.
    pub(super) fn short_name(&self) -> &'static str {
        self.pretty_name
            .split_once(" (")
            .map_or(self.pretty_name, |(name, _)| name)
    }
}
