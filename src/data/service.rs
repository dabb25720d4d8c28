//! The service that this deployment talks to, and what a failed sign-in does to the session.

use std::sync::OnceLock;

use super::actions;
use super::bulk;
use super::cache;
use super::permissions;
use super::servers::{regions, selection};
use crate::api::{ApiError, Client, ErrorKind};
use crate::browser::boot;
use crate::config::{Config, Face, Offers};
use crate::session::{self, Ending};

struct Service {
    config: Config,
    client: Client,
    forget: fn(),
}

static SERVICE: OnceLock<Service> = OnceLock::new();

/// Sets what the deployment's configuration says, once, before anything is asked, and how all that belongs to a session is
/// forgotten when that ends ([`forget_everything`]).
pub fn start(config: Config, client: Client, forget: fn()) {
    // A second start would be the same page started twice; the first one holds.
    let _ = SERVICE.set(Service {
        config,
        client,
        forget,
    });
}

/// The deployment's settings; the defaults before [`start`].
#[must_use]
pub fn config() -> &'static Config {
    static DEFAULT: OnceLock<Config> = OnceLock::new();
    match SERVICE.get() {
        Some(service) => &service.config,
        None => DEFAULT.get_or_init(Config::default),
    }
}

/// What the portal shows of the provider. What is wrong with it is told where it is first needed.
pub fn face() -> &'static Face {
    static FACE: OnceLock<Face> = OnceLock::new();
    FACE.get_or_init(|| {
        let (face, problems) = Face::read(&config().settings);
        warn_of(&problems);
        face
    })
}

/// What the deployment has people choose from. What is wrong with it is told where it is first needed, too.
pub fn offers() -> &'static Offers {
    static OFFERS: OnceLock<Offers> = OnceLock::new();
    OFFERS.get_or_init(|| {
        let (offers, problems) = Offers::read(&config().settings);
        warn_of(&problems);
        offers
    })
}

/// Tells whoever looks into the browser's console what is wrong with the configuration, unless the sign-in has.
pub fn warn_of(problems: &[String]) {
    if !problems.is_empty() && !boot::has_entered() {
        let told = "The configuration has problems; defaults stand in: ";
        leptos::leptos_dom::logging::console_warn(&[told, &problems.join("; ")].concat());
    }
}

/// A client without a token: for signing in.
pub(super) fn anonymous() -> Option<Client> {
    SERVICE.get().map(|service| service.client.clone())
}

/// A client with the session's token.
pub(super) fn client() -> Option<Client> {
    anonymous().map(|client| client.with_token(session::token()))
}

/// Ends the session when a failure means that the service no longer accepts its token; asks again what the token may do
/// where it is accepted and something was not allowed.
///
/// 401 says so. 403 says so only when the question about the token itself is refused too: some set-ups of the service
/// answer 403 to a missing token (contract, Authentication).
pub(super) async fn judge(asked_by: &Client, failure: &ApiError) {
    let refused = match failure.kind {
        ErrorKind::Unauthorised => true,
        ErrorKind::Forbidden => asked_by
            .current_token()
            .await
            .is_err_and(|error| is_refusal(&error)),
        _ => false,
    };
    // A late answer to a token that has been replaced meanwhile says nothing about the new one.
    if refused && asked_by.uses_token(session::token().as_ref()) {
        forget_session();
        session::end(Ending::Ended);
    } else if failure.kind == ErrorKind::Forbidden
        && let Ok(answer) = asked_by.account().await
    {
        permissions::learn(Some(answer.token.permissions));
    }
}

/// What came of something that was done, once [`judge`] has looked at it.
pub(super) async fn judged(
    asked_by: &Client,
    answer: Result<String, ApiError>,
) -> Result<(), ApiError> {
    match answer {
        Ok(_) => Ok(()),
        Err(failure) => {
            judge(asked_by, &failure).await;
            Err(failure)
        }
    }
}

/// Forgets what belongs to the session that ends, as [`start`] was told.
pub(super) fn forget_session() {
    if let Some(service) = SERVICE.get() {
        (service.forget)();
    }
}

/// Forgets all answers and what is under way.
pub fn forget_everything() {
    cache::clear();
    permissions::forget();
    actions::forget();
    regions::forget();
    selection::clear();
    bulk::forget();
}

fn is_refusal(error: &ApiError) -> bool {
    matches!(error.kind, ErrorKind::Unauthorised | ErrorKind::Forbidden)
}
