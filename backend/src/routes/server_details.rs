//! What belongs to a server: its console, boot log, volumes, actions and addresses.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::network::{Port, ports};
use super::server_actions;
use super::servers::own_server;
use super::views::in_account_offset;
use crate::compute::action::has_console;
use crate::conventions::CONSOLE_LINK_LIFETIME;
use crate::permissions::{SERVERS_LIST, SERVERS_UPDATE};
use crate::server::App;
use crate::storage::action_log::{self, Entry};
use crate::storage::console_links;
use crate::storage::servers::{self, Volume};
use crate::token;
use crate::web::address::RequestAddress;
use crate::web::caller::CallOnServer;
use crate::web::error::ApiError;

/// The call has no field of its own to complain of.
const NO_FIELD: &str = "instance_id";
/// How many lines of the action log an answer holds, the newest.
const ACTION_LOG_LINES: u64 = 100;

/// A link to a console.
#[derive(Debug, Serialize)]
pub struct ConsoleView {
    message: &'static str,
    url: String,
}

/// `GET /server/{instance_id}/console/`.
pub async fn console(
    State(app): State<App>,
    call: CallOnServer,
    address: RequestAddress,
) -> Result<Json<[ConsoleView; 1]>, ApiError> {
    let server = own_server(&app, &call, SERVERS_UPDATE, NO_FIELD).await?;
    if !has_console(&server.status) {
        let sentence = format!(
            "A server whose status is {} has no console. Start it first.",
            server.status
        );
        return Err(ApiError::Conflict(sentence));
    }
    let secret = token::new_secret()?;
    let (hash, now) = (token::hash(&secret), app.clock.now());
    app.database
        .write(move |transaction| {
            let end = now + CONSOLE_LINK_LIFETIME;
            console_links::insert(transaction, &hash, &server.id, now, end).map_err(ApiError::from)
        })
        .await?;
    server_actions::log(&app, &call, "console", "A console link was made.").await;
    Ok(Json([ConsoleView {
        message: "The link works for 10 minutes.",
        url: format!("{}/console/{secret}", address.origin),
    }]))
}

/// A boot log.
#[derive(Debug, Serialize)]
pub struct BootLogView {
    console_log: String,
}

/// `GET /server/{instance_id}/get_console_log/`.
pub async fn boot_log(
    State(app): State<App>,
    call: CallOnServer,
) -> Result<Json<BootLogView>, ApiError> {
    let server = own_server(&app, &call, SERVERS_LIST, NO_FIELD).await?;
    let console_log = app.compute.boot_log(server.id).await?;
    Ok(Json(BootLogView { console_log }))
}

/// A volume; `bootable` is a text (contract, Servers).
#[derive(Debug, Serialize)]
pub struct VolumeView {
    bootable: String,
    name: String,
    size: u32,
    volume_id: String,
}

impl From<Volume> for VolumeView {
    fn from(volume: Volume) -> Self {
        Self {
            bootable: volume.is_bootable.to_string(),
            name: volume.name,
            size: volume.size,
            volume_id: volume.id,
        }
    }
}

/// `GET /server/{instance_id}/list_volume_attached/`.
pub async fn volumes(
    State(app): State<App>,
    call: CallOnServer,
) -> Result<Json<Vec<VolumeView>>, ApiError> {
    let server = own_server(&app, &call, SERVERS_LIST, NO_FIELD).await?;
    let volumes = app
        .database
        .read(move |connection| servers::volumes(connection, &server.id).map_err(ApiError::from))
        .await?;
    Ok(Json(volumes.into_iter().map(VolumeView::from).collect()))
}

/// A line of the action log.
#[derive(Debug, Serialize)]
pub struct ActionView {
    instance_uuid: String,
    user_id: String,
    start_time: String,
    action: String,
    message: String,
    project_id: String,
}

impl From<Entry> for ActionView {
    fn from(entry: Entry) -> Self {
        Self {
            instance_uuid: entry.server_id,
            user_id: entry.user_email,
            start_time: in_account_offset(entry.start_time),
            action: entry.action,
            message: entry.message,
            project_id: entry.project_id,
        }
    }
}

/// `GET /server/{instance_id}/get_action_log/`.
pub async fn action_log(
    State(app): State<App>,
    call: CallOnServer,
) -> Result<Json<Vec<ActionView>>, ApiError> {
    let server = own_server(&app, &call, SERVERS_LIST, NO_FIELD).await?;
    let entries = app
        .database
        .read(move |connection| {
            action_log::newest(connection, &server.id, ACTION_LOG_LINES).map_err(ApiError::from)
        })
        .await?;
    Ok(Json(entries.into_iter().map(ActionView::from).collect()))
}

/// `GET /server/{instance_id}/list_ip/`.
pub async fn addresses(
    State(app): State<App>,
    call: CallOnServer,
) -> Result<Json<Vec<Port>>, ApiError> {
    let server = own_server(&app, &call, SERVERS_LIST, NO_FIELD).await?;
    Ok(Json(ports(&server)))
}
