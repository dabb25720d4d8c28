//! The routes, and what holds for all of them.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::{ParentRoute, Redirect, Route, Router, Routes};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::path;

use crate::browser::{clock, presence, theme};
use crate::data::sign_in;
use crate::pages::{
    Login, NotFound, ProfilePage, ProjectsPage, ServerPage, ServersPage, Shell, TokenPage,
};
use crate::session::{self, Ending};
use crate::ui::{Announcer, LiveRegion, ToastRegion, Toasts};
use crate::{paths, words};

/// Starts the application: the deployment's settings, the reader's words, then the page.
#[cfg(target_arch = "wasm32")]
pub async fn start() {
    use std::sync::Arc;

    use crate::api::{Client, browser::Browser};
    use crate::browser::boot;
    use crate::config::Config;
    use crate::data::service;

    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    let (configuration, has_words) =
        futures::future::join(boot::configuration(), words::start()).await;
    if !has_words {
        boot::fail();
        return;
    }
    let (config, problems) = Config::parse(configuration.as_deref().unwrap_or_default());
    if !problems.is_empty() {
        leptos::logging::warn!(
            "The configuration has problems; defaults stand in: {}",
            problems.join("; ")
        );
    }
    let client = Client::new(Arc::new(Browser), &config.api_base, &config.auth_scheme);
    words::keep_to(&config.languages);
    service::start(config, client);
    mount_to_body(App);
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    presence::start();
    clock::start();
    theme::follow_other_tabs();
    words::follow_other_tabs();
    sign_in::follow_other_tabs();
    let toasts = Toasts::provide();
    let announcer = Announcer::provide();
    view! {
        <Router>
            <Guard />
            <Routes fallback=NotFound>
                <Route path=path!("/login") view=Login />
                <ParentRoute path=path!("") view=Shell>
                    <Route path=path!("/") view=|| view! { <Redirect path=paths::SERVERS /> } />
                    <Route path=path!("/servers") view=ServersPage />
                    <Route path=path!("/servers/:id") view=ServerPage />
                    <Route path=path!("/profile") view=ProfilePage />
                    <Route path=path!("/projects") view=ProjectsPage />
                    <Route path=path!("/token") view=TokenPage />
                    <Route path=path!("/*any") view=NotFound />
                </ParentRoute>
            </Routes>
        </Router>
        <ToastRegion toasts label=words::COMMON_NOTIFICATIONS dismiss_label=words::COMMON_DISMISS />
        <LiveRegion announcer />
    }
}

/// Sends whoever is not signed in to the sign-in page, once, and from there back to where they wanted to go.
#[component]
fn Guard() -> impl IntoView {
    let location = use_location();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let path = location.pathname.get();
        let signed_in = session::is_signed_in();
        let target = match (signed_in, path == paths::LOGIN) {
            (true, true) => {
                let wanted = location
                    .query
                    .with_untracked(|query| query.get(paths::RETURN_TO));
                paths::return_address(wanted.as_deref())
            }
            (false, false) if session::ending() == Some(Ending::SignedOut) => {
                paths::LOGIN.to_owned()
            }
            (false, false) => {
                let search = location.search.get_untracked();
                let mark = if search.is_empty() { "" } else { "?" };
                paths::login_returning_to(&[path.as_str(), mark, &search].concat())
            }
            _ => return,
        };
        navigate(
            &target,
            NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            },
        );
    });
}
