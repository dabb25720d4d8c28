//! From server to server with the arrow keys, in the list as it lies on the screen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::keys::{focused, press_element};

/// The key to the next server, and to the first from anywhere else.
const NEXT: &str = "j";
/// The key to the server before.
const PREVIOUS: &str = "k";

/// Where a server stands on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    top: f64,
    middle: f64,
}

/// Does what `key` says in the list of servers; `false` where that is nothing.
pub(super) fn press(key: &str) -> bool {
    let Some(server) = focused_server() else {
        return key == NEXT && enter();
    };
    match key {
        "x" => press_element(part_of(&server, "input[type=checkbox]")),
        "m" => press_element(part_of(&server, "[aria-haspopup=menu]")),
        _ => step(&server, key),
    }
}

/// Moves to the first server.
pub(super) fn enter() -> bool {
    focus(servers().first())
}

fn step(from: &Element, key: &str) -> bool {
    let servers = servers();
    let now = servers.iter().position(|server| server == from);
    let places: Vec<Place> = servers.iter().map(place).collect();
    // To the side a table has no other server.
    let is_aside = matches!(key, "ArrowLeft" | "ArrowRight");
    let now = now.filter(|_| !is_aside || row_of(from).is_none());
    let next = now.and_then(|now| next(key, now, &places, is_mirrored()));
    next.is_some_and(|next| focus(servers.get(next)))
}

/// The servers of the page, in their order.
fn servers() -> Vec<Element> {
    let Ok(nodes) = document().query_selector_all("main article") else {
        return Vec::new();
    };
    let nodes = (0..nodes.length()).filter_map(|index| nodes.get(index)?.dyn_into().ok());
    nodes.collect()
}

/// The server that has the focus: its name, or anything else of it.
fn focused_server() -> Option<Element> {
    let focused = focused()?;
    let whole = focused.closest("main article, main tr").ok().flatten()?;
    if whole.matches("article").unwrap_or(false) {
        Some(whole)
    } else {
        whole.query_selector("article").ok().flatten()
    }
}

/// A part of a server: of its card, or of its row in the table.
fn part_of(server: &Element, selector: &str) -> Option<Element> {
    let whole = row_of(server).unwrap_or_else(|| server.clone());
    whole.query_selector(selector).ok().flatten()
}

fn row_of(server: &Element) -> Option<Element> {
    server.closest("tr").ok().flatten()
}

fn focus(server: Option<&Element>) -> bool {
    let name = server.and_then(|server| server.query_selector("a[href]").ok().flatten());
    let name = name.and_then(|name| name.dyn_into::<HtmlElement>().ok());
    name.is_some_and(|name| name.focus().is_ok())
}

fn place(server: &Element) -> Place {
    let area = server.get_bounding_client_rect();
    Place {
        top: area.top(),
        middle: area.left() + area.width() / 2.0,
    }
}

/// Whether the page runs from right to left.
fn is_mirrored() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.matches(":dir(rtl)").unwrap_or(false))
}

/// The index of the server that `key` leads to from the one at `now`.
fn next(key: &str, now: usize, places: &[Place], is_mirrored: bool) -> Option<usize> {
    let last = places.len().checked_sub(1)?;
    match key {
        "ArrowRight" if is_mirrored => now.checked_sub(1),
        "ArrowLeft" if is_mirrored => Some(now + 1),
        "ArrowRight" => Some(now + 1),
        "ArrowLeft" => now.checked_sub(1),
        "ArrowDown" => nearest(*places.get(now)?, places, |top, now| top - now),
        "ArrowUp" => nearest(*places.get(now)?, places, |top, now| now - top),
        NEXT => Some(now + 1),
        PREVIOUS => now.checked_sub(1),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
    .filter(|next| *next <= last)
}

/// The server in the next line, by `distance` of two tops, that stands nearest to the one at `now`.
fn nearest(now: Place, places: &[Place], distance: fn(f64, f64) -> f64) -> Option<usize> {
    let lines = places.iter().map(|place| distance(place.top, now.top));
    let next_line = lines.filter(|away| *away > 1.0).min_by(f64::total_cmp)?;
    let in_line = places.iter().enumerate().filter(|(_, place)| {
        let away = distance(place.top, now.top);
        (away - next_line).abs() < 1.0
    });
    let aside = |place: &Place| (place.middle - now.middle).abs();
    in_line
        .min_by(|(_, one), (_, other)| aside(one).total_cmp(&aside(other)))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::{Place, next};

    /// Three in a line, and two in the next one.
    fn grid() -> Vec<Place> {
        let place = |(top, middle)| Place { top, middle };
        [
            (0.0, 10.0),
            (0.0, 20.0),
            (0.0, 30.0),
            (50.0, 10.0),
            (50.0, 20.0),
        ]
        .map(place)
        .to_vec()
    }

    fn lead(key: &str, now: usize) -> Option<usize> {
        next(key, now, &grid(), false)
    }

    #[test]
    fn up_and_down_lead_to_the_nearest_of_the_next_line() {
        assert_eq!(lead("ArrowDown", 1), Some(4));
        assert_eq!(lead("ArrowDown", 2), Some(4));
        assert_eq!(lead("ArrowUp", 3), Some(0));
        assert_eq!(lead("ArrowUp", 0), None);
        assert_eq!(lead("ArrowDown", 4), None);
    }

    #[test]
    fn left_and_right_follow_the_order_also_in_a_mirrored_page() {
        assert_eq!(lead("ArrowRight", 2), Some(3));
        assert_eq!(lead("ArrowLeft", 0), None);
        assert_eq!(lead("ArrowRight", 4), None);
        assert_eq!(next("ArrowLeft", 2, &grid(), true), Some(3));
        assert_eq!(next("ArrowRight", 3, &grid(), true), Some(2));
    }

    #[test]
    fn the_ends_are_one_key_away_and_other_keys_mean_nothing() {
        assert_eq!((lead("Home", 3), lead("End", 0)), (Some(0), Some(4)));
        assert_eq!((lead("j", 1), lead("k", 1)), (Some(2), Some(0)));
        assert_eq!((lead("j", 4), lead("k", 0)), (None, None));
        assert_eq!(lead("a", 0), None);
        assert_eq!(next("Home", 0, &[], false), None);
    }
}
