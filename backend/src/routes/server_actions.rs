//! What can be done to a server: power, name, system, password.

use axum::Json;
use axum::extract::State;

use super::servers::own_server;
use super::views::Message;
use crate::compute::Action;
use crate::conventions::MAXIMUM_SERVER_NAME;
use crate::operator;
use crate::password::weaknesses;
use crate::permissions::{SERVERS_POWER, SERVERS_UPDATE};
use crate::server::App;
use crate::storage::StorageError;
use crate::storage::action_log::{self, Entry};
use crate::storage::servers::Server;
use crate::web::caller::CallOnServer;
use crate::web::error::ApiError;
use crate::web::form::{Form, TextRules};

type Done = Result<Json<Message>, ApiError>;

/// `POST /server/{instance_id}/start/`.
pub async fn start(State(app): State<App>, call: CallOnServer) -> Done {
    power(&app, call, Action::Start, "The server is starting.").await
}

/// `POST /server/{instance_id}/stop/`.
pub async fn stop(State(app): State<App>, call: CallOnServer) -> Done {
    power(&app, call, Action::Stop, "The server is stopping.").await
}

/// `POST /server/{instance_id}/reboot/`.
pub async fn reboot(State(app): State<App>, call: CallOnServer) -> Done {
    power(&app, call, Action::Reboot, "The server is restarting.").await
}

async fn power(app: &App, call: CallOnServer, action: Action, sentence: &str) -> Done {
    let server = own_server(app, &call, SERVERS_POWER, "instance_id").await?;
    perform(app, &call, &server, action, sentence).await
}

/// `POST /server/{instance_id}/rename/`.
pub async fn rename(
    State(app): State<App>,
    call: CallOnServer,
    form: Result<Form, ApiError>,
) -> Done {
    let server = own_server(&app, &call, SERVERS_UPDATE, "server_name").await?;
    let mut form = form?;
    let name = form.text("server_name", TextRules::filled(MAXIMUM_SERVER_NAME));
    form.check()?;
    let action = Action::Rename { name };
    perform(&app, &call, &server, action, "The server is being renamed.").await
}

/// `POST /server/{instance_id}/rebuild/`.
pub async fn rebuild(
    State(app): State<App>,
    call: CallOnServer,
    form: Result<Form, ApiError>,
) -> Done {
    let server = own_server(&app, &call, SERVERS_UPDATE, "os_image").await?;
    let mut form = form?;
    let os_image = form.integer("os_image", 1..=i64::MAX);
    form.check()?;
    let action = Action::Rebuild { os_image };
    perform(&app, &call, &server, action, "The server is being rebuilt.").await
}

/// `POST /server/{instance_id}/change_password/`.
pub async fn change_password(
    State(app): State<App>,
    call: CallOnServer,
    form: Result<Form, ApiError>,
) -> Done {
    let server = own_server(&app, &call, SERVERS_UPDATE, "password").await?;
    let password = new_password(form?, "password")?;
    let action = Action::ChangePassword { password };
    perform(&app, &call, &server, action, "The password is being set.").await
}

/// The password in `field`, which `re_password` repeats and which keeps the rules.
pub fn new_password(mut form: Form, field: &str) -> Result<String, ApiError> {
    let password = form.text(field, TextRules::secret());
    let repeated = form.text("re_password", TextRules::secret());
    if form.is_sound(field) {
        form.reject_all(field, weaknesses(&password));
    }
    if form.is_sound("re_password") && repeated != password {
        form.reject("re_password", "The two passwords are not the same.");
    }
    form.check()?;
    Ok(password)
}

async fn perform(
    app: &App,
    call: &CallOnServer,
    server: &Server,
    action: Action,
    sentence: &str,
) -> Done {
    let word = action.word();
    app.compute.perform(server.id.clone(), action).await?;
    log(app, call, word, sentence).await;
    Ok(Json(Message::new(sentence)))
}

/// Notes in the action log what the caller did. It is done: a line that cannot be kept is told to the operator alone,
/// and the caller is not told that the action failed.
pub async fn log(app: &App, call: &CallOnServer, word: &str, sentence: &str) {
    let entry = Entry {
        server_id: call.server_id.clone(),
        user_email: call.caller.token.email.clone(),
        project_id: call.caller.token.project_id.clone(),
        action: word.to_owned(),
        message: sentence.to_owned(),
        start_time: app.clock.now(),
    };
    let kept: Result<(), StorageError> = app
        .database
        .write(move |transaction| Ok(action_log::insert(transaction, &entry)?))
        .await;
    if let Err(error) = kept {
        operator::tell(&format!("An action could not be logged: {error}."));
    }
}
