//! `serve`: answer requests until told to stop.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use super::{limits, open, reason};
use crate::clock::Clock;
use crate::command_line::Serve;
use crate::compute::simulator::Simulator;
use crate::connections::Connections;
use crate::demo::{FIRST_ACCOUNT, FIRST_PROJECT, PASSWORD};
use crate::password::PasswordDesk;
use crate::server::{App, Settings, router};
use crate::sign_in_limit::SignInLimit;
use crate::storage::demo;
use crate::web::static_files::StaticFiles;

/// How long answers under way may take after the signal to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Opens everything, says where, and answers.
pub fn run(arguments: Serve) -> Result<(), String> {
    let (listen, is_demo) = (arguments.listen, arguments.demo);
    let app = prepare(arguments)?;
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| format!("The backend cannot start: {error}."))?;
    runtime.block_on(serve(app, listen, is_demo))
}

fn prepare(arguments: Serve) -> Result<App, String> {
    let files = arguments
        .dist
        .as_deref()
        .map(StaticFiles::open)
        .transpose()?;
    let database = open(arguments.storage)?;
    let clock = Clock::system();
    if arguments.demo {
        demo::fill(&database, clock.now())
            .map_err(|error| format!("The demo cannot be stored: {error}."))?;
    }
    Ok(App {
        compute: Arc::new(Simulator::new(
            database.clone(),
            clock.clone(),
            arguments.time_scale,
        )),
        database,
        clock,
        passwords: PasswordDesk::new()
            .map_err(|error| format!("The backend cannot start: {error}."))?,
        sign_in_limit: Arc::new(SignInLimit::new(
            arguments.sign_in_limit,
            arguments.sign_in_limit_per_address,
        )),
        calls_in_turns: Arc::default(),
        files,
        settings: Settings {
            public_url: arguments.public_url,
            is_behind_proxy: arguments.behind_proxy,
            base: arguments.base,
            allowed_origins: arguments.allow_origin,
        },
    })
}

async fn serve(app: App, listen: SocketAddr, is_demo: bool) -> Result<(), String> {
    let cannot_listen =
        |error| format!("The backend cannot answer on {listen}: {}.", reason(&error));
    let listener = TcpListener::bind(listen).await.map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    limits::outlive_file_size().map_err(|error| format!("The backend cannot start: {error}."))?;
    limits::raise_open_files();
    let (stop, stopped) = oneshot::channel();
    let signals = stop_signals().map_err(|error| format!("The backend cannot start: {error}."))?;
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    // The address of who is connected is told only of listeners that are tapped.
    let connections = Connections(listener).tap_io(|_| ());
    let server = axum::serve(connections, service).with_graceful_shutdown(async move {
        signals.await;
        // The receiver lives as long as this function.
        let _ = stop.send(());
    });
    let _ = announce(address, is_demo);
    tokio::select! {
        ended = server => ended.map_err(|error| format!("The backend stopped: {error}.")),
        () = last_answers(stopped) => Ok(()),
    }
}

/// Ends some seconds after the signal to stop, whatever is still under way.
async fn last_answers(stopped: oneshot::Receiver<()>) {
    // A sender that is gone without a word means that the server has ended by itself.
    let _ = stopped.await;
    tokio::time::sleep(LAST_ANSWERS).await;
}

/// Ends when the process is asked to stop.
fn stop_signals() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Says where the backend answers, and in the demo with what to sign in. Nobody needs to be listening: a closed
/// standard output is no reason to stop.
fn announce(address: SocketAddr, is_demo: bool) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "Listening on http://{address}")?;
    if is_demo {
        writeln!(output, "Demo e-mail: {FIRST_ACCOUNT}")?;
        writeln!(output, "Demo password: {PASSWORD}")?;
        writeln!(output, "Demo project: {FIRST_PROJECT}")?;
    }
    output.flush()
}
