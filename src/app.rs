//! The routes, and what holds for all of them.

use leptos::prelude::*;

use crate::browser::{address, clock, presence, theme, version};
use crate::data::sign_in;
#[cfg(debug_assertions)]
use crate::pages::design_page;
use crate::pages::{
    NotFound, Power, ServersPage, Shell, ToastPlace, activity_page, confirm_power, focus_new_pages,
    login_page, profile_page, projects_page, server_page, token_page,
};
use crate::paths::Page;
use crate::session::{self, Ending};
use crate::ui::{Announcer, LiveRegion, Toasts, dynamic};
use crate::{paths, words};

/// Starts the portal, with the sign-in page where nobody is signed in.
#[cfg(target_arch = "wasm32")]
pub async fn start() {
    use crate::browser::boot;
    use crate::data::service;
    use crate::pages::prepare_sign_in;
    use crate::start::prepare;

    if !prepare(service::forget_everything).await {
        boot::tell(boot::Start::Failed);
        return;
    }
    // Its outline stands in the document: what takes its place is the page, and not its waiting.
    match session::token() {
        None => prepare_sign_in().await,
        Some(_) => boot::early_arrival().await,
    }
    mount_to_body(App);
    boot::tell(boot::Start::Done);
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    address::start(|| true);
    presence::start();
    clock::start();
    version::start();
    theme::follow_other_tabs();
    words::follow_other_tabs();
    sign_in::follow_other_tabs();
    let toasts = Toasts::provide();
    let announcer = Announcer::provide();
    let power = Power::provide(toasts);
    forget_with_session(power, toasts, announcer);
    view! {
        <Pages />
        {dynamic(move || power.is_asking().then(|| confirm_power(power)))}
        <ToastPlace toasts />
        <LiveRegion announcer />
    }
}

/// Takes away what stands beside the pages and may tell of one session, before another one begins.
fn forget_with_session(power: Power, toasts: Toasts, announcer: Announcer) {
    Effect::new(move |before: Option<u32>| {
        let generation = session::generation();
        if before.is_some_and(|before| before != generation) {
            power.forget();
            toasts.clear();
            announcer.clear();
        }
        generation
    });
}

/// The page of the address: the sign-in alone (in a development build the design system, too), every other one in the shell.
#[component]
fn Pages() -> impl IntoView {
    focus_new_pages();
    let page = Memo::new(|_| Page::at(&address::path()));
    let at_login = Memo::new(move |_| page.get() == Page::Login);
    #[cfg(debug_assertions)]
    let at_design = Memo::new(move |_| page.get() == Page::Design);
    guard(page);
    move || {
        #[cfg(debug_assertions)]
        if at_design.get() {
            return design_page();
        }
        match at_login.get() {
            true => login_page(),
            false => {
                view! { <Shell content=Callback::new(move |()| content(&page.get())) /> }.into_any()
            }
        }
    }
}

fn content(page: &Page) -> AnyView {
    match page {
        Page::Home | Page::Login => ().into_any(),
        #[cfg(debug_assertions)]
        Page::Design => ().into_any(),
        Page::Servers => view! { <ServersPage /> }.into_any(),
        Page::Server(id) => server_page(id.clone()),
        Page::Profile => profile_page(),
        Page::Projects => projects_page(),
        Page::Token => token_page(),
        Page::Activity => activity_page(),
        Page::Unknown => view! { <NotFound /> }.into_any(),
    }
}

/// Sends whoever is not signed in to the sign-in page, once, and from there back to where they wanted to go.
fn guard(page: Memo<Page>) {
    Effect::new(move |_| {
        let target = match (session::is_signed_in(), page.get()) {
            #[cfg(debug_assertions)]
            (_, Page::Design) => return,
            (true, Page::Login) => wanted(),
            (true, Page::Home) => paths::SERVERS.address(),
            (false, Page::Login) | (true, _) => return,
            (false, _) if session::ending() == Some(Ending::SignedOut) => paths::LOGIN.address(),
            (false, _) => paths::login_returning_to(&address::whole()),
        };
        address::replace(&target);
    });
}

/// Where somebody wanted to go who has been sent to the sign-in page.
pub(crate) fn wanted() -> String {
    let wanted = untrack(|| address::parameter(paths::RETURN_TO));
    paths::return_address(wanted.as_deref())
}
