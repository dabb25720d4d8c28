//! What a person keeps of the list in this browser: views with names, the one that opens by default, and the servers that
//! come first. Each person has their own in each project, and finds it again after signing out.

mod text;

use std::sync::LazyLock;

use leptos::prelude::*;

use self::text::{read, write};
use super::ListView;
use crate::browser::{address, storage};
use crate::paths;
use crate::session;
use crate::shared::subscribed;

/// How many views one can keep.
pub const MOST_VIEWS: usize = 20;
/// How many servers one can pin: each that stands on another page is a request.
pub const MOST_PINS: usize = 12;
/// The most characters of a view's name.
pub const LONGEST_NAME: usize = 60;
/// The parameter of the list that says how the servers are drawn.
pub const DRAWING: &str = "as";
/// The drawing as a table; any other is as cards.
pub const TABLE: &str = "table";

/// A view of the list that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// What the person calls it.
    pub name: String,
    /// What follows the path in its address, from the question mark on.
    pub search: String,
}

impl SavedView {
    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        [&paths::SERVERS.address(), self.search.as_str()].concat()
    }
}

/// What one person keeps of one project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The views, in the order in which they were saved; no two have one name.
    pub views: Vec<SavedView>,
    /// The name of the view that opens by default; empty where that is the whole list.
    pub opens: String,
    /// The pinned servers by their instance ids, in the order in which they were pinned.
    pub pins: Vec<String>,
}

impl Kept {
    /// The view of this name.
    #[must_use]
    pub fn view(&self, name: &str) -> Option<&SavedView> {
        self.views.iter().find(|view| view.name == name)
    }

    /// Saves a view, in the place of one with the same name.
    pub fn save(&mut self, saved: SavedView) {
        match self.views.iter_mut().find(|view| view.name == saved.name) {
            Some(view) => *view = saved,
            None => self.views.push(saved),
        }
        self.views.truncate(MOST_VIEWS);
    }

    /// Gives the view `from` the name `to`, which none has.
    pub fn rename(&mut self, from: &str, to: &str) {
        if self.view(to).is_some() {
            return;
        }
        if let Some(view) = self.views.iter_mut().find(|view| view.name == from) {
            to.clone_into(&mut view.name);
            if self.opens == from {
                to.clone_into(&mut self.opens);
            }
        }
    }

    /// Deletes the view of this name.
    pub fn delete(&mut self, name: &str) {
        self.views.retain(|view| view.name != name);
        if self.opens == name {
            self.opens.clear();
        }
    }

    /// Pins the server, or no longer.
    pub fn pin(&mut self, id: &str, pinned: bool) {
        self.pins.retain(|known| known != id);
        if pinned && self.pins.len() < MOST_PINS {
            self.pins.push(id.to_owned());
        }
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What everybody keeps who has signed in here, by whose it is; whoever has changed theirs last comes first.
type Everybodys = Vec<(String, Kept)>;

static EVERYBODYS: LazyLock<ArcRwSignal<Everybodys>> = LazyLock::new(|| {
    storage::on_change_elsewhere(storage::KEPT, |kept| {
        EVERYBODYS.set(read(&kept.unwrap_or_default()));
    });
    ArcRwSignal::new(read_stored())
});

fn read_stored() -> Everybodys {
    read(&storage::read(storage::KEPT).unwrap_or_default())
}

/// What the person who is signed in keeps of their project. Subscribes.
#[must_use]
pub fn mine() -> Kept {
    let owner = owner();
    subscribed(&EVERYBODYS).with(|all| of(all, &owner))
}

fn of(all: &Everybodys, owner: &str) -> Kept {
    let mine = all.iter().find(|(known, _)| known == owner);
    mine.map(|(_, kept)| kept.clone()).unwrap_or_default()
}

/// Changes what the person keeps, here and in every other tab.
pub fn change(change: impl FnOnce(&mut Kept)) {
    let owner = untrack(owner);
    // What another tab has written a moment ago may not have been heard of yet.
    let mut all = read_stored();
    let mut kept = of(&all, &owner);
    change(&mut kept);
    all.retain(|(known, _)| *known != owner);
    if !kept.is_empty() {
        all.insert(0, (owner, kept));
    }
    match all.is_empty() {
        true => storage::remove(storage::KEPT),
        false => storage::write(storage::KEPT, &write(&all)),
    }
    EVERYBODYS.set(all);
}

/// Whose it is: the person, and the project in which they work. `public/boot/page.js` says the same.
fn owner() -> String {
    let session = session::current();
    session.map_or_else(String::new, |session| {
        one_line(&[session.email.as_str(), " ", &session.project].concat())
    })
}

/// `text` without what a line cannot hold.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// What follows the path in the address of a saved `view`, drawn in this way: from its first page on.
#[must_use]
pub fn search_of(view: &ListView, drawing: &str) -> String {
    let address = view.from_first_page(|_| ()).address();
    let parameters = address.split_once('?').map(|(_, parameters)| parameters);
    let drawing = if drawing == TABLE { TABLE } else { "grid" };
    let own = [DRAWING, "=", drawing].concat();
    match parameters {
        Some(parameters) => ["?", parameters, "&", &own].concat(),
        None => ["?", &own].concat(),
    }
}

/// The address of the whole list, which says so where another view opens by default.
#[must_use]
pub fn address_of_all() -> String {
    let plain = paths::SERVERS.address();
    match mine().opens.is_empty() {
        true => plain,
        false => [plain.as_str(), "?all=1"].concat(),
    }
}

/// As long as the caller lives, notes what the list begins with for the person who is signed in, which is known so before
/// the program is here; and has the list open so.
pub fn note_start() {
    lead_on();
    Effect::new(|noted: Option<()>| {
        let start = start_of(&owner(), &mine());
        let is_news = start != storage::read(storage::LIST_START);
        match &start {
            Some(start) => storage::write(storage::LIST_START, start),
            None => storage::remove(storage::LIST_START),
        }
        // Somebody else was here last: they come to the list now. Whoever chooses a view later stays where they are.
        if is_news && noted.is_none() {
            address::follow();
        }
    });
}

/// Has the plain address of the list lead on to the view that opens by default, from wherever one comes.
pub fn lead_on() {
    address::lead_on(|address| {
        let plain = paths::SERVERS.address();
        let rest = address.strip_prefix(&plain)?;
        let start = storage::read(storage::LIST_START)?;
        let search = search_at_start(&start, &untrack(owner))?;
        matches!(rest, "" | "/" | "?").then(|| [&plain, search].concat())
    });
}

/// What the list begins with: a line with whose that is, one with what its address ends in, and one that says whether any
/// servers are pinned. Nothing where neither is. `public/boot/front.js` reads it.
fn start_of(owner: &str, kept: &Kept) -> Option<String> {
    let search = kept.view(&kept.opens).map_or("", |view| &view.search);
    let pinned = if kept.pins.is_empty() { "" } else { PINNED };
    let is_any = !search.is_empty() || !pinned.is_empty();
    is_any.then(|| [owner, "\n", search, "\n", pinned].concat())
}

const PINNED: &str = "pinned";

/// What the address of the list ends in at its `start`, for this owner.
fn search_at_start<'a>(start: &'a str, owner: &str) -> Option<&'a str> {
    let mut lines = start.split('\n');
    let is_theirs = lines.next() == Some(owner);
    lines
        .next()
        .filter(|search| is_theirs && search.starts_with('?'))
}

