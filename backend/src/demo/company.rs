//! `demo@example.com`: a company whose servers show all that a server can look like.

use chrono::{DateTime, TimeDelta, Utc};

use super::plan::{
    ALMA, DA_NANG, DEBIAN, HANOI, HO_CHI_MINH_CITY, Network, PHNOM_PENH, Plan, WINDOWS, project,
};
use super::{DemoAccount, DemoSession, FIRST_ACCOUNT, FIRST_PROJECT};

const HOUR: i64 = 1;
const DAY: i64 = 24;
const LABORATORY: &str = "demo-lab";

/// In daily use: names of all lengths, addresses from none to five, and some that expire soon.
const IN_USE: [Plan; 19] = [
    Plan {
        network: Network::Dual,
        ..Plan::of("web-01", HANOI)
    },
    Plan {
        network: Network::Dual,
        ..Plan::of("web-02", HO_CHI_MINH_CITY)
    },
    Plan {
        image: DEBIAN,
        disks: &[60, 500],
        ..Plan::of("db-primary", HANOI)
    },
    Plan {
        image: DEBIAN,
        disks: &[60, 500],
        ..Plan::of("db-replica", HO_CHI_MINH_CITY)
    },
    Plan {
        image: DEBIAN,
        expires_in: HOUR,
        ..Plan::of("mail-relay", DA_NANG)
    },
    Plan {
        image: DEBIAN,
        expires_in: DAY,
        network: Network::Five,
        ..Plan::of("vpn-gateway", HANOI)
    },
    Plan {
        expires_in: 3 * DAY,
        disks: &[80],
        ..Plan::of("shop-frontend", HO_CHI_MINH_CITY)
    },
    Plan {
        image: WINDOWS,
        expires_in: 6 * DAY,
        disks: &[80, 200],
        ..Plan::of("máy chủ kế toán", HANOI)
    },
    Plan {
        image: DEBIAN,
        ..Plan::of("ម៉ាស៊ីនមេគេហទំព័រ", PHNOM_PENH)
    },
    Plan {
        network: Network::Dual,
        ..Plan::of("🚀 launch", PHNOM_PENH)
    },
    Plan {
        image: ALMA,
        disks: &[40, 1000, 1000],
        ..Plan::of(
            "analytics-warehouse-nightly-batch-processing-cluster-node-00001",
            DA_NANG,
        )
    },
    Plan::of("a", DA_NANG),
    Plan {
        network: Network::Unconnected,
        ..Plan::of("internal-worker", HANOI)
    },
    Plan {
        image: WINDOWS,
        disks: &[120],
        expires_in: 45 * DAY,
        ..Plan::of("Remote Desktop Sài Gòn", HO_CHI_MINH_CITY)
    },
    Plan {
        network: Network::Modern,
        image: DEBIAN,
        ..Plan::of("ipv6-only", DA_NANG)
    },
    Plan {
        image: ALMA,
        network: Network::Five,
        ..Plan::of("load-balancer", HO_CHI_MINH_CITY)
    },
    Plan {
        disks: &[],
        expires_in: 20 * DAY,
        ..Plan::of("netboot", PHNOM_PENH)
    },
    Plan {
        status: "SHUTOFF",
        expires_in: 6 * DAY,
        ..Plan::of("staging-01", DA_NANG)
    },
    Plan {
        status: "SHUTOFF",
        expires_in: -2 * DAY,
        ..Plan::of("old-website", HANOI)
    },
];

/// One server for every other word that Nova has for what a server is doing (contract, Servers).
const IN_EVERY_STATUS: [Plan; 18] = [
    in_status("api-01", "REBOOT", HANOI),
    in_status("api-02", "HARD_REBOOT", HO_CHI_MINH_CITY),
    in_status("backup-target", "ERROR", DA_NANG),
    in_status("build-agent", "BUILD", PHNOM_PENH),
    in_status("cache-01", "PAUSED", HANOI),
    in_status("cache-02", "SUSPENDED", HO_CHI_MINH_CITY),
    in_status("crm", "REBUILD", DA_NANG),
    in_status("erp", "RESIZE", PHNOM_PENH),
    in_status("erp-test", "VERIFY_RESIZE", HANOI),
    in_status("erp-training", "REVERT_RESIZE", HO_CHI_MINH_CITY),
    in_status("file-share", "MIGRATING", DA_NANG),
    in_status("git", "PASSWORD", PHNOM_PENH),
    in_status("intranet", "RESCUE", HANOI),
    in_status("log-archive", "SHELVED", HO_CHI_MINH_CITY),
    in_status("log-archive-2024", "SHELVED_OFFLOADED", DA_NANG),
    in_status("monitoring", "UNKNOWN", PHNOM_PENH),
    in_status("tet-campaign", "SOFT_DELETED", HANOI),
    in_status("tet-campaign-2025", "DELETED", HO_CHI_MINH_CITY),
];

/// Small and short-lived.
const EXPERIMENTS: [Plan; 4] = [
    Plan {
        expires_in: 30 * DAY,
        ..Plan::of("lab-kubernetes-01", HANOI)
    },
    Plan {
        expires_in: 30 * DAY,
        ..Plan::of("lab-kubernetes-02", HANOI)
    },
    Plan {
        image: ALMA,
        expires_in: 12 * DAY,
        ..Plan::of("lab-alma", DA_NANG)
    },
    Plan {
        status: "SHUTOFF",
        image: WINDOWS,
        disks: &[80],
        ..Plan::of("lab-windows", HO_CHI_MINH_CITY)
    },
];

const fn in_status(
    name: &'static str,
    status: &'static str,
    region: &'static str,
) -> Plan<'static> {
    Plan {
        status,
        expires_in: 90 * DAY,
        ..Plan::of(name, region)
    }
}

/// The account to show to a newcomer.
pub(super) fn account(now: DateTime<Utc>) -> DemoAccount {
    let main = [IN_USE.as_slice(), &IN_EVERY_STATUS].concat();
    DemoAccount {
        email: FIRST_ACCOUNT.to_owned(),
        first_name: "Nguyễn Thị Minh",
        last_name: "Anh",
        gender: 2,
        birthday: "1990-05-17",
        phone_number: "0900 000 001",
        address: "12 phố Ví Dụ, phường Cửa Nam, Hà Nội",
        company: "Công ty TNHH Phần mềm Ví Dụ",
        date_joined: now - TimeDelta::days(1_200),
        projects: vec![
            project(
                FIRST_PROJECT,
                "Website và cửa hàng",
                [203, 0, 113],
                &main,
                now,
            ),
            project(
                LABORATORY,
                "Phòng thí nghiệm",
                [198, 51, 100],
                &EXPERIMENTS,
                now,
            ),
        ],
        sessions: sessions(now),
    }
}

fn sessions(now: DateTime<Utc>) -> Vec<DemoSession> {
    vec![
        DemoSession {
            project_id: FIRST_PROJECT,
            created: now - TimeDelta::hours(5),
            expired: now + TimeDelta::days(30),
            real_ip: "192.0.2.44",
            user_agent: "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 \
                         Mobile Safari/537.36",
        },
        DemoSession {
            project_id: LABORATORY,
            created: now - TimeDelta::days(3),
            expired: now + TimeDelta::days(4),
            real_ip: "2001:db8:365::44",
            user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
        },
    ]
}
