//! The log against what a reader of a real one expects, and against its promise only ever to grow.

use proptest::prelude::*;

use super::*;
use crate::compute::images;

const KEEP_ALL: usize = usize::MAX;
const DEBIAN: i64 = 1;
const WINDOWS: i64 = 4;

fn subject<'a>(instance_id: &'a str, name: &'a str, image: i64) -> BootSubject<'a> {
    BootSubject {
        instance_id,
        name,
        image: images::find(image).unwrap(),
        addresses: &[],
        booted_at: DateTime::from_timestamp(1_795_400_000, 0).unwrap(),
    }
}

fn server() -> BootSubject<'static> {
    subject("5f0c8d8e-0c4b-8b52-9a6d-3d0a7f7b8c11", "web-01", DEBIAN)
}

fn running(elapsed: TimeDelta) -> Progress {
    Progress {
        elapsed,
        off_after: None,
    }
}

fn log_after(subject: &BootSubject<'_>, milliseconds: i64) -> String {
    boot_log(
        subject,
        running(TimeDelta::milliseconds(milliseconds)),
        KEEP_ALL,
    )
}

#[test]
fn a_whole_boot_goes_from_the_firmware_to_the_login_prompt() {
    let addresses = ["203.0.113.7".to_owned(), "2001:db8::7".to_owned()];
    let server = BootSubject {
        addresses: &addresses,
        ..server()
    };
    let log = boot_log(&server, running(BOOT), KEEP_ALL);
    assert!(log.starts_with("SeaBIOS"));
    for part in [
        "Linux version 6.1.0-28-cloud-amd64",
        "[    0.",
        "[\x1b[0;32m  OK  \x1b[0m] Reached target",
        "203.0.113.7",
        "2001:db8::7",
        "SSH HOST KEY FINGERPRINTS",
        "Debian GNU/Linux 12 web-01 ttyS0",
    ] {
        assert!(log.contains(part), "{part}");
    }
    assert!(log.ends_with("\nweb-01 login: "));
    assert!(log.lines().count() > 120);
}

#[test]
fn the_boot_is_half_done_half_way() {
    assert_eq!(log_after(&server(), -1), "");
    assert_eq!(log_after(&server(), 0).lines().count(), 1);
    let started = log_after(&server(), 1_000);
    assert!(started.contains("Linux version") && !started.contains("OK"));
    let half_way = log_after(&server(), 6_000);
    assert!(half_way.contains("  OK  ") && !half_way.contains("login:"));
}

#[test]
fn time_stamps_never_go_back() {
    let log = log_after(&server(), 3_600_000);
    let stamps: Vec<f64> = log
        .lines()
        .filter_map(|line| {
            line.strip_prefix('[')?
                .split_once(']')?
                .0
                .trim()
                .parse()
                .ok()
        })
        .collect();
    assert!(stamps.len() > 60);
    assert!(stamps.is_sorted());
}

#[test]
fn two_machines_differ_and_one_is_always_the_same() {
    let one = log_after(&server(), 20_000);
    assert_eq!(one, log_after(&server(), 20_000));
    let other = subject("0b7e3f0e-95b1-8d5c-8ac2-0b4bf0a3c0aa", "web-01", DEBIAN);
    assert_ne!(one, log_after(&other, 20_000));
}

#[test]
fn a_host_name_is_made_of_what_fits_into_one() {
    let id = "5f0c8d8e-0c4b-8b52-9a6d-3d0a7f7b8c11";
    for (name, host) in [
        ("web-01", "web-01"),
        ("Shop Front_End", "shop-front-end"),
        ("máy chủ kế toán", "vps-5f0c8d8e"),
        ("🚀", "vps-5f0c8d8e"),
        ("--", "vps-5f0c8d8e"),
    ] {
        assert_eq!(machine::host_name(&subject(id, name, DEBIAN)), host);
    }
}

