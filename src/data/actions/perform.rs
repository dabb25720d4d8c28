//! The one road by which something is done to a server.

use std::time::Duration;

use futures::future::{FutureExt, LocalBoxFuture};

use super::mark::{Report, Task};
use super::news::{self, News};
use super::store;
use super::table::Action;
use super::watch;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::api::transport::TransportError;
use crate::api::{ApiError, Client};
use crate::browser::clock;
use crate::config::OsImage;
use crate::data::service;

const MINUTE: Duration = Duration::from_secs(60);
/// What is done in seconds; after this long something is wrong.
const QUICK: Duration = MINUTE.saturating_mul(5);
/// A Linux server is rebuilt in two to three minutes, a Windows one in eight to ten (contract, Servers).
const REBUILD_OF_LINUX: Duration = MINUTE.saturating_mul(10);
const REBUILD_OF_WINDOWS: Duration = MINUTE.saturating_mul(30);

/// Starts, stops or reboots a server. Ends when the service has answered; see [`underway`](super::underway) for what
/// follows. While something is under way at the server already, nothing is sent. Let it run to its end: dropped
/// before, it leaves its mark on the server.
///
/// # Errors
/// Why the service did not accept it. Everything is as before then.
pub async fn power(server: &Server, action: PowerAction, report: Report) -> Result<(), ApiError> {
    let task = quick(action.into(), report);
    let request = async move { client()?.power_server(&server.instance_id, action).await };
    perform(server, task, request.boxed_local()).await
}

/// Gives a server another name, as [`power`] does what it does.
///
/// # Errors
/// Why the service did not accept it; a name that is refused stands under the field `server_name`.
pub async fn rename(server: &Server, name: &str, report: Report) -> Result<(), ApiError> {
    let task = Task {
        new_name: name.to_owned(),
        ..quick(Action::Rename, report)
    };
    let request = async move { client()?.rename_server(&server.instance_id, name).await };
    perform(server, task, request.boxed_local()).await
}

/// Sets the password of a server's administrator, as [`power`] does what it does.
///
/// # Errors
/// Why the service did not accept it; what is refused stands under the fields `password` and `re_password`.
pub async fn reset_password(
    server: &Server,
    password: &str,
    re_password: &str,
    report: Report,
) -> Result<(), ApiError> {
    let task = quick(Action::ResetPassword, report);
    let request = async move {
        let id = &server.instance_id;
        client()?
            .change_server_password(id, password, re_password)
            .await
    };
    perform(server, task, request.boxed_local()).await
}

/// Wipes a server's disk and installs `image`, as [`power`] does what it does.
///
/// # Errors
/// Why the service did not accept it; an image that is refused stands under the field `os_image`.
pub async fn rebuild(server: &Server, image: &OsImage, report: Report) -> Result<(), ApiError> {
    let patience = match image.is_windows() {
        true => REBUILD_OF_WINDOWS,
        false => REBUILD_OF_LINUX,
    };
    let task = Task {
        patience,
        ..quick(Action::Rebuild, report)
    };
    let request = async move {
        client()?
            .rebuild_server(&server.instance_id, image.id)
            .await
    };
    perform(server, task, request.boxed_local()).await
}

fn quick(action: Action, report: Report) -> Task {
    Task {
        action,
        new_name: String::new(),
        patience: QUICK,
        report,
    }
}

fn client() -> Result<Client, ApiError> {
    service::client().ok_or_else(|| ApiError::from(TransportError::Network))
}

/// Marks the server, sends the request, once, and lets the server be watched when the service has accepted it.
async fn perform(
    server: &Server,
    task: Task,
    request: LocalBoxFuture<'_, Result<String, ApiError>>,
) -> Result<(), ApiError> {
    let asked_by = client()?;
    let Some(key) = store::begin(server, task, clock::now()) else {
        return Ok(());
    };
    match request.await {
        Ok(_) => {
            store::accept(&key, clock::now());
            watch::start();
            Ok(())
        }
        Err(failure) => {
            store::put_back(&key, clock::now());
            news::tell(&News::Refused {
                instance_id: &server.instance_id,
                failure: &failure,
            });
            service::judge(&asked_by, &failure).await;
            Err(failure)
        }
    }
}
