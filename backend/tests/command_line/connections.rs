//! Connections that carry odd requests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use crate::folder;
use crate::process::Serving;

/// The first line of the next answer on a connection.
fn answer(connection: &mut BufReader<TcpStream>) -> String {
    let (mut first, mut length) = (String::new(), 0);
    connection.read_line(&mut first).unwrap();
    loop {
        let mut line = String::new();
        connection.read_line(&mut line).unwrap();
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.trim_end().parse().unwrap();
        }
        if line.trim_end().is_empty() {
            break;
        }
    }
    connection.read_exact(&mut vec![0; length]).unwrap();
    first.trim_end().to_owned()
}

#[test]
fn a_call_refused_without_a_look_at_its_body_leaves_the_connection_in_order() {
    let folder = folder();
    let serving = Serving::start(folder.path(), &[]);
    let mut connection = BufReader::new(serving.connect());
    let body = "x".repeat(60 * 1024);
    for _ in 0..3 {
        let length = body.len();
        let request = format!(
            "PUT /api/v1/server/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        connection.get_mut().write_all(request.as_bytes()).unwrap();
        assert_eq!(answer(&mut connection), "HTTP/1.1 405 Method Not Allowed");
    }
}

#[test]
fn who_sends_too_much_or_nonsense_hears_so() {
    const SENT: usize = 4 * 1024 * 1024;
    let folder = folder();
    let serving = Serving::start(folder.path(), &[]);
    for (header, expected) in [
        ("Host: localhost", "HTTP/1.1 413 Payload Too Large"),
        ("no header at all", "HTTP/1.1 400 Bad Request"),
    ] {
        for _ in 0..5 {
            let mut connection = BufReader::new(serving.connect());
            let head = format!(
                "POST /api/v1/auth/tokens HTTP/1.1\r\n{header}\r\nContent-Length: {SENT}\r\n\r\n"
            );
            connection.get_mut().write_all(head.as_bytes()).unwrap();
            connection.get_mut().write_all(&vec![b'x'; SENT]).unwrap();
            assert_eq!(answer(&mut connection), expected);
        }
    }
}

#[test]
fn more_people_are_connected_than_a_process_may_have_files_unasked() {
    const PEOPLE: usize = 200;
    let folder = folder();
    let serving = Serving::start_with_files(folder.path(), 100);
    let mut people: Vec<_> = (0..PEOPLE)
        .map(|_| BufReader::new(serving.connect()))
        .collect();
    for connection in &mut people {
        let request = b"GET /api/v1/server/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
        connection.get_mut().write_all(request).unwrap();
        assert_eq!(answer(connection), "HTTP/1.1 401 Unauthorized");
    }
}
