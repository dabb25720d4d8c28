//! The kernel's messages, from the firmware to the root file system. After what QEMU guests print.

use super::distribution::FileSystem;
use super::machine::Machine;
use super::schedule::{Line, plain, stamped};

/// Every line until the first program runs.
pub(super) fn lines(machine: &Machine<'_>) -> Vec<Line> {
    let mut lines = firmware(machine);
    let messages = [
        processors_and_memory(machine),
        buses(machine),
        network_stack(),
        devices(machine),
        disk(machine),
    ];
    lines.extend(messages.into_iter().flatten().map(stamped));
    lines
}

fn firmware(machine: &Machine<'_>) -> Vec<Line> {
    vec![
        plain("SeaBIOS (version 1.16.2-debian-1.16.2-1)"),
        plain(format!("Machine UUID {}", machine.instance_id)),
        plain("Booting from Hard Disk..."),
        plain("GRUB loading."),
        plain("Welcome to GRUB!"),
        plain(""),
        plain(format!("  Booting `{}'", machine.distribution.pretty_name)),
        plain(""),
        plain(format!("Loading Linux {} ...", machine.distribution.kernel)),
        plain("Loading initial ramdisk ..."),
    ]
}

fn processors_and_memory(machine: &Machine<'_>) -> Vec<String> {
    let distribution = &machine.distribution;
    let command_line = format!(
        "BOOT_IMAGE=/boot/vmlinuz-{} root={} ro console=tty1 console=ttyS0,115200",
        distribution.kernel, distribution.root
    );
    let last_byte = machine.memory * 1024 * 1024 - 1;
    let available = machine.memory * 1024 - 65_380;
    vec![
        format!(
            "Linux version {} {}",
            distribution.kernel, distribution.kernel_build
        ),
        format!("Command line: {command_line}"),
        "BIOS-provided physical RAM map:".to_owned(),
        "BIOS-e820: [mem 0x0000000000000000-0x000000000009fbff] usable".to_owned(),
        "BIOS-e820: [mem 0x000000000009fc00-0x000000000009ffff] reserved".to_owned(),
        format!("BIOS-e820: [mem 0x0000000000100000-{last_byte:#018x}] usable"),
        "NX (Execute Disable) protection: active".to_owned(),
        "SMBIOS 2.8 present.".to_owned(),
        "DMI: OpenStack Foundation OpenStack Nova, BIOS 1.16.2-debian-1.16.2-1 04/01/2014"
            .to_owned(),
        "Hypervisor detected: KVM".to_owned(),
        "kvm-clock: Using msrs 4b564d01 and 4b564d00".to_owned(),
        format!(
            "tsc: Detected {}.{:03} MHz processor",
            machine.frequency / 1000,
            machine.frequency % 1000
        ),
        format!(
            "last_pfn = {:#x} max_arch_pfn = 0x400000000",
            last_byte >> 12
        ),
        "ACPI: Early table checksum verification disabled".to_owned(),
        "ACPI: RSDP 0x00000000000F5A40 000014 (v00 BOCHS )".to_owned(),
        format!(
            "smpboot: Allowing {} CPUs, 0 hotplug CPUs",
            machine.processors
        ),
        format!("Kernel command line: {command_line}"),
        "Dentry cache hash table entries: 262144 (order: 9, 2097152 bytes, linear)".to_owned(),
        format!("Memory: {available}K/{}K available", machine.memory * 1024),
        format!(
            "SLUB: HWalign=64, Order=0-3, MinObjects=0, CPUs={}, Nodes=1",
            machine.processors
        ),
        "rcu: Hierarchical RCU implementation.".to_owned(),
        "Console: colour VGA+ 80x25".to_owned(),
        "printk: console [ttyS0] enabled".to_owned(),
        format!(
            "Calibrating delay loop (skipped) preset value.. {}.{:02} BogoMIPS (lpj={})",
            machine.frequency / 500,
            machine.frequency % 500 / 5,
            machine.frequency
        ),
        "Spectre V2 : Mitigation: Retpolines".to_owned(),
        format!("smpboot: CPU0: {}", machine.processor),
        format!("smp: Brought up 1 node, {} CPUs", machine.processors),
    ]
}

