//! Everything that the palette can offer, made of what is known of servers and projects.

use super::offers::{Deed, Kind, Offer};
use super::places::PLACES;
use super::recents::Recent;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::api::user::Project;
use crate::browser::theme::Theme;
use crate::data::actions::{Action, hindrance, shown_status};
use crate::data::service;
use crate::format::folded;
use crate::pages::actions::{POWER, sentences};
use crate::pages::around::word_of_theme;
use crate::pages::servers::{facts::shown_text, pieces::name_of};
use crate::paths::{self, Page, ServerPart};
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

/// Where the person has been.
pub(super) fn recents(recents: &[Recent]) -> Vec<Offer> {
    let offer = |recent: &Recent| {
        let known = PLACES
            .iter()
            .find(|known| known.place.address() == recent.address);
        let (title, icon) = match known {
            Some(known) => (known.name.text().to_owned(), known.icon),
            None => (recent.title.clone(), icon_of(&recent.address)),
        };
        let mut offer = link(Kind::Recent, &recent.address, title, icon);
        offer.find.key = ["recent", &recent.address].concat();
        offer
    };
    recents.iter().map(offer).collect()
}

fn icon_of(address: &str) -> Icon {
    match Page::at(address) {
        Page::Server(_) => Icon::Server,
        _ => Icon::ChevronRight,
    }
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
    let addresses = server.ip_addresses.join(" ");
    let more = [&addresses, &server.region, &status, &server.instance_id].map(String::as_str);
    offer.words.1 = folded(&more.join(" "));
    offer
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
    power.into_iter().chain(elsewhere).chain(parts).collect()
}

fn power(server: &Server, kind: Kind, action: PowerAction, icon: Icon) -> Offer {
    let word = sentences::name_of_action(action.into());
    let title = words::palette_on(word.text(), &name_of(server));
    let key = [word.text(), &server.instance_id].concat();
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
    let title = words::palette_on(word.text(), &name_of(server));
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

/// Theme, language, keys, and the way out.
pub(super) fn preferences() -> Vec<Offer> {
    let theme = |theme: Theme, icon: Icon| {
        let word = word_of_theme(theme).text();
        let title = words::palette_theme(word);
        deed_offer(
            Kind::Preference,
            title.clone(),
            title,
            icon,
            Deed::Theme(theme),
        )
    };
    let language = |language: words::Language| {
        let title = words::palette_language(&language.name);
        let key = ["language-", &language.tag].concat();
        deed_offer(
            Kind::Preference,
            key,
            title,
            Icon::Globe,
            Deed::Language(language.tag),
        )
    };
    let languages = words::languages(&service::config().languages).into_iter();
    let plain = |word: Word, icon: Icon, deed: Deed| {
        deed_offer(
            Kind::Preference,
            word.text().to_owned(),
            word.text().to_owned(),
            icon,
            deed,
        )
    };
    let themes = [
        theme(Theme::Light, Icon::Sun),
        theme(Theme::Dark, Icon::Moon),
        theme(Theme::System, Icon::Monitor),
    ];
    let others = [
        plain(words::KEYS_TITLE, Icon::Info, Deed::Keys),
        plain(words::ACCOUNT_SIGN_OUT, Icon::SignOut, Deed::SignOut),
    ];
    themes
        .into_iter()
        .chain(languages.map(language))
        .chain(others)
        .collect()
}

fn link(kind: Kind, href: &str, title: String, icon: Icon) -> Offer {
    let mut offer = deed_offer(kind, href.to_owned(), title, icon, Deed::Go);
    offer.find.href = Some(href.to_owned());
    offer
}

fn deed_offer(kind: Kind, key: String, title: String, icon: Icon, deed: Deed) -> Offer {
    Offer {
        kind,
        words: (folded(&title), String::new()),
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