/// Whether servers are pinned, by what the last visit has noted: whosever they are.
#[must_use]
pub fn may_have_pins() -> bool {
    storage::read(storage::LIST_START).is_some_and(|start| start.ends_with(PINNED))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(name: &str) -> SavedView {
        SavedView {
            name: name.to_owned(),
            search: "?status=SHUTOFF&as=grid".to_owned(),
        }
    }

    fn with_views(names: &[&str]) -> Kept {
        let mut kept = Kept::default();
        names.iter().for_each(|name| kept.save(saved(name)));
        kept
    }

    #[test]
    fn a_view_takes_the_place_of_its_namesake() {
        let mut kept = with_views(&["a", "b"]);
        kept.save(SavedView {
            search: "?as=table".to_owned(),
            ..saved("a")
        });
        assert_eq!(kept.views.len(), 2);
        assert_eq!(kept.views[0].search, "?as=table");
    }

    #[test]
    fn the_view_that_opens_stays_the_same_under_another_name() {
        let mut kept = with_views(&["a", "b"]);
        kept.opens = "a".to_owned();
        kept.rename("a", "b");
        assert_eq!(kept.opens, "a");
        kept.rename("a", "c");
        assert_eq!((kept.opens.as_str(), &*kept.views[0].name), ("c", "c"));
        kept.delete("c");
        assert_eq!((kept.opens.as_str(), kept.views.len()), ("", 1));
    }

    #[test]
    fn there_are_only_so_many() {
        let names: Vec<_> = (0..30).map(|number| number.to_string()).collect();
        let mut kept = with_views(&names.iter().map(String::as_str).collect::<Vec<_>>());
        names.iter().for_each(|name| kept.pin(name, true));
        assert_eq!((kept.views.len(), kept.pins.len()), (MOST_VIEWS, MOST_PINS));
        kept.pin("3", false);
        kept.pin("4", true);
        assert_eq!(kept.pins.len(), MOST_PINS - 1);
        assert_eq!(kept.pins.last().map(String::as_str), Some("4"));
    }

    #[test]
    fn a_view_is_saved_from_its_first_page_on() {
        let view = ListView {
            search: "web".to_owned(),
            page: 3,
            everything: true,
            ..ListView::default()
        };
        assert_eq!(search_of(&view, "table"), "?q=web&as=table");
        assert_eq!(search_of(&ListView::default(), "else"), "?as=grid");
    }

    #[test]
    fn what_the_list_begins_with_is_noted() {
        let mut kept = with_views(&["a"]);
        assert_eq!(start_of("an demo", &kept), None);
        kept.opens = "a".to_owned();
        let start = start_of("an demo", &kept).unwrap();
        let search = "?status=SHUTOFF&as=grid";
        assert_eq!(start, ["an demo\n", search, "\n"].concat());
        assert_eq!(search_at_start(&start, "an demo"), Some(search));
        assert_eq!(search_at_start(&start, "binh demo"), None);
        kept.pin("id", true);
        kept.opens.clear();
        let start = start_of("an demo", &kept).unwrap();
        assert_eq!(start, "an demo\n\npinned");
        assert_eq!(search_at_start(&start, "an demo"), None);
    }
}
