//! The program of the sign-in page: all that somebody downloads who is not signed in. The portal, another program, takes
//! its place in the same document once they are.

use futures::channel::oneshot;
use leptos::prelude::*;

use crate::app::wanted;
use crate::browser::{address, boot, presence, theme};
use crate::data::sign_in;
use crate::pages::Login;
use crate::paths::{self, Page};
use crate::session;
use crate::start::prepare;
use crate::ui::{Announcer, LiveRegion};
use crate::words;

/// Shows the sign-in page until somebody is signed in, here or in another tab, and leads to the portal then.
pub async fn start() {
    let (true, Some(body)) = (prepare(|| ()).await, document().body()) else {
        boot::tell(boot::Start::Failed);
        return;
    };
    let (signed_in, session) = oneshot::channel();
    let page = mount_to(body, move || view! { <Entrance signed_in /> });
    boot::tell(boot::Start::Done);
    if let Ok(session) = session.await {
        // Nothing of it is left to follow what other tabs do beside the portal.
        drop(page);
        boot::enter(&session, &wanted());
    }
}

/// The whole page.
#[component]
fn Entrance(
    /// Is told the session, as the storage keeps it.
    signed_in: oneshot::Sender<String>,
) -> impl IntoView {
    // The portal follows them itself.
    address::start(|| session::token().is_none());
    presence::start();
    theme::follow_other_tabs();
    words::follow_other_tabs();
    sign_in::follow_other_tabs();
    if Page::at(&untrack(address::path)) != Page::Login {
        address::replace(&paths::login_returning_to(&address::whole()));
    }
    let mut signed_in = Some(signed_in);
    Effect::new(move || {
        if let Some(session) = session::stored()
            && let Some(signed_in) = signed_in.take()
        {
            // Nobody listens only where the page is gone.
            let _ = signed_in.send(session);
        }
    });
    let announcer = Announcer::provide();
    view! {
        <Login />
        <LiveRegion announcer />
    }
}
