//! What comes in: each answer becomes a typed value, and an odd part of it spoils no more than itself.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::now;
use crate::api::account::{Account, AccountAndToken, ApiToken};
use crate::api::error::ErrorKind;
use crate::api::permission::Permissions;
use crate::api::scripted::Scripted;
use crate::api::server::{Server, ServerPage, ServerQuery, Status};
use crate::api::server_details::Volume;
use crate::api::user::{Gender, Profile, Project};
use crate::api::{ApiError, Client};

fn client(body: &str) -> Client {
    Scripted::answering(200, body).client()
}

fn time(text: &str) -> Option<DateTime<FixedOffset>> {
    Some(DateTime::parse_from_rfc3339(text).expect("a time"))
}

fn servers(body: &str) -> Result<ServerPage, ApiError> {
    now(client(body).list_servers(&ServerQuery::default()))
}

#[test]
fn a_server_is_read_as_it_is() {
    let body = r#"{"instance_id": "6f4c", "status": "active", "addresses": "{}", "name": "máy chủ web 1",
        "created": "2026-01-31T09:00:00.250000+07:00", "expired": "2027-01-31T09:00:00Z",
        "ip_addresses": ["203.0.113.7", "2001:db8::7"], "region": "HN"}"#;
    let server = now(client(body).server("6f4c")).expect("a server");
    let expected = Server {
        instance_id: String::from("6f4c"),
        status: Status::Active,
        addresses: String::from("{}"),
        name: String::from("máy chủ web 1"),
        created: time("2026-01-31T09:00:00.25+07:00"),
        expired: time("2027-01-31T09:00:00Z"),
        ip_addresses: vec![String::from("203.0.113.7"), String::from("2001:db8::7")],
        region: String::from("HN"),
    };
    assert_eq!(server, expected);
}

#[test]
fn a_server_with_nothing_but_its_id_is_a_server() {
    let bare = now(client(r#"{"instance_id": 17}"#).server("17")).expect("a server");
    let odd = r#"{"instance_id": "17", "status": null, "addresses": [], "name": {}, "created": "yesterday",
        "expired": 5, "ip_addresses": {"a": 1}, "region": true}"#;
    let odd = now(client(odd).server("17")).expect("a server");
    assert_eq!(bare, odd);
    assert_eq!(bare.status, Status::Unknown);
    assert_eq!((bare.created, bare.ip_addresses.len()), (None, 0));
}

#[test]
fn a_page_takes_only_the_number_out_of_its_neighbours_addresses() {
    let page = servers(
        r#"{"count": 41, "next": "http://10.0.0.7:8000/api/v1/server/?page_size=20&page=3#x",
            "previous": "http://10.0.0.7:8000/api/v1/server/?page_size=20", "results": []}"#,
    )
    .expect("a page");
    assert_eq!(
        (page.count, page.next_page, page.previous_page),
        (41, Some(3), Some(1))
    );
    let page = servers(r#"{"count": 0, "next": null, "previous": null, "results": []}"#);
    let page = page.expect("a page");
    assert_eq!((page.next_page, page.previous_page), (None, None));
}

#[test]
fn a_row_that_is_no_server_is_left_out_and_counted() {
    let page = servers(
        r#"{"results": [{"instance_id": "one"}, null, [], "two", {}, {"instance_id": ""}, {"instance_id": "three"}]}"#,
    )
    .expect("a page");
    let ids: Vec<_> = page
        .results
        .iter()
        .map(|server| &server.instance_id)
        .collect();
    assert_eq!(ids, ["one", "three"]);
    assert_eq!(page.skipped, 5);
    assert_eq!(
        page.count, 7,
        "a page without a count has at least its rows"
    );
}

#[test]
fn a_page_without_results_is_unreadable() {
    for body in [r#"{"count": 5}"#, r#"{"count": 5, "results": {}}"#, "[]"] {
        let error = servers(body).expect_err("this is no page");
        assert_eq!(error.kind, ErrorKind::Unreadable);
    }
}

#[test]
fn a_console_comes_in_an_array_or_bare() {
    for body in [
        r#"[{"message": "Ready.", "url": "https://console.example/?token=1"}]"#,
        r#"{"message": "Ready.", "url": "https://console.example/?token=1"}"#,
    ] {
        let console = now(client(body).server_console("one")).expect("a console");
        assert_eq!(console.message, "Ready.");
        assert_eq!(
            console.safe_link(),
            Some("https://console.example/?token=1")
        );
    }
    for body in ["[]", "[1]", "null"] {
        let error = now(client(body).server_console("one")).expect_err("no console");
        assert_eq!(error.kind, ErrorKind::Unreadable);
    }
}

#[test]
fn a_boot_log_keeps_its_escape_sequences() {
    let body = r#"{"console_log": "\u001b[0;32m OK \u001b[0m\r\n"}"#;
    let log = now(client(body).server_boot_log("one")).expect("a log");
    assert_eq!(log, "\u{1b}[0;32m OK \u{1b}[0m\r\n");
}

#[test]
fn volumes_skip_the_empty_object_and_read_bootable_in_both_forms() {
    let body = r#"[{"bootable": "true", "name": "root", "size": 40, "volume_id": "a"}, {},
        {"bootable": false, "name": "", "size": 1.9, "volume_id": "b"},
        {"bootable": "False", "size": null, "volume_id": "c"}, {"bootable": true, "size": "9", "volume_id": "d"}]"#;
    let volumes = now(client(body).server_volumes("one")).expect("volumes");
    let volume = |id: &str, name: &str, size_gib, bootable| Volume {
        volume_id: String::from(id),
        name: String::from(name),
        size_gib,
        bootable,
    };
    let expected = [
        volume("a", "root", Some(40), true),
        volume("b", "", Some(1), false),
        volume("c", "", None, false),
        volume("d", "", None, true),
    ];
    assert_eq!(volumes, expected);
}

