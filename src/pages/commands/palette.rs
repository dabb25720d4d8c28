//! The palette: a few letters lead to any page or server, and do whatever can be done with it.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;

use super::offers::{Deed, Kind, Offer, found};
use super::recents::{self, Recent};
use super::{Commands, catalogue};
use crate::api::server::Server;
use crate::api::user::Project;
use crate::browser::{address, presence, theme};
use crate::data::account::{ProjectsQuery, TokenFacts, TokenQuery};
use crate::data::query::{Handle, use_query};
use crate::data::server::ServerById;
use crate::data::servers::{Gathered, ServersQuery, known};
use crate::data::sign_in;
use crate::format::folded;
use crate::pages::actions::{POWER, Power, sentences::name_of_action};
use crate::paths::{self, Page};
use crate::ui::{Dialog, Finder, FinderWords, settled};
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
    let summary = move || {
        let finds: usize = groups.with(|groups| groups.iter().map(|group| group.finds.len()).sum());
        match u32::try_from(finds).unwrap_or(u32::MAX) {
            0 => words::PALETTE_NOTHING.text().to_owned(),
            finds => words::palette_found(finds),
        }
    };
    let choose = move |key: String| {
        let chosen = offers.with_untracked(|offers| {
            let mut offers = offers.iter();
            offers.find(|offer| offer.find.key == key).cloned()
        });
        open.set(false);
        if let Some(offer) = chosen {
            take(offer.deed, power);
        }
    };
    view! {
        <Finder
            label=words::PALETTE_SEARCH
            typed
            groups
            summary=Signal::derive(summary)
            words=FinderWords {
                choose: words::PALETTE_CHOOSE.into(),
                take: words::PALETTE_TAKE.into(),
                close: words::PALETTE_CLOSE.into(),
            }
            on_choose=choose
            on_close=move |()| open.set(false)
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
fn take(deed: Deed, power: Option<Power>) {
    match deed {
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
    let here = Memo::new(|_| match Page::at(&address::path()) {
        Page::Server(id) => Some(id),
        _ => None,
    });
    let this_server = use_query(move || here.get().map(ServerById));
    let servers = servers(typed, has_typed);
    let projects = projects(has_typed);
    Memo::new(move |_| {
        let here = here.get();
        let page = here.as_deref().map(paths::server).unwrap_or_default();
        let mut offers = recents.with_value(|recents| catalogue::recents(recents, &page));
        if here.is_some()
            && let Some(server) = this_server.read(Server::clone)
        {
            offers.extend(catalogue::actions(&server, Kind::Here));
        }
        for server in servers.get() {
            offers.push(catalogue::server(&server));
            // What can be done with this one is offered already.
            if here.as_ref() != Some(&server.instance_id) {
                offers.extend(catalogue::actions(&server, Kind::Action));
            }
        }
        offers.extend(projects.get().iter().map(catalogue::project));
        offers.extend(catalogue::pages());
        offers.extend(catalogue::views());
        offers.extend(catalogue::preferences());
        offers
    })
}

/// The projects that one can change to.
fn projects(has_typed: Memo<bool>) -> Memo<Vec<Project>> {
    let all = use_query(move || may_ask(has_typed).then_some(ProjectsQuery));
    let are_several = Memo::new(move |_| all.read(|all| all.len() > 1) == Some(true));
    let token = use_query(move || are_several.get().then_some(TokenQuery));
    Memo::new(move |_| {
        let Some(present) = token.read(TokenFacts::project) else {
            return Vec::new();
        };
        let mut all = all.read(Vec::clone).unwrap_or_default();
        all.retain(|project| project.is_available && Some(&project.project) != present.as_ref());
        all
    })
}

/// Whether the service is asked: not before something is typed, and not without a network, where it would only fail.
fn may_ask(has_typed: Memo<bool>) -> bool {
    has_typed.get() && presence::online()
}

/// The servers that can be found: the first of them, those that the service finds itself where it has more, and those
/// that other answers tell of.
fn servers(typed: RwSignal<String>, has_typed: Memo<bool>) -> Memo<Vec<Server>> {
    let first = use_query(move || may_ask(has_typed).then(|| ServersQuery::some_holding("")));
    let are_all = Memo::new(move |_| {
        let are_all = first.read(|first| first.looked_through.is_none());
        are_all.unwrap_or_default()
    });
    let settled = settled(typed.into(), TYPING_PAUSE);
    let asked = Memo::new(move |_| {
        let is_wanted = may_ask(has_typed) && first.asked.is_answered() && !are_all.get();
        let text = settled.with(|typed| name_in(typed, is_action).to_owned());
        (is_wanted && !text.is_empty()).then_some(text)
    });
    let searched = use_query(move || asked.get().map(|text| ServersQuery::some_holding(&text)));
    Memo::new(move |_| {
        if !has_typed.get() {
            return Vec::new();
        }
        let known = if are_all.get() { Vec::new() } else { known() };
        let all = all_of(searched)
            .into_iter()
            .chain(all_of(first))
            .chain(known);
        once_each(all)
    })
}

fn all_of(handle: Handle<Gathered>) -> Vec<Server> {
    let servers = handle.read(|gathered| gathered.servers.clone());
    servers.unwrap_or_default()
}

fn once_each(servers: impl Iterator<Item = Server>) -> Vec<Server> {
    let mut ids = BTreeSet::new();
    servers
        .filter(|server| ids.insert(server.instance_id.clone()))
        .collect()
}

/// The word of `typed` that most likely belongs to one server alone, for the service, which looks for one text: one with
/// a digit, or else the longest; not the beginning of what something is called that is done to servers.
fn name_in(typed: &str, is_action: impl Fn(&str) -> bool) -> &str {
    let rank = |word: &&str| {
        let has_digit = word.chars().any(|character| character.is_ascii_digit());
        (has_digit, word.chars().count())
    };
    let words = typed.split_whitespace().filter(|word| !is_action(word));
    words.max_by_key(rank).unwrap_or_default()
}

fn is_action(word: &str) -> bool {
    let word = folded(word);
    POWER.iter().any(|(action, _)| {
        let name = folded(name_of_action((*action).into()).text());
        name.split_whitespace().any(|part| part.starts_with(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::name_in;

    fn is_action(word: &str) -> bool {
        "stop".starts_with(word)
    }

    #[test]
    fn the_service_is_asked_for_what_belongs_to_one_server_alone() {
        assert_eq!(name_in("fleet 07531", is_action), "07531");
        assert_eq!(name_in("stop mail-server", is_action), "mail-server");
        assert_eq!(name_in("st", is_action), "");
        assert_eq!(name_in("", is_action), "");
    }
}
