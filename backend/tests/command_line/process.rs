//! The binary as a process.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The binary with these arguments, on the database of a folder.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vps-portal-backend"));
    command
        .args(arguments)
        .arg("--database")
        .arg(folder.join("portal.sqlite3"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// Output as text.
pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Runs what must fail with exit code 1 and one line of a sentence, and answers the sentence.
pub fn failure(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let sentence = text(&output.stderr).trim_end().to_owned();
    assert!(
        sentence.ends_with('.') && !sentence.contains('\n'),
        "{sentence}"
    );
    sentence
}

/// Runs what must succeed and answers what it printed.
pub fn success(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).to_owned()
}

/// A backend that answers, ended with the test.
pub struct Serving {
    /// The process.
    pub process: Child,
    address: String,
    /// What it has said so far.
    pub lines: Vec<String>,
}

impl Serving {
    /// Starts it and waits until it answers.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut all = vec!["serve", "--listen", "127.0.0.1:0"];
        all.extend(arguments);
        let expected = if arguments.contains(&"--demo") { 4 } else { 1 };
        Self::of(command(folder, &all), expected)
    }

    /// Starts it where a process may have so many open files unless it asks for more.
    pub fn start_with_files(folder: &Path, files: u32) -> Self {
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("ulimit -S -n {files} && exec \"$@\""))
            .arg("sh")
            .arg(env!("CARGO_BIN_EXE_vps-portal-backend"))
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(folder.join("portal.sqlite3"))
            .stdout(Stdio::piped());
        Self::of(shell, 1)
    }

    /// Starts it and reads so many lines of what it says.
    fn of(mut command: Command, expected: usize) -> Self {
        let mut process = command.spawn().unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let lines: Vec<String> = (0..expected)
            .map(|_| {
                let mut line = String::new();
                output.read_line(&mut line).unwrap();
                line.trim_end().to_owned()
            })
            .collect();
        let address = lines[0]
            .strip_prefix("Listening on http://")
            .unwrap()
            .to_owned();
        Self {
            process,
            address,
            lines,
        }
    }

    /// Where it answers, as address and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A connection to it, on which nothing is waited for without end.
    pub fn connect(&self) -> TcpStream {
        let connection = TcpStream::connect(&self.address).unwrap();
        connection.set_read_timeout(Some(PATIENCE)).unwrap();
        connection
    }

    /// The first line of the answer to a request, and its body.
    fn request(&self, request: &str) -> (String, String) {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        (
            head.lines().next().unwrap_or_default().to_owned(),
            body.to_owned(),
        )
    }

    /// The first line of the answer to a signed GET, and its body.
    pub fn get(&self, path: &str, token: &str) -> (String, String) {
        self.request(&format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
        ))
    }

    /// The same for a signed POST.
    pub fn post(&self, path: &str, token: &str, body: &Value) -> (String, String) {
        let body = body.to_string();
        self.request(&format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ))
    }

    /// The same for signing in.
    pub fn sign_in(&self, email: &str, password: &str) -> (String, String) {
        let body = json!({"email": email, "password": password});
        self.post("/api/v1/auth/tokens", "", &body)
    }

    /// Lets it write no file beyond so many bytes ("unlimited" for any number), as a full disk does, but for it alone.
    pub fn limit_files(&self, bytes: &str) {
        let (process, limit) = (self.process.id().to_string(), format!("--fsize={bytes}:"));
        let status = Command::new("prlimit")
            .args(["--pid", &process, &limit])
            .status()
            .unwrap();
        assert!(status.success());
    }

    /// Sends it a signal.
    pub fn signal(&self, name: &str) {
        let status = Command::new("kill")
            .args(["-s", name, &self.process.id().to_string()])
            .status()
            .unwrap();
        assert!(status.success());
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}
