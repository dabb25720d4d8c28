//! A button that opens a short list of actions or choices.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JsString;
use leptos::{
    attached::Attached,
    ev::{self, KeyboardEvent, MouseEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::{Icon, IconView, Text, dynamic, id::UniqueId, mark_root};

/// The space between the button and its list, in CSS pixels.
const GAP: i32 = 6;

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
    view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            data-icon-only=true
            aria-label=label
            title=label
            aria-haspopup="menu"
            aria-expanded="false"
            on:click=move |event| list.press(&event)
            on:keydown=move |event| by_key.press_key(&event)
        >
            <IconView icon />
        </button>
    }
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
    let menu = OpenMenu {
        button: StoredValue::new_local(button.clone()),
        list: NodeRef::new(),
        open: RwSignal::new(false),
        opened_at: StoredValue::new(0),
    };
    let attached = Attached::after(button, menu.view(id, label, ChildrenFn::clone(items)));
    Some(Made {
        list: menu.list.get_untracked()?.into(),
        _attached: attached,
    })
}

/// What a list knows of itself.
#[derive(Clone, Copy)]
struct OpenMenu {
    button: StoredValue<HtmlElement, LocalStorage>,
    list: NodeRef<html::Div>,
    open: RwSignal<bool>,
    /// How far the button was from the top of the screen when the list opened.
    opened_at: StoredValue<i32>,
}

impl OpenMenu {
    fn view(self, id: String, label: Text, items: ChildrenFn) -> AnyView {
        let content = move || {
            self.open.get().then(|| {
                mark_root("data-menu");
                self.follow_window();
                items()
            })
        };
        view! {
            <div
                class="menu"
                role="menu"
                id=id
                popover="auto"
                aria-label=label
                on:beforetoggle=move |_: Event| self.about_to_toggle()
                on:toggle=move |_| self.toggled()
                on:keydown=move |event| self.move_by_key(&event)
                on:click=move |event| self.press(&event)
                node_ref=self.list
            >
                {dynamic(content)}
            </div>
        }
        .into_any()
    }

    /// The list and its button, while they are there.
    fn both(self) -> Option<(HtmlElement, HtmlElement)> {
        let list = self.list.try_get_untracked().flatten()?;
        Some((list.into(), self.button.try_get_value()?))
    }

    fn place(self) {
        if let Some((list, button)) = self.both() {
            place_beside(&list, &button);
            self.opened_at.set_value(top(&button));
        }
    }

    fn set_open(self, is_open: bool) {
        // Items that are there already would be made anew, and lose the focus.
        if self.open.get_untracked() == is_open {
            return;
        }
        self.open.set(is_open);
        if let Some(button) = self.button.try_get_value() {
            // Fails only for what no attribute can be called.
            let _ = button.set_attribute("aria-expanded", &is_open.to_string());
        }
    }

    fn about_to_toggle(self) {
        if self.both().is_some_and(|(list, _)| !is_shown(&list)) {
            self.place();
            self.set_open(true);
        }
    }

    fn toggled(self) {
        if let Some((list, _)) = self.both() {
            let is_open = is_shown(&list);
            self.set_open(is_open);
            if is_open {
                focus_chosen(list, self.open);
            }
        }
    }

    fn close(self) {
        if let Some((list, _)) = self.both()
            && self.open.get_untracked()
        {
            // Fails only for a list that is closed already.
            let _ = list.hide_popover();
        }
    }

    fn move_by_key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "Tab" => self.close(),
            key => {
                if let Some((list, _)) = self.both()
                    && move_focus(&list, key)
                {
                    event.prevent_default();
                }
            }
        }
    }

    fn press(self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let on_item = target
            .and_then(|target: Element| target.closest("[role^=menuitem]").ok().flatten())
            .is_some();
        if on_item {
            self.close();
        }
    }

    fn follow_window(self) {
        // The list stands still on the screen: a page that moves under it would part it from its button.
        let scrolled = window_event_listener(ev::scroll, move |_| {
            let moved = || {
                self.both()
                    .is_none_or(|(_, button)| top(&button) != self.opened_at.get_value())
            };
            if self.open.get_untracked() && moved() {
                self.close();
            }
        });
        // In a window of another size the button stands elsewhere.
        let resized = window_event_listener(ev::resize, move |_| {
            if self.open.get_untracked() {
                self.place();
            }
        });
        on_cleanup(move || {
            scrolled.remove();
            resized.remove();
        });
    }
}

fn is_shown(list: &HtmlElement) -> bool {
    list.matches(":popover-open").unwrap_or(false)
}

/// Moves the focus into an open list, as soon as there is something in it: its items may still be on their way.
fn focus_chosen(list: HtmlElement, open: RwSignal<bool>) {
    if !items(&list).is_empty() {
        focus(items(&list).get(chosen(&list)));
    } else if open.try_get_untracked() == Some(true) {
        request_animation_frame(move || focus_chosen(list, open));
    }
}

