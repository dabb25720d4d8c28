//! `health`: whether a backend answers, for what watches over it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::reason;
use crate::command_line::Health;

/// How long each step may take.
const PATIENCE: Duration = Duration::from_secs(3);
/// A call that looks at nothing: it is answered with 401 to whoever brings no token.
const QUESTION: &[u8] = b"GET /api/v1/auth/tokens HTTP/1.0\r\nHost: localhost\r\n\r\n";

/// Fails unless the backend at an address answers as it should.
pub fn run(arguments: Health) -> Result<(), String> {
    let address = arguments.address;
    let answer = ask(address)
        .map_err(|error| format!("Nothing answers on {address}: {}.", reason(&error)))?;
    let status = answer.get("HTTP/1.x ".len()..).unwrap_or_default();
    match answer.starts_with(b"HTTP/1.") && status.starts_with(b"401 ") {
        true => Ok(()),
        false => Err(format!("What answers on {address} is no backend in order.")),
    }
}

/// The beginning of the answer.
fn ask(address: SocketAddr) -> std::io::Result<Vec<u8>> {
    const STATUS_LINE: u64 = 64;
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(QUESTION)?;
    let mut answer = Vec::new();
    stream.take(STATUS_LINE).read_to_end(&mut answer)?;
    Ok(answer)
}
