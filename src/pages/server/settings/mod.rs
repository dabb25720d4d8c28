//! `/servers/{id}/settings`: what can be changed about a server.

mod confirmations;
mod rebuild;
mod rename;
mod reset_password;
mod section;

use leptos::prelude::*;

use self::confirmations::Confirmations;
use self::rebuild::Rebuild;
use self::rename::Rename;
use self::reset_password::ResetPassword;
use crate::api::server::Server;

/// The settings of a server.
#[component]
pub fn Settings(server: Memo<Server>) -> impl IntoView {
    view! {
        <div class="settings">
            <Rename server />
            <ResetPassword server />
            <Rebuild server />
            <Confirmations />
        </div>
    }
}
