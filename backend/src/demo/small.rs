//! The accounts that own little.

use chrono::{DateTime, TimeDelta, Utc};

use super::plan::{DA_NANG, DEBIAN, HANOI, HO_CHI_MINH_CITY, Plan, WINDOWS, project};
use super::{DemoAccount, DemoProject};

const PREFIX: [u8; 3] = [192, 0, 2];

const FEW: [Plan; 6] = [
    Plan::of("blog", HANOI),
    Plan {
        image: DEBIAN,
        ..Plan::of("shop", HANOI)
    },
    Plan {
        image: DEBIAN,
        disks: &[40, 200],
        ..Plan::of("shop-db", HANOI)
    },
    Plan {
        status: "SHUTOFF",
        ..Plan::of("shop-test", DA_NANG)
    },
    Plan {
        image: WINDOWS,
        disks: &[80],
        ..Plan::of("office", HO_CHI_MINH_CITY)
    },
    Plan::of("mail", HO_CHI_MINH_CITY),
];

/// One project, so signing in needs no project id.
pub(super) fn single(now: DateTime<Utc>) -> DemoAccount {
    let projects = vec![project("single", "Everything", PREFIX, &FEW, now)];
    account("single@example.com", "Lê Văn", "Hùng", projects, now)
}

/// A project without a server.
pub(super) fn empty(now: DateTime<Utc>) -> DemoAccount {
    let projects = vec![project("empty", "Nothing yet", PREFIX, &[], now)];
    account("empty@example.com", "Phạm Thu", "Hà", projects, now)
}

/// One project in use and one that cannot be signed in to.
pub(super) fn suspended(now: DateTime<Utc>) -> DemoAccount {
    let [first, second, ..] = FEW;
    let closed = DemoProject {
        is_available: false,
        ..project("closed", "Unpaid", PREFIX, &[second], now)
    };
    let projects = vec![project("live", "Paid", PREFIX, &[first], now), closed];
    account("suspended@example.com", "Sok", "Dara", projects, now)
}

/// A private person's account.
pub(super) fn account(
    email: impl Into<String>,
    first_name: &'static str,
    last_name: &'static str,
    projects: Vec<DemoProject>,
    now: DateTime<Utc>,
) -> DemoAccount {
    DemoAccount {
        email: email.into(),
        first_name,
        last_name,
        gender: 1,
        birthday: "1995-01-31",
        phone_number: "0900 000 003",
        address: "56 đường Ví Dụ, Đà Nẵng",
        company: "",
        date_joined: now - TimeDelta::days(400),
        projects,
        sessions: Vec::new(),
    }
}
