//! Notifications that the device shows outside of the page.
//!
//! Not every browser has them, and some only let a service worker show them: so everything here is looked up by its
//! name when it is needed, and what is missing counts as not supported.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

use super::address;
use crate::paths;

/// Whether the portal may show notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Granted,
    /// The person has not been asked, or has not answered.
    Open,
    /// The person, or who looks after their device, does not want it.
    Denied,
    /// This browser has none.
    Unsupported,
}

/// A notification.
pub struct Notification {
    /// Its first line.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where a press on it leads: an address inside the portal.
    pub address: String,
}

/// Whether the portal may show notifications now.
#[must_use]
pub fn permission() -> Permission {
    let told = constructor().and_then(|constructor| get(&constructor, "permission"));
    named(told.and_then(|told| told.as_string()).as_deref())
}

/// Asks the person, where they have not answered yet; only after a press, or the browser refuses.
pub async fn ask() -> Permission {
    let asking = constructor().and_then(|constructor| call(&constructor, "requestPermission", &[]));
    if let Some(Ok(asking)) = asking.map(JsCast::dyn_into::<Promise>) {
        // What came of it is read below.
        let _ = JsFuture::from(asking).await;
    }
    permission()
}

/// Shows a notification; one that leads to the same address is replaced. Does nothing where it may not be shown.
pub fn show(notification: Notification) {
    if permission() != Permission::Granted {
        return;
    }
    spawn_local(async move {
        let (title, options) = arguments(&notification);
        // On a phone only a service worker may show one.
        if show_by_worker(&title, &options).await.is_none() {
            show_by_page(&title, &options);
        }
    });
}

fn named(permission: Option<&str>) -> Permission {
    match permission {
        Some("granted") => Permission::Granted,
        Some("denied") => Permission::Denied,
        Some(_) => Permission::Open,
        None => Permission::Unsupported,
    }
}

fn arguments(notification: &Notification) -> (JsValue, JsValue) {
    let options = Object::new();
    for (name, value) in [
        ("body", &notification.text),
        ("tag", &notification.address),
        ("data", &notification.address),
        ("icon", &[paths::base(), "/icon-180.png"].concat()),
    ] {
        // Nothing is in the way of a property of a new object.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    (notification.title.as_str().into(), options.into())
}

/// Has the portal's service worker show it; `None` where there is none, or it cannot.
async fn show_by_worker(title: &JsValue, options: &JsValue) -> Option<()> {
    let scope = [paths::base(), "/"].concat();
    let asking = call(&workers()?, "getRegistration", &[&scope.into()])?;
    let registration = JsFuture::from(asking.dyn_into::<Promise>().ok()?)
        .await
        .ok()?;
    get(&registration, "active")?;
    let showing = call(&registration, "showNotification", &[title, options])?;
    JsFuture::from(showing.dyn_into::<Promise>().ok()?)
        .await
        .ok()?;
    Some(())
}

fn show_by_page(title: &JsValue, options: &JsValue) -> Option<()> {
    let arguments = Array::of2(title, options);
    // `new` by another name: a constructor that refuses, as those of phones do, is no reason to stop.
    let reflect = get(&js_sys::global(), "Reflect")?;
    let notification = call(&reflect, "construct", &[&constructor()?, &arguments])?;
    let on_click = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        let Some(notification) = event.target() else {
            return;
        };
        let address = get(&notification, "data").and_then(|address| address.as_string());
        // A window that does not want the focus goes without.
        let _ = window().focus();
        lead_to(address.as_deref());
        call(&notification, "close", &[]);
    });
    let _ = Reflect::set(&notification, &"onclick".into(), &on_click.into_js_value());
    Some(())
}

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Hears from the service worker, from now on, which notification was pressed (public/worker.js), and leads there.
pub fn follow_presses() {
    if LISTENS.replace(true) {
        return;
    }
    let Some(Ok(workers)) = workers().map(JsCast::dyn_into::<EventTarget>) else {
        return;
    };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        let address = get(&event, "data").and_then(|data| get(&data, "go"));
        if let Some(address) = address.and_then(|address| address.as_string()) {
            lead_to(Some(&address));
        }
    });
    let listener = listener.into_js_value();
    // Refused only for events that there are not.
    let _ = workers.add_event_listener_with_callback("message", listener.unchecked_ref());
}

/// Leads to an address inside the portal, or to its first page.
fn lead_to(address: Option<&str>) {
    address::follow_link(&paths::return_address(address));
}

fn constructor() -> Option<JsValue> {
    get(&js_sys::global(), "Notification")
}

fn workers() -> Option<JsValue> {
    get(&get(&js_sys::global(), "navigator")?, "serviceWorker")
}

/// A property that is there.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// What a method gives; `None` where there is none, or it fails.
fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method: Function = get(of, name)?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    method.apply(of, &list).ok()
}

#[cfg(test)]
mod tests {
    use super::{Permission, named};

    #[test]
    fn what_the_browser_says_of_the_permission_is_understood() {
        assert_eq!(named(Some("granted")), Permission::Granted);
        assert_eq!(named(Some("default")), Permission::Open);
        assert_eq!(named(Some("denied")), Permission::Denied);
        assert_eq!(named(None), Permission::Unsupported);
    }
}