fn buses(machine: &Machine<'_>) -> Vec<String> {
    vec![
        "devtmpfs: initialized".to_owned(),
        "NET: Registered PF_NETLINK/PF_ROUTE protocol family".to_owned(),
        "audit: initializing netlink subsys (disabled)".to_owned(),
        "cpuidle: using governor menu".to_owned(),
        "PCI: Using configuration type 1 for base access".to_owned(),
        "ACPI: bus type PCI registered".to_owned(),
        "ACPI: Interpreter enabled".to_owned(),
        "ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-ff])".to_owned(),
        "acpi PNP0A03:00: fail to add MMCONFIG information, can't access extended PCI configuration space under this \
         bridge."
            .to_owned(),
        "pci 0000:00:03.0: [1af4:1000] type 00 class 0x020000".to_owned(),
        "pci 0000:00:04.0: [1af4:1001] type 00 class 0x010000".to_owned(),
        "clocksource: Switched to clocksource kvm-clock".to_owned(),
        format!("LSM: Security Framework initializing, {}", machine.distribution.confinement),
    ]
}

fn network_stack() -> Vec<String> {
    [
        "NET: Registered PF_INET protocol family",
        "IP idents hash table entries: 32768 (order: 6, 262144 bytes, linear)",
        "TCP established hash table entries: 16384 (order: 5, 131072 bytes, linear)",
        "TCP: Hash tables configured (established 16384 bind 16384)",
        "NET: Registered PF_UNIX/PF_LOCAL protocol family",
        "Unpacking initramfs...",
        "Freeing initrd memory: 38912K",
        "Initialise system trusted keyrings",
        "NET: Registered PF_INET6 protocol family",
        "Segment Routing with IPv6",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn devices(machine: &Machine<'_>) -> Vec<String> {
    let sectors = machine.disk * 2 * 1024 * 1024;
    vec![
        "Serial: 8250/16550 driver, 32 ports, IRQ sharing enabled".to_owned(),
        "00:04: ttyS0 at I/O 0x3f8 (irq = 4, base_baud = 115200) is a 16550A".to_owned(),
        "i8042: PNP: PS/2 Controller [PNP0303:KBD,PNP0f13:MOU] at 0x60,0x64 irq 1,12".to_owned(),
        "rtc_cmos 00:05: registered as rtc0".to_owned(),
        "virtio_blk virtio1: 1/0/0 default/read/poll queues".to_owned(),
        format!(
            "virtio_blk virtio1: [vda] {sectors} 512-byte logical blocks ({} GiB)",
            machine.disk
        ),
        " vda: vda1 vda14 vda15".to_owned(),
        format!("virtio_net virtio0 eth0: MAC {}", machine.mac_address),
        "virtio_net virtio0 ens3: renamed from eth0".to_owned(),
        "input: QEMU Virtio Tablet as /devices/pci0000:00/0000:00:05.0/input/input2".to_owned(),
        "Freeing unused kernel image (initmem) memory: 3196K".to_owned(),
        "Write protecting the kernel read-only data: 28672k".to_owned(),
        "Run /init as init process".to_owned(),
    ]
}

fn disk(machine: &Machine<'_>) -> Vec<String> {
    let mounted = match machine.distribution.file_system {
        FileSystem::Ext4 => {
            "EXT4-fs (vda1): mounted filesystem with ordered data mode. Quota mode: none."
        }
        FileSystem::Xfs => "XFS (vda1): Ending clean mount",
    };
    vec![
        mounted.to_owned(),
        format!(
            "systemd[1]: systemd {} running in system mode",
            machine.distribution.systemd
        ),
        "systemd[1]: Detected virtualization kvm.".to_owned(),
        "systemd[1]: Detected architecture x86-64.".to_owned(),
        format!("systemd[1]: Hostname set to <{}>.", machine.host_name),
    ]
}
