//! The address of the page: what it says, and the way to another inside the portal.
//!
//! A router of our own, because `paths` already tells the addresses apart: what is left are a signal, a listener for
//! links and one for Back. The framework's router does the same for twelve more kilobytes of download.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::LazyLock;

use leptos::prelude::*;
use percent_encoding::percent_decode_str;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::listen;
use crate::paths;
use crate::shared::subscribed;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Address {
    path: String,
    /// With its question mark; empty where there is none.
    search: String,
}

impl Address {
    fn whole(&self) -> String {
        [self.path.as_str(), &self.search].concat()
    }
}

static ADDRESS: LazyLock<ArcRwSignal<Address>> = LazyLock::new(|| ArcRwSignal::new(shown()));

/// Asked with the address that a person wants to go to; `true` keeps them here.
type Asked = Rc<dyn Fn(&str) -> bool>;

/// What [`hold`] gives, for [`release`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold(u32);

/// Where an address leads on to, if it does.
type Way = fn(&str) -> Option<String>;

thread_local! {
    /// The way that addresses lead on.
    static WAY: Cell<Way> = const { Cell::new(|_| None) };
    /// Who is asked before the page is left, and under which number.
    static HELD: RefCell<(u32, Option<Asked>)> = RefCell::default();
}

/// Has every link and every step through the history to another page ask `is_held` first; one at a time may.
pub fn hold(is_held: impl Fn(&str) -> bool + 'static) -> Hold {
    HELD.with_borrow_mut(|(number, asked)| {
        *number = number.wrapping_add(1);
        *asked = Some(Rc::new(is_held));
        Hold(*number)
    })
}

/// Ends a [`hold`], unless another has taken its place.
pub fn release(hold: Hold) {
    HELD.with_borrow_mut(|(number, asked)| {
        if *number == hold.0 {
            *asked = None;
        }
    });
}

/// Has every address that says too little lead on, by this way, from now on.
pub fn lead_on(way: Way) {
    WAY.set(way);
}

/// Where `address` leads on to, if it does.
pub fn further(address: &str) -> Option<String> {
    WAY.get()(address)
}

/// Whether the page is not to be left for `address` now.
fn is_held(address: &str) -> bool {
    let asked = HELD.with_borrow(|(_, asked)| asked.clone());
    let path = address.split('?').next().unwrap_or_default();
    let elsewhere = ADDRESS.with_untracked(|known| known.path != path);
    elsewhere && asked.is_some_and(|is_held| is_held(address))
}

/// The path of the page. Subscribes.
#[must_use]
pub fn path() -> String {
    subscribed(&ADDRESS).with(|address| address.path.clone())
}

/// The value of a parameter of the address, decoded. Subscribes.
#[must_use]
pub fn parameter(name: &str) -> Option<String> {
    subscribed(&ADDRESS).with(|address| value_of(&address.search, name))
}

/// The path with its parameters, as they stand there. Does not subscribe.
#[must_use]
pub fn whole() -> String {
    ADDRESS.with_untracked(Address::whole)
}

/// Leads to an address inside the portal: a new step in the history, at the top of its page.
pub fn go(address: &str) {
    let path_before = ADDRESS.with_untracked(|address| address.path.clone());
    // Refused only for another origin, which no address inside the portal has.
    if history()
        .push_state_with_url(&JsValue::NULL, "", Some(address))
        .is_ok()
    {
        follow();
        if ADDRESS.with_untracked(|address| address.path != path_before) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// Leads to an address inside the portal as a link does: where a page asks before it is left, it is asked.
pub fn follow_link(address: &str) {
    if !is_held(address) {
        go(address);
    }
}

/// Leads to an address inside the portal, in the place of the present one in the history.
pub fn replace(address: &str) {
    if history()
        .replace_state_with_url(&JsValue::NULL, "", Some(address))
        .is_ok()
    {
        follow();
    }
}

/// Follows links and the browser's own steps through the history until the page is closed, as long as the page `is_ours`.
pub fn start(is_ours: impl Fn() -> bool + 'static) {
    listen::on_window("popstate", |_| step());
    listen::on_document("click", move |event| {
        let target = event.dyn_ref::<MouseEvent>().and_then(target_inside);
        if let Some(address) = target.filter(|_| is_ours()) {
            event.prevent_default();
            follow_link(&address);
        }
    });
}

/// Follows a step through the history, or takes it back where the page is held.
fn step() {
    if is_held(&shown().whole()) {
        // Refused only for another origin.
        let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&whole()));
    } else {
        follow();
    }
}

/// The address inside the portal that a click leads to. Every other click is the browser's: one with another button or
/// a key held down, a link to another site, to another tab or to a place on this page.
fn target_inside(click: &MouseEvent) -> Option<String> {
    let with_key = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || with_key {
        return None;
    }
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let stays =
        link.target().is_empty() && !link.has_attribute("download") && link.hash().is_empty();
    let inside = window()
        .location()
        .origin()
        .is_ok_and(|origin| origin == link.origin());
    let path = link.pathname();
    (stays && inside && paths::is_inside(&path)).then(|| [path.as_str(), &link.search()].concat())
}

/// Follows what the address bar says now.
pub fn follow() {
    let mut now = shown();
    if let Some(further) = further(&now.whole()) {
        // Refused only for another origin.
        let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&further));
        now = shown();
    }
    if ADDRESS.with_untracked(|known| *known != now) {
        ADDRESS.set(now);
    }
}

fn shown() -> Address {
    let location = window().location();
    Address {
        path: location.pathname().unwrap_or_default(),
        search: location.search().unwrap_or_default(),
    }
}

fn history() -> web_sys::History {
    // Missing only where there is no window, and then nothing asks.
    window()
        .history()
        .unwrap_or_else(|_| JsValue::UNDEFINED.unchecked_into())
}

/// The value of the first parameter of this name in `search`, as a form would have encoded it.
#[must_use]
pub fn value_of(search: &str, name: &str) -> Option<String> {
    let pairs = search.trim_start_matches('?').split('&');
    let value = pairs
        .filter_map(|pair| pair.split_once('='))
        .find(|(known, _)| *known == name)?
        .1;
    let value = value.replace('+', " ");
    Some(percent_decode_str(&value).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::value_of;

    #[test]
    fn a_parameter_is_found_and_decoded() {
        let search = "?q=m%C3%A1y+ch%E1%BB%A7&page=2&page=3&empty=&odd";
        assert_eq!(value_of(search, "q").as_deref(), Some("máy chủ"));
        assert_eq!(value_of(search, "page").as_deref(), Some("2"));
        assert_eq!(value_of(search, "empty").as_deref(), Some(""));
        assert_eq!(value_of(search, "odd"), None);
        assert_eq!(value_of("", "q"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_address_breaks_it(search in ".*", name in "[a-z]{0,3}") {
            let _ = value_of(&search, &name);
        }
    }
}
