//! The palette: a few letters lead to any page or server, and do whatever can be done with it.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::offers::{Deed, Kind, Offer, found};
use super::recents::{self, Recent};
use super::{Commands, catalogue};
use crate::api::server::Server;
use crate::browser::{address, theme};
use crate::data::account::ProjectsQuery;
use crate::data::query::{Handle, use_query};
use crate::data::server::ServerById;
use crate::data::servers::{Gathered, ListView, PAGE_SIZES, ServersQuery};
use crate::data::sign_in;
use crate::format::folded;
use crate::pages::actions::{POWER, Power, sentences::name_of_action};
use crate::paths::Page;
use crate::session;
use crate::ui::{Dialog, Finder};
use crate::words;

/// How long a person pauses before the service is asked for what they typed.
const TYPING_PAUSE: Duration = Duration::from_millis(200);

/// The palette.
#[component]
pub fn Palette(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let power = Power::from_context();
    view! {
        <Dialog open title=words::PALETTE_TITLE>
            <Search open power />
        </Dialog>
    }
}

/// The field and what it finds; made anew with each opening.
#[component]
fn Search(open: RwSignal<bool>, power: Option<Power>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let recents = StoredValue::new(recents::all());
    let offers = offers(typed, recents);
    let groups = Memo::new(move |_| {
        let typed = folded(&typed.get());
        offers.with(|offers| recents.with_value(|recents| found(&typed, offers, recents, title_of)))
    });
    let choose = move |key: String| {
        let chosen = offers.with_untracked(|offers| {
            let mut offers = offers.iter();
            offers.find(|offer| offer.find.key == key).cloned()
        });
        open.set(false);
        if let Some(offer) = chosen {
            take(offer, power);
        }
    };
    view! {
        <Finder
            label=words::PALETTE_SEARCH
            typed
            groups
            nothing=words::PALETTE_NOTHING
            on_choose=choose
        />
    }
}

fn title_of(kind: Kind) -> String {
    let word = match kind {
        Kind::Recent => words::PALETTE_RECENT,
        Kind::Here => words::PALETTE_HERE,
        Kind::Server => words::NAV_SERVERS,
        Kind::Action => words::PALETTE_ACTIONS,
        Kind::Page => words::PALETTE_PAGES,
        Kind::Project => words::NAV_PROJECTS,
        Kind::Preference => words::PALETTE_PREFERENCES,
    };
    word.text().to_owned()
}

/// Does what was chosen. Where a link leads, the browser goes by itself.
fn take(offer: Offer, power: Option<Power>) {
    match offer.deed {
        Deed::Go if offer.kind.is_place() => {
            if let Some(address) = offer.find.href {
                let title = offer.find.title;
                recents::add(Recent { address, title });
            }
        }
        Deed::Go => {}
        Deed::Power(server, action) => {
            if let Some(power) = power {
                power.press(*server, action);
            }
        }
        Deed::Theme(chosen) => theme::choose(chosen),
        Deed::Language(tag) => words::choose(tag),
        Deed::Keys => Commands::open_help(),
        Deed::SignOut => sign_in::sign_out(),
    }
}

/// Everything that is offered at the moment.
fn offers(typed: RwSignal<String>, recents: StoredValue<Vec<Recent>>) -> Memo<Vec<Offer>> {
    let has_typed = Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty()));
    let servers = servers(typed, has_typed);
    let here = Memo::new(|_| match Page::at(&address::path()) {
        Page::Server(id) => Some(id),
        _ => None,
    });
    let this_server = use_query(move || here.get().map(ServerById));
    let projects = use_query(|| Some(ProjectsQuery));
    Memo::new(move |_| {
        let mut offers = recents.with_value(|recents| catalogue::recents(recents));
        offers.extend(catalogue::pages());
        offers.extend(catalogue::preferences());
        if here.with(Option::is_some)
            && let Some(server) = this_server.read(Server::clone)
        {
            offers.extend(catalogue::actions(&server, Kind::Here));
        }
        if has_typed.get() {
            let here = here.get();
            for server in servers.get() {
                offers.push(catalogue::server(&server));
                // What can be done with this one is offered already.
                if here.as_ref() != Some(&server.instance_id) {
                    offers.extend(catalogue::actions(&server, Kind::Action));
                }
            }
            let present = untrack(session::current).map(|session| session.project);
            let projects = projects.read(Vec::clone).unwrap_or_default();
            let others = projects.iter().filter(|project| {
                project.is_available && Some(&project.project) != present.as_ref()
            });
            offers.extend(others.map(catalogue::project));
        }
        offers
    })
}

/// The servers that can be found: the service's largest page, and where it has more, those that it finds itself by what
/// is typed.
fn servers(typed: RwSignal<String>, has_typed: Memo<bool>) -> Memo<Vec<Server>> {
    let largest = PAGE_SIZES.into_iter().max().unwrap_or_default();
    let first = ListView {
        page_size: largest,
        ..ListView::default()
    };
    let known = use_query(move || has_typed.get().then(|| ServersQuery::of(&first)));
    let are_all = Memo::new(move |_| {
        let are_all = known.read(|known| usize::try_from(known.total) == Ok(known.servers.len()));
        are_all.unwrap_or(true)
    });
    let searched = after_pause(typed);
    let found = use_query(move || {
        let search = server_name_in(&searched.get());
        let is_asked = !are_all.get() && !search.is_empty();
        let view = ListView {
            search,
            ..ListView::default()
        };
        is_asked.then(|| ServersQuery::of(&view))
    });
    Memo::new(move |_| {
        let mut all = all_of(known);
        for server in all_of(found) {
            if !all
                .iter()
                .any(|known| known.instance_id == server.instance_id)
            {
                all.push(server);
            }
        }
        all
    })
}

fn all_of(handle: Handle<Gathered>) -> Vec<Server> {
    let servers = handle.read(|gathered| gathered.servers.clone());
    servers.unwrap_or_default()
}

/// What is typed without the name of an action: the service knows servers alone.
fn server_name_in(typed: &str) -> String {
    let is_action = |word: &str| {
        POWER.iter().any(|(action, _)| {
            let name = folded(name_of_action((*action).into()).text());
            name.split_whitespace().any(|part| part == folded(word))
        })
    };
    let words = typed.split_whitespace().filter(|word| !is_action(word));
    words.collect::<Vec<_>>().join(" ")
}

/// What is typed, once the person pauses.
fn after_pause(typed: RwSignal<String>) -> RwSignal<String> {
    let settled = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        let now = typed.get();
        stop();
        // The palette may be closed by then.
        let settle = move || _ = settled.try_set(now);
        timer.set_value(set_timeout_with_handle(settle, TYPING_PAUSE).ok());
    });
    on_cleanup(stop);
    settled
}
