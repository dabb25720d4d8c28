//! A button that opens a short list of actions or choices.

mod focus;
mod open;
mod place;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::attached::Attached;
use leptos::element::Element;
use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use self::open::OpenMenu;
use super::{Icon, IconView, Text, id::UniqueId};

/// A button with an icon that opens a list; its children are [`MenuItem`](super::MenuItem)s,
/// [`MenuLink`](super::MenuLink)s, [`MenuChoice`](super::MenuChoice)s, [`MenuNote`](super::MenuNote)s and
/// [`MenuLine`](super::MenuLine)s, and at the end a [`MenuClose`](super::MenuClose).
///
/// The list is a popover: Escape or a press elsewhere closes it. The arrow keys, Home, End and first letters move in it.
#[component]
pub fn Menu(
    /// The name of the button.
    #[prop(into)]
    label: Text,
    /// The icon on it.
    #[prop(into)]
    icon: Signal<Icon>,
    /// The items.
    children: ChildrenFn,
) -> impl IntoView {
    let list = MenuList::new(label, children);
    let by_key = list.clone();
    menu_button(icon)
        .aria_label(label)
        .title(label)
        .on(ev::click, move |event| list.press(&event))
        .on(ev::keydown, move |event| by_key.press_key(&event))
}

/// The button of a menu. It is yet to be called something, and to hand its events to a [`MenuList`].
pub fn menu_button(icon: Signal<Icon>) -> Element {
    let button = view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            data-icon-only=true
            aria-haspopup="menu"
            aria-expanded="false"
        >
            <IconView icon />
        </button>
    };
    button.into_inner()
}

/// The list of a menu. It is made when its button is first used, and its items exist only while it is open: a page can have
/// a menu for each of a thousand things.
#[derive(Clone)]
pub struct MenuList {
    label: Text,
    items: ChildrenFn,
    made: Rc<RefCell<Option<Made>>>,
}

/// A list in the document.
struct Made {
    list: HtmlElement,
    _attached: Attached,
}

impl MenuList {
    /// The list of a button that is called `label`.
    pub fn new(label: Text, items: ChildrenFn) -> Self {
        let made = Rc::default();
        Self { label, items, made }
    }

    /// Is ready for a press on the button: the browser opens the list once the event has been heard.
    pub fn press(&self, event: &MouseEvent) {
        if let Some(button) = button_of(event) {
            self.make(&button);
        }
    }

    /// Opens the list by the keys that do so.
    pub fn press_key(&self, event: &KeyboardEvent) {
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp")
            && let Some(list) = button_of(event).and_then(|button| self.make(&button))
        {
            event.prevent_default();
            // Fails only for a list that is open already.
            let _ = list.show_popover();
        }
    }

    /// Makes the list of `button`, unless it is there.
    fn make(&self, button: &HtmlElement) -> Option<HtmlElement> {
        let mut made = self.made.borrow_mut();
        if made.is_none() {
            *made = make(button, self.label, &self.items);
        }
        made.as_ref().map(|made| made.list.clone())
    }
}

/// The button that hears an event.
fn button_of(event: &Event) -> Option<HtmlElement> {
    event.current_target()?.dyn_into().ok()
}

/// Puts the list after its button, which opens and closes it from then on.
fn make(button: &HtmlElement, label: Text, items: &ChildrenFn) -> Option<Made> {
    let id = UniqueId::new().part("menu");
    for name in ["aria-controls", "popovertarget"] {
        // Fails only for what no attribute can be called.
        let _ = button.set_attribute(name, &id);
    }
    let menu = OpenMenu::of(button);
    let attached = Attached::after(button, menu.view(id, label, ChildrenFn::clone(items)));
    Some(Made {
        list: menu.list()?,
        _attached: attached,
    })
}
