//! The binary as the person at a terminal sees it.

// A test that fails may panic, its helpers too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod connections;
mod container;
mod full_disk;
mod process;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use process::{Serving, command, failure, success, text};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn serving_the_demo_says_where_and_with_what_to_sign_in() {
    let folder = folder();
    let serving = Serving::start(folder.path(), &["--demo"]);
    assert_eq!(
        serving.lines[1..],
        [
            "Demo e-mail: demo@example.com",
            "Demo password: Portal-demo-1",
            "Demo project: demo-main"
        ]
    );
    let (status, body) = serving.sign_in("single@example.com", "Portal-demo-1");
    assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
}

#[test]
fn a_connection_is_closed_without_an_answer_when_that_is_the_fault() {
    let folder = folder();
    let serving = Serving::start(folder.path(), &["--demo"]);
    let (status, body) = serving.sign_in("reset@sign-in.fault.example", "Portal-demo-1");
    assert_eq!((status.as_str(), body.as_str()), ("", ""));
}

#[test]
fn both_signals_end_it_in_good_order() {
    for signal in ["TERM", "INT"] {
        let folder = folder();
        let mut serving = Serving::start(folder.path(), &[]);
        serving.signal(signal);
        assert!(serving.process.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn an_account_made_here_signs_in_while_the_backend_runs() {
    let folder = folder();
    let serving = Serving::start(folder.path(), &[]);
    let email = ["--email", "owner@example.com"];
    let made = success(
        folder.path(),
        &["user", "add", email[0], email[1], "--project", "main"],
    );
    let password = made.lines().last().unwrap().rsplit(' ').next().unwrap();
    let (status, body) = serving.sign_in("owner@example.com", password);
    assert_eq!(status, "HTTP/1.1 200 OK", "{body}");

    let token = success(
        folder.path(),
        &[
            "user",
            "token",
            email[0],
            email[1],
            "--name",
            "deploy",
            "--permissions",
            "servers:list,servers:power",
            "--expires-in-hours",
            "5",
        ],
    );
    let token = token.trim_end();
    assert!(token.starts_with("vps_"));
    let (status, body) = serving.get("/api/v1/account/me/", token);
    assert_eq!(status, "HTTP/1.1 200 OK");
    assert!(
        body.contains("[\"servers:list\",\"servers:power\"]"),
        "{body}"
    );

    let ended = success(folder.path(), &["token", "revoke-all", email[0], email[1]]);
    assert_eq!(ended, "Tokens ended: 2\n");
    let (status, _) = serving.get("/api/v1/account/me/", token);
    assert_eq!(status, "HTTP/1.1 401 Unauthorized");
}

#[test]
fn a_password_is_read_from_standard_input_and_must_keep_the_rules() {
    let folder = folder();
    let arguments = [
        "user",
        "add",
        "--email",
        "a@example.com",
        "--project",
        "p",
        "--password-stdin",
    ];
    for (line, is_good) in [("weak\n", false), ("Good-password-1\n", true)] {
        let mut process = command(folder.path(), &arguments)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = process.stdin.take().unwrap();
        input.write_all(line.as_bytes()).unwrap();
        drop(input);
        let output = process.wait_with_output().unwrap();
        assert_eq!(output.status.success(), is_good);
        assert!(!text(&output.stdout).contains("Good-password-1"));
    }
    let serving = Serving::start(folder.path(), &[]);
    let (status, _) = serving.sign_in("a@example.com", "Good-password-1");
    assert_eq!(status, "HTTP/1.1 200 OK");
}

#[test]
fn what_cannot_be_done_is_said_in_a_sentence() {
    let folder = folder();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let sentence = failure(folder.path(), &["serve", "--listen", &address]);
    assert_eq!(
        sentence,
        format!("The backend cannot answer on {address}: Address already in use.")
    );

    let nowhere = folder.path().join("nowhere");
    let sentence = failure(
        folder.path(),
        &["serve", "--dist", nowhere.to_str().unwrap()],
    );
    assert!(sentence.starts_with("There is no built application in "));

    let sentence = failure(folder.path(), &["token", "revoke-all", "--email", "x@y"]);
    assert_eq!(sentence, "There is no account x@y.");

    for (again, expected) in [
        (&["--email", "a@b", "--project", "p"], None),
        (
            &["--email", "A@B", "--project", "q"],
            Some("There is an account A@B already."),
        ),
        (
            &["--email", "c@d", "--project", "p"],
            Some("There is a project p already."),
        ),
    ] {
        let mut arguments = vec!["user", "add"];
        arguments.extend(again);
        match expected {
            None => drop(success(folder.path(), &arguments)),
            Some(expected) => assert_eq!(failure(folder.path(), &arguments), expected),
        }
    }
}

#[test]
fn a_database_that_cannot_be_opened_is_named() {
    let folder = folder();
    std::fs::write(
        folder.path().join("portal.sqlite3"),
        "no database at all, but text",
    )
    .unwrap();
    let sentence = failure(folder.path(), &["serve", "--listen", "127.0.0.1:0"]);
    assert!(sentence.starts_with("The database ") && sentence.contains("portal.sqlite3"));
}

#[test]
fn a_sound_database_is_told_from_a_damaged_one() {
    let folder = folder();
    let sentence = failure(folder.path(), &["check"]);
    assert!(sentence.starts_with("There is no database "));

    let serving = Serving::start(folder.path(), &["--demo"]);
    assert!(success(folder.path(), &["check"]).ends_with(" is sound.\n"));
    drop(serving);
    let path = folder.path().join("portal.sqlite3");
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM users")
        .unwrap();
    let sentence = failure(folder.path(), &["check"]);
    assert!(sentence.contains("projects refers to users that are not there"));
}

#[test]
fn nobody_else_can_read_what_is_kept() {
    let folder = folder();
    let serving = Serving::start(folder.path(), &["--demo"]);
    serving.sign_in("single@example.com", "Portal-demo-1");
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?}", file.path());
    }
}

#[test]
fn health_is_told_of_what_answers_and_of_nothing_else() {
    let health = |address: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_vps-portal-backend"))
            .args(["health", "--address", address])
            .output()
            .unwrap();
        (output.status.success(), text(&output.stderr).to_owned())
    };
    let folder = folder();
    let serving = Serving::start(folder.path(), &[]);
    assert_eq!(health(serving.address()), (true, String::new()));

    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap().to_string();
    let answering = std::thread::spawn(move || {
        let (mut stream, _) = other.accept().unwrap();
        // Whoever hangs up on a question that it has not read resets the connection.
        let question = BufReader::new(&stream).lines().map(Result::unwrap);
        assert!(question.take_while(|line| !line.is_empty()).count() > 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
    });
    let (is_healthy, sentence) = health(&address);
    assert!(
        !is_healthy && sentence.contains("no backend in order"),
        "{sentence}"
    );
    answering.join().unwrap();
    let (is_healthy, sentence) = health(&address);
    assert!(
        !is_healthy && sentence.contains("Nothing answers"),
        "{sentence}"
    );
}

#[test]
fn help_shows_examples() {
    let output = Command::new(env!("CARGO_BIN_EXE_vps-portal-backend"))
        .arg("--help")
        .output()
        .unwrap();
    assert!(text(&output.stdout).contains("Examples:"));
}
