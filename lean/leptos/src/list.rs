//! Views of which each belongs to a key: one that stays keeps its place in the document, and with it the focus.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use upstream::prelude::*;
use upstream::tachys::renderer::types::Placeholder;
use upstream::tachys::renderer::{CastFrom, Rndr};
use upstream::tachys::view::Mountable;
use upstream::tachys::view::any_view::AnyViewState;
use web_sys::Element as Node;

use crate::follow::{Follow, Keeps};
use crate::{place, relay};

/// A view for each key. Keys are few enough to be looked through, and most stay where they were.
pub struct List {
    /// The keys, in their order.
    pub keys: Box<dyn Fn() -> Vec<String> + Send>,
    /// The view of a key that stands at this place.
    pub view: Box<dyn Fn(String, usize) -> Shown + Send>,
}

/// What shows a key.
pub struct Shown {
    /// The view.
    pub view: AnyView,
    /// Called with its place when the keys have been read anew and it stays, or is to show what stands there from now on.
    pub renew: Option<Renew>,
    /// Whether it may show another key once its own is gone, which is less work than to make a new one; absent where it
    /// never may.
    pub is_free: Option<IsFree>,
}

/// Brings what stays up to date.
pub type Renew = Box<dyn Fn(usize)>;

/// Whether something may show another key.
pub type IsFree = Box<dyn Fn() -> bool>;

/// A list in the document.
pub struct ListState {
    rows: Rc<RefCell<Rows>>,
    _follow: Follow,
}

struct Rows {
    // In boxes, which are moved about as what they are: addresses.
    #[allow(clippy::vec_box)]
    rows: Vec<Box<Row>>,
    /// What stands behind the last row.
    end: Placeholder,
}

struct Row {
    key: String,
    renew: Option<Renew>,
    is_free: Option<IsFree>,
    // Dropped before its owner, so that nothing of it outlives what it reads.
    state: AnyViewState,
    _owner: Owner,
}

impl Render for List {
    type State = ListState;

    fn build(self) -> ListState {
        let Self { keys, view } = self;
        let parent = Owner::current().unwrap_or_default();
        let rows = Rc::new(RefCell::new(Rows {
            rows: Vec::new(),
            end: Rndr::create_placeholder(),
        }));
        let followed = Rc::clone(&rows);
        let build = move |key: String, place: usize| {
            let owner = parent.with(Owner::new);
            let (state, renew, is_free) = owner.with(|| {
                relay::begin();
                let shown = view(key.clone(), place);
                (shown.view.build(), shown.renew, shown.is_free)
            });
            Box::new(Row {
                key,
                renew,
                is_free,
                state,
                _owner: owner,
            })
        };
        let change = move || {
            let keys = keys();
            followed.borrow_mut().change_to(keys, &build);
        };
        let follow = Follow::new(Keeps::What, Box::new(change));
        ListState {
            rows,
            _follow: follow,
        }
    }

    fn rebuild(self, state: &mut ListState) {
        place::replace(self, state);
    }
}

impl Rows {
    /// Renews the rows whose keys stay, has those that are free show the keys that are new, builds what is still missing,
    /// drops the others and moves as few as can be.
    fn change_to(&mut self, keys: Vec<String>, build: &dyn Fn(String, usize) -> Box<Row>) {
        let mut old: Vec<Option<Box<Row>>> =
            mem::take(&mut self.rows).into_iter().map(Some).collect();
        let places = places_before(&keys, &old);
        let stayed: Vec<_> = places
            .iter()
            .map(|place| place.and_then(|place| old[place].take()))
            .collect();
        let mut gone = old.iter_mut();
        for (place, (key, stayed)) in keys.into_iter().zip(stayed).enumerate() {
            let row = match stayed.or_else(|| gone.by_ref().find_map(free)) {
                Some(mut row) => {
                    row.key = key;
                    row.renew(place);
                    row
                }
                None => build(key, place),
            };
            self.rows.push(row);
        }
        for gone in old.iter_mut().flatten() {
            gone.state.unmount();
        }
        drop_last_first(&mut old);
        if let Some(parent) = self.end.parent_node().and_then(Node::cast_from) {
            self.put_in_order(&parent, &staying(&places));
        }
    }

