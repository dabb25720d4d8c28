//! What the palette offers, and which of it a few letters find.

use super::recents::Recent;
use crate::api::server::Server;
use crate::api::server_actions::PowerAction;
use crate::browser::theme::Theme;
use crate::rank::fit;
use crate::ui::{Find, FindGroup};

/// What kind of thing is offered. In this order where nothing is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Where the person has been last.
    Recent,
    /// What can be done with the server whose page is shown.
    Here,
    /// Servers.
    Server,
    /// What can be done with any server.
    Action,
    /// Pages.
    Page,
    /// Projects to work in.
    Project,
    /// Theme, language and the like.
    Preference,
}

impl Kind {
    pub(super) const ALL: [Self; 7] = [
        Self::Recent,
        Self::Here,
        Self::Server,
        Self::Action,
        Self::Page,
        Self::Project,
        Self::Preference,
    ];

    /// Whether it is offered before anything is typed.
    const fn comes_unasked(self) -> bool {
        matches!(
            self,
            Self::Recent | Self::Here | Self::Page | Self::Preference
        )
    }
}

/// What is done when something is chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Deed {
    /// The link leads there.
    Go,
    /// Starts, stops or reboots a server.
    Power(Box<Server>, PowerAction),
    /// Shows the portal in another theme.
    Theme(Theme),
    /// Shows it in another language.
    Language(String),
    /// Shows the keys.
    Keys,
    /// Signs out.
    SignOut,
}

/// Something that is offered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// What kind of thing it is.
    pub(super) kind: Kind,
    /// As it is shown.
    pub(super) find: Find,
    /// By which words it is found, without capitals and accents: its title, then whatever else is known of it.
    pub(super) words: Vec<String>,
    /// What is done when it is chosen.
    pub(super) deed: Deed,
}

/// How many of a kind are shown.
const SHOWN: usize = 6;
/// What it is worth that the person has been there lately.
const LATELY: i32 = 3;
/// How much less it is worth to be found by something else than the title.
const ASIDE: i32 = 3;
/// How much less it is worth what cannot be done now.
const HINDERED: i32 = 4;

