//! `/server/` and `/server/{instance_id}/`: the list, and one server.

use axum::Json;
use axum::extract::State;

use super::faults;
use super::views::ServerView;
use crate::permissions::{Permission, SERVERS_LIST};
use crate::server::App;
use crate::storage::server_list::{self, Filter};
use crate::storage::servers::{self, Server};
use crate::web::address::RequestAddress;
use crate::web::caller::{CallOnServer, Caller};
use crate::web::error::ApiError;
use crate::web::pagination::{Page, PageRequest, Parameters};

/// `GET /server/`.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    parameters: Parameters,
    address: RequestAddress,
) -> Result<Json<Page<ServerView>>, ApiError> {
    caller.require(SERVERS_LIST)?;
    faults::at_list(&app, &caller.token).await?;
    let request = PageRequest::of(&parameters)?;
    let filter = filter(&parameters);
    app.compute.refresh().await?;
    let (count, servers) = app
        .database
        .read(move |connection| -> Result<_, ApiError> {
            let project = &caller.token.project_id;
            let count = server_list::count(connection, project, &filter)?;
            let servers =
                server_list::page(connection, project, &filter, request.offset(), request.size)?;
            Ok((count, servers))
        })
        .await?;
    let views = servers.into_iter().map(ServerView::from).collect();
    Page::new(request, &address, count, views).map(Json)
}

fn filter(parameters: &Parameters) -> Filter {
    Filter {
        id: parameters.filled("server_id"),
        ip: parameters.filled("server_ip"),
        name: parameters.filled("server_name"),
        status: parameters.filled("server_status"),
        expired: parameters.filled("server_expired"),
        created: parameters.filled("server_created"),
    }
}

/// `GET /server/{instance_id}/`.
pub async fn show(
    State(app): State<App>,
    call: CallOnServer,
) -> Result<Json<ServerView>, ApiError> {
    let server = own_server(&app, &call, SERVERS_LIST, "instance_id").await?;
    Ok(Json(server.into()))
}

/// The server of a call, up to date, if the caller may do this with it. A server that fails on purpose fails here, and
/// complains of `field` if that is its way.
pub async fn own_server(
    app: &App,
    call: &CallOnServer,
    permission: Permission,
    field: &str,
) -> Result<Server, ApiError> {
    call.caller.require(permission)?;
    app.compute.refresh().await?;
    let (project, id) = (call.caller.token.project_id.clone(), call.server_id.clone());
    let server = app
        .database
        .read(move |connection| {
            servers::find_in_project(connection, &project, &id).map_err(ApiError::from)
        })
        .await?
        .ok_or(ApiError::NotFound)?;
    if let Some(fault) = server.fault.as_deref().and_then(|kind| kind.parse().ok()) {
        faults::fail(app, fault, field).await?;
    }
    Ok(server)
}