#[test]
fn a_list_of_something_else_is_unreadable() {
    for body in ["[1, 2, 3]", "[null]", "{}", "5"] {
        let error = now(client(body).server_volumes("one")).expect_err("no volumes");
        assert_eq!(error.kind, ErrorKind::Unreadable, "{body}");
    }
    for body in ["[]", "[{}]", "[1, {}]"] {
        assert_eq!(
            now(client(body).server_volumes("one")),
            Ok(Vec::new()),
            "{body}"
        );
    }
}

#[test]
fn a_profile_is_read_as_it_is() {
    let body = r#"{"address": "Hà Nội", "birthday": "1990-05-17", "company": null,
        "date_joined": "2019-07-18T13:41:10+07:00", "email": "a@example.com", "first_name": "Nguyễn Văn", "gender": 1,
        "last_login": null, "last_name": "An", "phone_number": "0900000000"}"#;
    let expected = Profile {
        email: String::from("a@example.com"),
        first_name: String::from("Nguyễn Văn"),
        last_name: String::from("An"),
        gender: Some(Gender::Male),
        unknown_gender: String::new(),
        birthday: NaiveDate::from_ymd_opt(1990, 5, 17),
        phone_number: String::from("0900000000"),
        address: String::from("Hà Nội"),
        company: String::new(),
        date_joined: time("2019-07-18T13:41:10+07:00"),
        last_login: None,
    };
    assert_eq!(now(client(body).profile()), Ok(expected));
}

#[test]
fn gender_comes_as_a_number_digits_or_a_word() {
    for (gender, expected) in [
        ("1", Some(Gender::Male)),
        ("\"2\"", Some(Gender::Female)),
        ("\"Company\"", Some(Gender::Company)),
        ("\"gender\"", None),
        ("0", None),
        ("300", None),
        ("null", None),
    ] {
        let body = ["{\"gender\": ", gender, "}"].concat();
        let profile = now(client(&body).profile()).expect("a profile");
        assert_eq!(profile.gender, expected, "{gender}");
    }
}

#[test]
fn projects_come_as_one_as_many_or_as_a_page() {
    let one = r#"{"is_available": false, "project": "lab", "project_user_name": "Lab"}"#;
    let expected = vec![Project {
        project: String::from("lab"),
        project_user_name: String::from("Lab"),
        is_available: false,
    }];
    let list = ["[", one, ", {}]"].concat();
    let page = [r#"{"count": 1, "results": ["#, one, "]}"].concat();
    for body in [one, &list, &page] {
        assert_eq!(now(client(body).projects()), Ok(expected.clone()), "{body}");
    }
    assert_eq!(now(client("[]").projects()), Ok(Vec::new()));
    let error = now(client("{}").projects()).expect_err("no project");
    assert_eq!(error.kind, ErrorKind::Unreadable);
}

#[test]
fn an_account_comes_with_its_token() {
    let body = r#"{"account": {"email": "john@example.com", "first_name": "John", "last_name": null,
        "company_name": null, "created_at": "2024-06-15"},
        "token": {"name": "Deploy", "permissions": ["servers:list", "dns:*"], "created_at": "2025-01-10T14:30:00Z",
        "last_used_at": null, "expires_at": null, "is_expired": false}}"#;
    let expected = AccountAndToken {
        account: Account {
            email: String::from("john@example.com"),
            first_name: Some(String::from("John")),
            last_name: None,
            company_name: None,
            created_at: NaiveDate::from_ymd_opt(2024, 6, 15),
        },
        token: ApiToken {
            name: String::from("Deploy"),
            permissions: Permissions::new(vec![
                String::from("servers:list"),
                String::from("dns:*"),
            ]),
            created_at: time("2025-01-10T14:30:00Z"),
            last_used_at: None,
            expires_at: None,
            is_expired: false,
        },
    };
    assert_eq!(now(client(body).account()), Ok(expected));
}

#[test]
fn ending_a_token_needs_no_body() {
    for body in ["", "{}", "<html>", r#"{"message": "Ended."}"#] {
        assert_eq!(now(client(body).delete_token()), Ok(()));
    }
    let told = client(r#"{"error": true, "message": "Not now."}"#);
    assert!(now(told.delete_token()).is_err());
}

#[test]
fn a_sign_in_without_a_token_is_unreadable() {
    for body in [
        r#"{"message": "Welcome."}"#,
        r#"{"token": ""}"#,
        r#"{"token": 5}"#,
    ] {
        let wanted = crate::api::auth::NewToken {
            email: String::new(),
            password: String::new(),
            hours: None,
            project_id: None,
        };
        let error = now(client(body).create_token(&wanted)).expect_err("no token");
        assert_eq!(error.kind, ErrorKind::Unreadable);
    }
}
