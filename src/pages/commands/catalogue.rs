//! Everything that the palette can offer, made of what is known of servers and projects.

use super::offers::{Deed, Kind, Offer};
use super::places::PLACES;
use super::recents::Recent;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::api::user::Project;
use crate::browser::theme::{self, Theme};
use crate::data::actions::{Action, hindrance, shown_status};
use crate::data::servers::kept::{self, SavedView};
use crate::data::service;
use crate::format::folded;
use crate::pages::actions::{POWER, sentences};
use crate::pages::around::word_of_theme;
use crate::pages::servers::{facts::shown_text, pieces::name_of};
use crate::paths::{self, ServerPart};
use crate::ui::{Find, Icon};
use crate::words::{self, Word};

/// The parts of a server's page that are offered as they are.
const PARTS: [(ServerPart, Word, Icon); 3] = [
    (ServerPart::BootLog, words::SERVER_BOOT_LOG, Icon::Lines),
    (ServerPart::Volumes, words::SERVER_VOLUMES, Icon::Disk),
    (ServerPart::Settings, words::SERVER_SETTINGS, Icon::Settings),
];

/// What is done to a server on other pages, and on which.
const ELSEWHERE: [(Action, ServerPart, Icon); 4] = [
    (Action::OpenConsole, ServerPart::Console, Icon::Monitor),
    (Action::Rename, ServerPart::Settings, Icon::Settings),
    (Action::ResetPassword, ServerPart::Settings, Icon::Key),
    (Action::Rebuild, ServerPart::Settings, Icon::Refresh),
];

/// The pages.
pub(super) fn pages() -> Vec<Offer> {
    let page = |known: &super::places::KnownPlace| {
        let href = known.place.address();
        link(Kind::Page, &href, known.name.text().to_owned(), known.icon)
    };
    PLACES.iter().map(page).collect()
}

/// The saved views of the list.
pub(super) fn views() -> Vec<Offer> {
    let offer = |(place, view): (usize, SavedView)| {
        let mut offer = link(Kind::Page, &view.address(), view.name, Icon::Bookmark);
        offer.find.key = ["view", &place.to_string()].concat();
        offer
    };
    kept::mine()
        .views
        .into_iter()
        .enumerate()
        .map(offer)
        .collect()
}

/// The servers where the person has been; not the one where they are.
pub(super) fn recents(recents: &[Recent], here: &str) -> Vec<Offer> {
    let offer = |recent: &Recent| {
        let title = recent.title.clone();
        let mut offer = link(Kind::Recent, &recent.address, title, Icon::Server);
        // Nothing that is known of servers is as old.
        offer.find.key = ["recent-", &recent.address].concat();
        offer
    };
    let elsewhere = recents.iter().filter(|recent| recent.address != here);
    elsewhere.map(offer).collect()
}

/// The way to a server's page.
pub(super) fn server(server: &Server) -> Offer {
    let href = paths::server(&server.instance_id);
    let mut offer = link(Kind::Server, &href, name_of(server), Icon::Server);
    let status = shown_text(&shown_status(server));
    let first_address = server.ip_addresses.first().map(String::as_str);
    let facts = [
        status.as_str(),
        &server.region,
        first_address.unwrap_or_default(),
    ];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    offer.find.detail = facts.collect::<Vec<_>>().join(" · ");
    offer.words.push(folded(&status));
    offer.words.extend(known_by(server));
    offer
}

/// By what a server is known besides its name.
fn known_by(server: &Server) -> impl Iterator<Item = String> {
    let facts = [&server.region, &server.instance_id];
    let facts = facts.into_iter().chain(&server.ip_addresses);
    facts.map(|fact| folded(fact))
}

/// What can be done with a server.
pub(super) fn actions(server: &Server, kind: Kind) -> Vec<Offer> {
    let elsewhere = ELSEWHERE.map(|(action, part, icon)| {
        let mut offer = part_of(server, kind, part, sentences::name_of_action(action), icon);
        hinder(&mut offer, server, action);
        offer
    });
    let parts = PARTS.map(|(part, word, icon)| part_of(server, kind, part, word, icon));
    let power = POWER.map(|(action, icon)| power(server, kind, action, icon));
    let mut offers: Vec<Offer> = power.into_iter().chain(elsewhere).chain(parts).collect();
    if kind == Kind::Here {
        // Enter takes the first, unasked: let that be nothing that interrupts the server.
        offers.rotate_left(POWER.len());
    }
    let name = folded(&name_of(server));
    let known_by: Vec<String> = std::iter::once(name).chain(known_by(server)).collect();
    for offer in &mut offers {
        offer.words.extend_from_slice(&known_by);
    }
    offers
}

