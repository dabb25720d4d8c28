//! What can be done to a server (contract, Servers). The service only accepts: how far it has come is seen in the server's status.

use serde::Serialize;

use super::client::{Client, json_body, message};
use super::error::ApiError;
use super::path::Path;
use super::server::server_path;
use super::transport::Method;

/// What the power button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PowerAction {
    /// Starts a server that is off.
    Start,
    /// Turns a running server off.
    Stop,
    /// Restarts a running server.
    Reboot,
}

#[derive(Serialize)]
struct NewServerPassword<'a> {
    password: &'a str,
    re_password: &'a str,
}

#[derive(Serialize)]
struct NewServerName<'a> {
    server_name: &'a str,
}

#[derive(Serialize)]
struct NewSystem {
    os_image: u32,
}

impl Client {
    /// `POST /server/{instance_id}/start/`, `/stop/` and `/reboot/`. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`]; an action that does not fit the server's status is a conflict.
    pub async fn power_server(
        &self,
        instance_id: &str,
        action: PowerAction,
    ) -> Result<String, ApiError> {
        let after = match action {
            PowerAction::Start => "/start/",
            PowerAction::Stop => "/stop/",
            PowerAction::Reboot => "/reboot/",
        };
        self.act(server_path(instance_id, after), None).await
    }

    /// `POST /server/{instance_id}/rename/`. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`]; a name that is refused stands under the field `server_name`.
    pub async fn rename_server(
        &self,
        instance_id: &str,
        server_name: &str,
    ) -> Result<String, ApiError> {
        let body = json_body(&NewServerName { server_name });
        self.act(server_path(instance_id, "/rename/"), body).await
    }

    /// `POST /server/{instance_id}/rebuild/`: wipes the disk and installs the system `os_image`, an id of the deployment's
    /// configuration. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`]; an image that is refused stands under the field `os_image`.
    pub async fn rebuild_server(
        &self,
        instance_id: &str,
        os_image: u32,
    ) -> Result<String, ApiError> {
        let body = json_body(&NewSystem { os_image });
        self.act(server_path(instance_id, "/rebuild/"), body).await
    }

    /// `POST /server/{instance_id}/change_password/`: sets the password of the server's administrator. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`]; what is refused stands under the fields `password` and `re_password`.
    pub async fn change_server_password(
        &self,
        instance_id: &str,
        password: &str,
        re_password: &str,
    ) -> Result<String, ApiError> {
        let body = json_body(&NewServerPassword {
            password,
            re_password,
        });
        self.act(server_path(instance_id, "/change_password/"), body)
            .await
    }

    /// Sends a `POST` that is answered with a message.
    pub(super) async fn act(&self, path: Path, body: Option<String>) -> Result<String, ApiError> {
        self.call(Method::Post, path, body, message).await
    }
}
