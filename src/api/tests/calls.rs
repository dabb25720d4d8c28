//! Every call of the front end, under the name that `tests/contract/openapi.yaml` gives it.

use super::shown;
use crate::api::auth::NewToken;
use crate::api::server::ServerQuery;
use crate::api::server_actions::PowerAction;
use crate::api::user::{Gender, PasswordChange, ProfileUpdate};
use crate::api::{ApiError, Client};
use crate::json::Json;

/// Makes a call, its arguments taken from the body that is to be sent, and shows the answer as text.
pub type Call = fn(&Client, &Json) -> Result<String, ApiError>;

/// The instance id that the calls ask for.
pub const INSTANCE_ID: &str = "6f4c1a52";

/// The operation ids of the contract, and the call that each of them is.
pub const CALLS: &[(&str, Call)] = &[
    ("createToken", create_token),
    ("getToken", |client, _| shown(client.current_token())),
    ("deleteToken", |client, _| shown(client.delete_token())),
    ("listServers", |client, _| {
        shown(client.list_servers(&ServerQuery::default()))
    }),
    ("getServer", |client, _| shown(client.server(INSTANCE_ID))),
    ("changeServerPassword", |client, body| {
        let (password, again) = (body.text("password"), body.text("re_password"));
        shown(client.change_server_password(INSTANCE_ID, &password, &again))
    }),
    ("getServerConsole", |client, _| {
        shown(client.server_console(INSTANCE_ID))
    }),
    ("getServerConsoleLog", |client, _| {
        shown(client.server_boot_log(INSTANCE_ID))
    }),
    ("listServerVolumes", |client, _| {
        shown(client.server_volumes(INSTANCE_ID))
    }),
    ("rebootServer", |client, _| {
        shown(client.power_server(INSTANCE_ID, PowerAction::Reboot))
    }),
    ("startServer", |client, _| {
        shown(client.power_server(INSTANCE_ID, PowerAction::Start))
    }),
    ("stopServer", |client, _| {
        shown(client.power_server(INSTANCE_ID, PowerAction::Stop))
    }),
    ("renameServer", |client, body| {
        shown(client.rename_server(INSTANCE_ID, &body.text("server_name")))
    }),
    ("rebuildServer", |client, body| {
        let os_image = body.get("os_image").as_integer().unwrap_or_default();
        shown(client.rebuild_server(INSTANCE_ID, os_image))
    }),
    ("getServerActionLog", |client, _| {
        shown(client.server_action_log(INSTANCE_ID))
    }),
    ("listServerIps", |client, _| {
        shown(client.server_ports(INSTANCE_ID))
    }),
    ("getUser", |client, _| shown(client.profile())),
    ("updateProfile", update_profile),
    ("changeUserPassword", |client, body| {
        shown(client.change_password(&PasswordChange {
            old_password: body.text("old_password"),
            new_password: body.text("new_password"),
            re_password: body.text("re_password"),
        }))
    }),
    ("listProjects", |client, _| shown(client.projects())),
    ("getAccount", |client, _| shown(client.account())),
    ("listTokens", |client, _| shown(client.list_tokens(1))),
    ("revokeToken", |client, body| {
        shown(client.revoke_token(&body.text("token_key")))
    }),
    ("revokeAllTokens", |client, _| {
        shown(client.revoke_all_tokens())
    }),
];

fn create_token(client: &Client, body: &Json) -> Result<String, ApiError> {
    shown(client.create_token(&NewToken {
        email: body.text("email"),
        password: body.text("password"),
        hours: body.get("expired").as_integer(),
        project_id: body.optional_text("project_id"),
    }))
}

fn update_profile(client: &Client, body: &Json) -> Result<String, ApiError> {
    let number: Option<u8> = body.get("gender").as_integer();
    let gender = [Gender::Male, Gender::Female, Gender::Company]
        .into_iter()
        .find(|gender| Some(gender.number()) == number);
    shown(client.update_profile(&ProfileUpdate {
        first_name: body.optional_text("first_name"),
        last_name: body.optional_text("last_name"),
        gender,
        phone_number: body.optional_text("phone_number"),
        address: body.optional_text("address"),
        company: body.optional_text("company"),
    }))
}
