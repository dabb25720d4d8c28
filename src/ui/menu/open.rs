//! The list of a menu: how it opens and closes, and what it hears.

use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

use super::focus::{focus_chosen, move_focus};
use super::place::{place_beside, top};
use crate::ui::{Text, around, dynamic, mark_root};

/// What a list knows of itself.
#[derive(Clone, Copy)]
pub(super) struct OpenMenu {
    button: StoredValue<HtmlElement, LocalStorage>,
    list: NodeRef<html::Div>,
    open: RwSignal<bool>,
    /// How far the button was from the top of the screen when the list opened.
    opened_at: StoredValue<i32>,
}

impl OpenMenu {
    pub(super) fn of(button: &HtmlElement) -> Self {
        Self {
            button: StoredValue::new_local(button.clone()),
            list: NodeRef::new(),
            open: RwSignal::new(false),
            opened_at: StoredValue::new(0),
        }
    }

    /// The list in the document, once it is there.
    pub(super) fn list(self) -> Option<HtmlElement> {
        Some(self.list.try_get_untracked()??.into())
    }

    /// The list, which has this `id` and is called `label`.
    pub(super) fn view(self, id: String, label: Text, items: ChildrenFn) -> AnyView {
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
        Some((self.list()?, self.button.try_get_value()?))
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
        if around(event, "[role^=menuitem]").is_some() {
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