/// Puts the list under the button, or above it when the button is low on the screen; towards the middle of the screen.
fn place_beside(list: &HtmlElement, button: &HtmlElement) {
    let area = button.get_bounding_client_rect();
    let page = document().document_element();
    // As wide as the root element: what a list stands in leaves out the space that is kept free for a scrollbar.
    let size = page.and_then(|page| page.dyn_into::<HtmlElement>().ok());
    let (width, height) = size.map_or((0, 0), |page| (page.offset_width(), page.client_height()));
    let (top, bottom, left, right) = (
        whole(area.top()),
        whole(area.bottom()),
        whole(area.left()),
        whole(area.right()),
    );
    let pixels = |length: i32| [length.to_string().as_str(), "px"].concat();
    let (top, bottom, room) = if bottom < height * 6 / 10 {
        (pixels(bottom + GAP), String::from("auto"), height - bottom)
    } else {
        (String::from("auto"), pixels(height - top + GAP), top)
    };
    let (left, right) = if left < width / 2 {
        (pixels(left), String::from("auto"))
    } else {
        (String::from("auto"), pixels(width - right))
    };
    let style = list.style();
    for (side, length) in [
        ("top", top),
        ("bottom", bottom),
        ("left", left),
        ("right", right),
        ("max-block-size", pixels(room - 2 * GAP)),
    ] {
        // Fails only for a malformed length.
        let _ = style.set_property(side, &length);
    }
}

/// How far an element is from the top of the screen.
fn top(element: &HtmlElement) -> i32 {
    whole(element.get_bounding_client_rect().top())
}

/// Whole pixels: writing fractions would bring the formatting of floating-point numbers into the download.
#[allow(clippy::cast_possible_truncation)] // saturates, and no screen is that large
fn whole(length: f64) -> i32 {
    length.round() as i32
}

/// The items of a list, in their order.
fn items(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(nodes) = list.query_selector_all("[role^=menuitem]:not(.menu__close)") else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|index| nodes.get(index)?.dyn_into().ok())
        .collect()
}

/// The index of the item to start from: the one that is chosen, or the first.
fn chosen(list: &HtmlElement) -> usize {
    items(list)
        .iter()
        .position(|item| item.get_attribute("aria-checked").as_deref() == Some("true"))
        .unwrap_or(0)
}

fn focus(item: Option<&HtmlElement>) {
    if let Some(item) = item {
        // Refused only by an item that has left the page.
        let _ = item.focus();
    }
}

/// Moves the focus as the key asks; `false` when the key means nothing here.
fn move_focus(list: &HtmlElement, key: &str) -> bool {
    let items = items(list);
    let names = items
        .iter()
        .map(|item| folded(&item.text_content().unwrap_or_default()))
        .collect::<Vec<_>>();
    let active = document().active_element();
    let current = items
        .iter()
        .position(|item| active.as_ref() == Some(item.as_ref()))
        .unwrap_or(0);
    let next = next_item(key, current, &names, folded);
    focus(next.and_then(|next| items.get(next)));
    next.is_some()
}

/// A text in small letters, by the browser: Rust's own tables of letters would have to be downloaded.
fn folded(text: &str) -> String {
    JsString::from(text.trim()).to_lower_case().into()
}

/// The index of the item that a key leads to from the current one, among items of these names in small letters; `fold`
/// makes a letter small.
fn next_item(
    key: &str,
    current: usize,
    names: &[String],
    fold: fn(&str) -> String,
) -> Option<usize> {
    let count = names.len();
    if count == 0 {
        return None;
    }
    match key {
        "ArrowDown" => Some((current + 1) % count),
        "ArrowUp" => Some((current + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        letter if letter != " " && letter.chars().count() == 1 => {
            let wanted = fold(letter);
            (1..=count)
                .map(|step| (current + step) % count)
                .find(|&index| names[index].starts_with(&wanted))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next_item;

    fn names() -> Vec<String> {
        ["english", "tiếng việt", "ភាសាខ្មែរ", "esperanto"]
            .map(String::from)
            .to_vec()
    }

    #[test]
    fn arrow_keys_go_round() {
        assert_eq!(
            next_item("ArrowDown", 3, &names(), str::to_lowercase),
            Some(0)
        );
        assert_eq!(
            next_item("ArrowUp", 0, &names(), str::to_lowercase),
            Some(3)
        );
        assert_eq!(next_item("Home", 2, &names(), str::to_lowercase), Some(0));
        assert_eq!(next_item("End", 0, &names(), str::to_lowercase), Some(3));
    }

    #[test]
    fn a_letter_leads_to_the_next_name_that_starts_with_it() {
        assert_eq!(next_item("e", 0, &names(), str::to_lowercase), Some(3));
        assert_eq!(next_item("E", 3, &names(), str::to_lowercase), Some(0));
        assert_eq!(next_item("ភ", 0, &names(), str::to_lowercase), Some(2));
        assert_eq!(next_item("x", 0, &names(), str::to_lowercase), None);
    }

    #[test]
    fn other_keys_and_empty_menus_lead_nowhere() {
        assert_eq!(next_item("Enter", 0, &names(), str::to_lowercase), None);
        assert_eq!(next_item(" ", 0, &names(), str::to_lowercase), None);
        assert_eq!(next_item("ArrowDown", 0, &[], str::to_lowercase), None);
    }
}