/// What `typed`, without capitals and accents, finds among the offers, kind by kind, the best first; `title` names a
/// kind.
pub(super) fn found(
    typed: &str,
    offers: &[Offer],
    recents: &[Recent],
    title: impl Fn(Kind) -> String,
) -> Vec<FindGroup> {
    let is_unasked = typed.trim().is_empty();
    let mut groups: Vec<(i32, FindGroup)> = Vec::new();
    for kind in Kind::ALL {
        if is_unasked && !kind.comes_unasked() {
            continue;
        }
        let mut finds: Vec<(i32, &Offer)> = offers
            .iter()
            .filter(|offer| offer.kind == kind)
            .filter_map(|offer| Some((worth(typed, offer, recents)?, offer)))
            .collect();
        // The sort keeps the order of what is worth the same.
        finds.sort_by_key(|(worth, _)| -worth);
        let shown = if is_unasked { usize::MAX } else { SHOWN };
        let best = finds.first().map(|(worth, _)| *worth);
        let finds: Vec<Find> = finds
            .into_iter()
            .take(shown)
            .map(|(_, offer)| offer.find.clone())
            .collect();
        if let Some(best) = best {
            groups.push((
                best,
                FindGroup {
                    title: title(kind),
                    finds,
                },
            ));
        }
    }
    if !is_unasked {
        groups.sort_by_key(|(best, _)| -best);
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How well what is typed fits an offer.
fn worth(typed: &str, offer: &Offer, recents: &[Recent]) -> Option<i32> {
    if typed.trim().is_empty() {
        return Some(0);
    }
    // Where they have been is found as the server that it is.
    if offer.kind == Kind::Recent {
        return None;
    }
    let fits = typed
        .split_whitespace()
        .map(|word| worth_of_word(word, &offer.words));
    let fit = fits.sum::<Option<i32>>()?;
    let address = offer.find.href.as_deref();
    let is_recent = recents
        .iter()
        .any(|recent| Some(recent.address.as_str()) == address);
    let lately = if is_recent { LATELY } else { 0 };
    let hindered = if offer.find.is_hindered { HINDERED } else { 0 };
    Some(fit + lately - hindered)
}

/// How well a word that is typed fits the best of `words`. Each is looked at alone: letters of a name and of an address
/// make no word together.
fn worth_of_word(typed: &str, words: &[String]) -> Option<i32> {
    let fits = words.iter().enumerate().filter_map(|(place, word)| {
        let aside = if place == 0 { 0 } else { ASIDE };
        Some(fit(typed, word)? - aside)
    });
    fits.max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Icon;

    /// An offer that is found by `more`, too, word by word.
    fn offer(kind: Kind, title: &str, more: &str) -> Offer {
        let words = std::iter::once(title).chain(more.split_whitespace());
        Offer {
            kind,
            find: Find {
                key: title.to_owned(),
                title: title.to_owned(),
                detail: String::new(),
                icon: Icon::Server,
                href: Some(format!("/{title}")),
                is_hindered: false,
            },
            words: words.map(str::to_owned).collect(),
            deed: Deed::Go,
        }
    }

    fn offers() -> Vec<Offer> {
        vec![
            offer(Kind::Recent, "web-02", ""),
            offer(Kind::Server, "web-01", "192.0.2.7 hn-01"),
            offer(Kind::Server, "web-02", "192.0.2.8 hn-01"),
            offer(Kind::Action, "web-01: stop", ""),
            offer(Kind::Page, "servers", ""),
            offer(Kind::Preference, "theme: dark", ""),
        ]
    }

    /// The titles that are found, with those of the kinds.
    fn titles(typed: &str, recents: &[Recent]) -> Vec<String> {
        let name = |kind: Kind| format!("{kind:?}");
        let groups = found(typed, &offers(), recents, name);
        let titles = groups.into_iter().flat_map(|group| {
            let finds = group.finds.into_iter().map(|find| find.title);
            std::iter::once(group.title).chain(finds)
        });
        titles.collect()
    }

    #[test]
    fn nothing_typed_shows_where_one_was_and_what_is_always_there() {
        let expected = [
            "Recent",
            "web-02",
            "Page",
            "servers",
            "Preference",
            "theme: dark",
        ];
        assert_eq!(titles(" ", &[]), expected);
    }

    #[test]
    fn the_kind_with_the_best_find_comes_first() {
        let expected = ["Server", "web-01", "web-02", "Action", "web-01: stop"];
        assert_eq!(titles("web", &[]), expected);
        assert_eq!(titles("stop", &[]), ["Action", "web-01: stop"]);
    }

    #[test]
    fn a_server_is_found_by_its_address_and_by_its_region() {
        assert_eq!(titles("2.8", &[]), ["Server", "web-02"]);
        assert_eq!(titles("web-01 hn", &[]), ["Server", "web-01"]);
    }

    #[test]
    fn where_one_has_been_comes_before_its_equals() {
        let recent = Recent {
            address: "/web-02".to_owned(),
            title: String::new(),
        };
        assert_eq!(
            titles("web", &[recent])[..3],
            ["Server", "web-02", "web-01"]
        );
    }

    #[test]
    fn what_does_not_fit_is_not_found() {
        assert!(titles("zebra", &[]).is_empty());
        // The letters are there, in the name and in the address together.
        assert!(titles("web7", &[]).is_empty());
    }

    #[test]
    fn what_can_be_done_comes_before_what_cannot() {
        let mut offers = vec![
            offer(Kind::Action, "web-01: stop", ""),
            offer(Kind::Action, "web-02: stop", ""),
        ];
        offers[0].find.is_hindered = true;
        let groups = found("stop", &offers, &[], |_| String::new());
        let titles = groups[0].finds.iter().map(|find| find.title.as_str());
        assert_eq!(titles.collect::<Vec<_>>(), ["web-02: stop", "web-01: stop"]);
    }
}