#[test]
fn every_image_boots_in_its_own_words() {
    for image in images::IMAGES {
        let log = log_after(&BootSubject { image, ..server() }, 12_000);
        let word = image.name.split(' ').next().unwrap();
        assert!(log.contains(word), "{word}");
    }
    let windows = log_after(&subject(server().instance_id, "erp", WINDOWS), 12_000);
    assert!(windows.ends_with("SAC>"));
    assert!(!windows.contains("Linux"));
}

#[test]
fn a_running_machine_goes_on_writing() {
    let booted = log_after(&server(), 12_000);
    let four_hours_later = log_after(&server(), 4 * 3_600_000 + 12_000);
    let news = four_hours_later.strip_prefix(&booted).unwrap();
    assert!(news.starts_with("\n["));
    assert!((16..=40).contains(&news.lines().count()), "{news}");
}

#[test]
fn a_shutdown_ends_with_the_power() {
    let stopping = |elapsed| Progress {
        elapsed: TimeDelta::seconds(elapsed),
        off_after: Some(TimeDelta::seconds(100)),
    };
    let before = boot_log(&server(), stopping(91), KEEP_ALL);
    assert_eq!(before, log_after(&server(), 91_000));
    let off = boot_log(&server(), stopping(100), KEEP_ALL);
    assert!(off.starts_with(&before));
    assert!(off.ends_with("reboot: Power down\n"));
    assert_eq!(off, boot_log(&server(), stopping(1_000_000), KEEP_ALL));
}

#[test]
fn a_machine_switched_off_while_it_boots_shuts_down_all_the_same() {
    let progress = Progress {
        elapsed: TimeDelta::seconds(5),
        off_after: Some(TimeDelta::seconds(3)),
    };
    let log = boot_log(&server(), progress, KEEP_ALL);
    assert!(log.ends_with("reboot: Power down\n"));
}

#[test]
fn a_machine_that_has_run_for_ages_is_read_at_once() {
    let limit = 256 * 1024;
    for elapsed in [TimeDelta::days(100_000), TimeDelta::MAX] {
        let log = boot_log(&server(), running(elapsed), limit);
        assert!(log.len() <= limit);
        assert!(log.len() > limit - 200);
        assert!(log.starts_with('['));
    }
}

#[test]
fn the_last_bytes_are_whole_lines() {
    assert_eq!(last_bytes("one\ntwo\nthree", 100), "one\ntwo\nthree");
    assert_eq!(last_bytes("one\ntwo\nthree", 9), "two\nthree");
    assert_eq!(last_bytes("one\ntwo\nthree", 8), "three");
    assert_eq!(last_bytes("one\ntwo\n", 4), "two\n");
}

#[test]
fn a_line_that_is_too_long_is_cut_between_characters() {
    assert_eq!(last_bytes("ạbc", 4), "bc");
    assert_eq!(last_bytes("one\ntwo\n", 2), "o\n");
    assert_eq!(last_bytes("ạ", 0), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_log_only_grows_at_its_end(
        id in "[0-9a-f]{8}",
        earlier in 0_i64..40_000,
        later in 0_i64..4_000_000,
    ) {
        let server = subject(&id, "web-01", 2);
        let (before, after) = (log_after(&server, earlier), log_after(&server, earlier + later));
        prop_assert!(after.starts_with(&before));
    }

    #[test]
    fn what_is_kept_is_the_end_of_what_was_written(
        id in "[0-9a-f]{8}",
        minutes in 0_i64..2_000,
        limit in 0_usize..60_000,
    ) {
        let server = subject(&id, "web-01", 3);
        let progress = running(TimeDelta::minutes(minutes));
        let all = boot_log(&server, progress, KEEP_ALL);
        prop_assert_eq!(boot_log(&server, progress, limit), last_bytes(&all, limit));
    }

    #[test]
    fn the_last_bytes_are_an_end_of_the_text_within_the_limit(text in ".*\n?.*", limit in 0_usize..80) {
        let kept = last_bytes(&text, limit);
        prop_assert!(kept.len() <= limit && text.ends_with(kept));
    }
}