/// What is done, and to which server unless that is the one whose page is shown.
fn title_of(word: Word, server: &Server, kind: Kind) -> String {
    match kind {
        Kind::Here => word.text().to_owned(),
        _ => words::palette_on(word.text(), &name_of(server)),
    }
}

fn power(server: &Server, kind: Kind, action: PowerAction, icon: Icon) -> Offer {
    let word = sentences::name_of_action(action.into());
    let title = title_of(word, server, kind);
    let key = [word.text(), &paths::server(&server.instance_id)].concat();
    let deed = Deed::Power(Box::new(server.clone()), action);
    let mut offer = deed_offer(kind, key, title, icon, deed);
    hinder(&mut offer, server, action.into());
    offer
}

/// Has the offer say why the action cannot be done now, where it cannot.
fn hinder(offer: &mut Offer, server: &Server, action: Action) {
    if let Some(hindrance) = hindrance(action, server) {
        offer.find.detail = sentences::sentence(action, hindrance);
        offer.find.is_hindered = true;
    }
}

fn part_of(server: &Server, kind: Kind, part: ServerPart, word: Word, icon: Icon) -> Offer {
    let href = paths::server_part(&server.instance_id, part);
    let title = title_of(word, server, kind);
    let mut offer = link(kind, &href, title, icon);
    // Several things are done on one page.
    offer.find.key = [word.text(), &href].concat();
    offer
}

/// The way to another project.
pub(super) fn project(project: &Project) -> Offer {
    let href = paths::switch_to(&project.project);
    let title = words::projects_switch_to(&project.project);
    link(Kind::Project, &href, title, Icon::Folder)
}

/// Theme and language, other than those of the moment, the keys, and the way out.
pub(super) fn preferences() -> Vec<Offer> {
    let others = [
        preference(words::KEYS_TITLE.text().to_owned(), Icon::Info, Deed::Keys),
        preference(
            words::ACCOUNT_SIGN_OUT.text().to_owned(),
            Icon::SignOut,
            Deed::SignOut,
        ),
    ];
    themes().chain(languages()).chain(others).collect()
}

fn themes() -> impl Iterator<Item = Offer> {
    let themes = [
        (Theme::Light, Icon::Sun),
        (Theme::Dark, Icon::Moon),
        (Theme::System, Icon::Monitor),
    ];
    let others = themes
        .into_iter()
        .filter(|(theme, _)| *theme != theme::current());
    others.map(|(theme, icon)| {
        let title = words::palette_theme(word_of_theme(theme).text());
        preference(title, icon, Deed::Theme(theme))
    })
}

fn languages() -> impl Iterator<Item = Offer> {
    let languages = words::languages(&service::config().languages).into_iter();
    let others = languages.filter(|language| language.tag != words::current());
    others.map(|language| {
        let title = words::palette_language(&language.name);
        preference(title, Icon::Globe, Deed::Language(language.tag))
    })
}

fn preference(title: String, icon: Icon, deed: Deed) -> Offer {
    deed_offer(Kind::Preference, title.clone(), title, icon, deed)
}

fn link(kind: Kind, href: &str, title: String, icon: Icon) -> Offer {
    let mut offer = deed_offer(kind, href.to_owned(), title, icon, Deed::Go);
    offer.find.href = Some(href.to_owned());
    offer
}

fn deed_offer(kind: Kind, key: String, title: String, icon: Icon, deed: Deed) -> Offer {
    Offer {
        kind,
        words: vec![folded(&title)],
        find: Find {
            // It becomes part of an element's id, which has no spaces.
            key: key.replace(char::is_whitespace, "-"),
            title,
            detail: String::new(),
            icon,
            href: None,
            is_hindered: false,
        },
        deed,
    }
}
