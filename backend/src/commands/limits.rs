//! What the system lets this process have.

use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
use tokio::signal::unix::{SignalKind, signal};

/// A limit on the size of files ends a process that does not listen for its signal. One that does is told by the write
/// that fails, as by a full disk.
pub fn outlive_file_size() -> std::io::Result<()> {
    signal(SignalKind::from_raw(Signal::XFSZ.as_raw())).map(drop)
}

/// Takes as many open files as the system allows: each connection is one, a browser keeps six, and what a process gets
/// unasked is often enough for no more than a thousand.
pub fn raise_open_files() {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    let all = Rlimit {
        current: maximum,
        maximum,
    };
    // Without them fewer people can be connected at once, which is no reason not to start.
    let _ = setrlimit(Resource::Nofile, all);
}