    /// Puts every row that does not stay before the one behind it.
    fn put_in_order(&mut self, parent: &Node, stays: &[bool]) {
        for place in (0..self.rows.len()).rev().filter(|place| !stays[*place]) {
            let (before, behind) = self.rows.split_at_mut(place + 1);
            match (before.last_mut(), behind.first()) {
                (Some(row), Some(next)) => _ = next.state.insert_before_this(&mut row.state),
                (Some(row), None) => row.state.mount(parent, Some(&self.end)),
                _ => {}
            }
        }
    }
}

impl Row {
    fn renew(&self, place: usize) {
        if let Some(renew) = &self.renew {
            renew(place);
        }
    }
}

impl Drop for Rows {
    fn drop(&mut self) {
        drop_last_first(&mut self.rows);
    }
}

/// Where the row of each key stood; most stay where they were.
fn places_before(keys: &[String], rows: &[Option<Box<Row>>]) -> Vec<Option<usize>> {
    let mut likely = 0;
    let place_of = |key: &String| {
        let place = (likely..rows.len())
            .chain(0..likely)
            .find(|place| rows[*place].as_ref().is_some_and(|row| row.key == *key));
        likely = place.map_or(likely, |place| place + 1);
        place
    };
    keys.iter().map(place_of).collect()
}

/// Takes a row that may show another key. It is put into the document anew like one that has been made: what is there
/// already would count, and be seen, as moved where the rows above it become longer.
fn free(row: &mut Option<Box<Row>>) -> Option<Box<Row>> {
    row.take_if(|row| row.is_free.as_ref().is_some_and(|is_free| is_free()))
}

/// Signals keep their subscribers in the order in which these came, and let go of the last one for nothing; of the first
/// only by moving all others, which takes a second for a thousand rows.
fn drop_last_first<T>(rows: &mut Vec<T>) {
    while rows.pop().is_some() {}
}

/// Which rows can stay where they are, given where each stood before: those of a longest series whose places ascend.
fn staying(places: &[Option<usize>]) -> Vec<bool> {
    // The last row of the best series of each length, and the row before each row in its series.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; places.len()];
    for (row, place) in places
        .iter()
        .enumerate()
        .filter(|(_, place)| place.is_some())
    {
        let length = ends.partition_point(|end| places[*end] < *place);
        before[row] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(row);
        } else {
            ends[length] = row;
        }
    }
    let mut stays = vec![false; places.len()];
    let mut row = ends.last().copied();
    while let Some(last) = row {
        stays[last] = true;
        row = before[last];
    }
    stays
}

impl Mountable for ListState {
    fn unmount(&mut self) {
        let mut rows = self.rows.borrow_mut();
        for row in &mut rows.rows {
            row.state.unmount();
        }
        rows.end.unmount();
    }

    fn mount(&mut self, parent: &Node, marker: Option<&web_sys::Node>) {
        let mut rows = self.rows.borrow_mut();
        for row in &mut rows.rows {
            row.state.mount(parent, marker);
        }
        rows.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let rows = self.rows.borrow();
        match rows.rows.first() {
            Some(first) => first.state.insert_before_this(child),
            None => rows.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Node> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::staying;

    #[test]
    fn what_ascends_stays() {
        let of = |places: &[usize]| staying(&places.iter().copied().map(Some).collect::<Vec<_>>());
        assert_eq!(of(&[0, 1, 2]), [true, true, true]);
        assert_eq!(of(&[3, 0, 1, 2]), [false, true, true, true]);
        assert_eq!(of(&[1, 2, 3, 0]), [true, true, true, false]);
        assert_eq!(of(&[2, 1, 0]).iter().filter(|stays| **stays).count(), 1);
        assert_eq!(
            of(&[0, 4, 1, 5, 2, 3])
                .iter()
                .filter(|stays| **stays)
                .count(),
            4
        );
    }

    #[test]
    fn what_is_new_does_not_stay() {
        assert_eq!(
            staying(&[None, Some(0), None, Some(1)]),
            [false, true, false, true]
        );
        assert!(staying(&[]).is_empty());
    }
}
