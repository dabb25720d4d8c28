//! The calls of the contract, one file for each part of it.

pub mod account;
pub mod auth;
pub mod faults;
pub mod network;
pub mod server_actions;
pub mod server_details;
pub mod servers;
pub mod tokens;
pub mod user;
pub mod views;

use axum::Router;
use axum::routing::{get, patch, post};

use crate::server::App;

/// Every call, below `/api/v1`.
pub fn router() -> Router<App> {
    Router::new()
        .route(
            "/auth/tokens",
            post(auth::create).get(auth::show).delete(auth::end),
        )
        .route("/server/", get(servers::list))
        .merge(one_server())
        .route("/user/detail_user/", get(user::show))
        .route("/user/update_profile/", patch(user::update_profile))
        .route("/user/change_password/", post(user::change_password))
        .route("/user/list_project/", get(user::projects))
        .route("/account/me/", get(account::me))
        .route("/token/", get(tokens::list))
        .route("/token/revoke_token/", post(tokens::revoke))
        .route("/token/revoke_all_token/", post(tokens::revoke_all))
}

fn one_server() -> Router<App> {
    let calls = [
        ("", get(servers::show)),
        ("change_password/", post(server_actions::change_password)),
        ("console/", get(server_details::console)),
        ("get_console_log/", get(server_details::boot_log)),
        ("list_volume_attached/", get(server_details::volumes)),
        ("reboot/", post(server_actions::reboot)),
        ("start/", post(server_actions::start)),
        ("stop/", post(server_actions::stop)),
        ("rename/", post(server_actions::rename)),
        ("rebuild/", post(server_actions::rebuild)),
        ("get_action_log/", get(server_details::action_log)),
        ("list_ip/", get(server_details::addresses)),
    ];
    calls
        .into_iter()
        .fold(Router::new(), |router, (call, answer)| {
            router.route(&format!("/server/{{instance_id}}/{call}"), answer)
        })
}
