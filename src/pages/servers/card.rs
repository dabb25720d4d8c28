//! Servers as cards.

use leptos::element::Element;
use leptos::prelude::*;
use leptos::template::Template;

use super::drawn::Drawn;
use super::each_server::{Part, each_server};
use super::face::{ARTICLE, CREATED, CREATED_LABEL, EXPIRES_LABEL, Face, NAME, REGION, face};
use super::pieces::{addresses, expiry};
use super::selection::tick;
use crate::api::server::Server;
use crate::data::servers::Arranged;
use crate::pages::actions::server_menu_button;
use crate::ui::status_badge;

/// A card for each server. One that stays in the list keeps its card, and with it the focus.
#[component]
pub(super) fn Cards(arranged: Memo<Arranged>, drawn: Drawn) -> impl IntoView {
    view! {
        <div class="servers">
            {each_server(
                arranged,
                drawn,
                Part::Others,
                |arranged, server| card(arranged, server, None),
            )}
        </div>
    }
}

thread_local! {
    static CARD: Template = Template::of(markup());
}

/// The card of a server; `mark` stands before its name.
pub(super) fn card(arranged: Memo<Arranged>, server: Memo<Server>, mark: Option<AnyView>) -> Face {
    face(&CARD, arranged, server, mark)
}

fn markup() -> View<Element> {
    view! {
        <article class="card server" data-slot=ARTICLE>
            {tick()}
            <header class="server__head">
                <h2 class="server__name">
                    <a class="server__link" data-slot=NAME></a>
                </h2>
                {status_badge()}
                {server_menu_button()}
                <p class="server__region" data-slot=REGION></p>
            </header>
            {addresses()}
            <dl class="server__times">
                <div>
                    <dt data-slot=CREATED_LABEL></dt>
                    <dd data-slot=CREATED></dd>
                </div>
                <div>
                    <dt data-slot=EXPIRES_LABEL></dt>
                    <dd>{expiry()}</dd>
                </div>
            </dl>
        </article>
    }
}
