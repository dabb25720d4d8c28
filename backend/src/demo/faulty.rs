//! The accounts and servers that fail on purpose.

use std::iter;

use chrono::{DateTime, Utc};

use super::DemoAccount;
use super::plan::{HANOI, HO_CHI_MINH_CITY, Plan, project};
use super::small::account;
use crate::faults::{Fault, FaultyAccount, SERVER_PREFIX};

const PREFIX: [u8; 3] = [198, 51, 100];
const PROJECT: &str = "faults";

/// Shown by the accounts whose list fails only sometimes, or only late.
const BESIDES: [Plan; 2] = [
    Plan::of("web-01", HANOI),
    Plan::of("web-02", HO_CHI_MINH_CITY),
];

/// A healthy server, the control of the experiment, and one for each way to fail.
pub(super) fn with_faulty_servers(now: DateTime<Utc>) -> DemoAccount {
    let names = Fault::ALL.map(|fault| format!("{SERVER_PREFIX}{}", fault.kind()));
    let plans: Vec<Plan<'_>> = iter::once("control")
        .chain(names.iter().map(String::as_str))
        .map(|name| Plan::of(name, HANOI))
        .collect();
    let projects = vec![project(PROJECT, "Servers that fail", PREFIX, &plans, now)];
    account("faults@example.com", "Võ Thị", "Mai", projects, now)
}

/// The accounts whose sign-in or list fails.
pub(super) fn that_fail(now: DateTime<Utc>) -> impl Iterator<Item = DemoAccount> {
    FaultyAccount::all().map(move |faulty| {
        let id = project_id(faulty);
        let projects = vec![project(&id, "Calls that fail", PREFIX, &BESIDES, now)];
        account(faulty.address(), "Võ Văn", "Nam", projects, now)
    })
}

fn project_id(faulty: FaultyAccount) -> String {
    match faulty {
        FaultyAccount::SignIn(fault) => format!("sign-in-{}", fault.kind()),
        FaultyAccount::List(fault) => format!("list-{}", fault.kind()),
        FaultyAccount::ListInTurns(fault) => format!("then-{}", fault.kind()),
    }
}
