//! A field to type a few letters into, and below it what they find.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Icon, IconView, Text, dynamic, id::UniqueId};

/// Something that can be found and chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What the program calls it: once among all that is found.
    pub key: String,
    /// What the reader calls it.
    pub title: String,
    /// What more there is to know, or why it cannot be chosen; may be empty.
    pub detail: String,
    /// An icon before the words.
    pub icon: Icon,
    /// The address that it leads to; nothing where something else is done.
    pub href: Option<String>,
    /// Whether it cannot be chosen now.
    pub is_hindered: bool,
}

/// Finds of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindGroup {
    /// What they are.
    pub title: String,
    /// They, the best first; never empty.
    pub finds: Vec<Find>,
}

/// A combobox whose list is always open (ARIA Authoring Practices, "Combobox"): the focus stays in the field, the arrow
/// keys choose among what is found, Enter takes it. What leads to an address is a link, which can be opened in a tab of
/// its own.
#[component]
pub fn Finder(
    /// What can be found.
    #[prop(into)]
    label: Text,
    /// What is typed.
    typed: RwSignal<String>,
    /// What that finds.
    #[prop(into)]
    groups: Signal<Vec<FindGroup>>,
    /// What is said when nothing is found.
    #[prop(into)]
    nothing: Text,
    /// Called with the key of what is chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let id = UniqueId::new();
    let list = NodeRef::<html::Div>::new();
    let chosen = RwSignal::new(None::<String>);
    let active = Memo::new(move |_| {
        groups.with(|groups| {
            let keys = || groups.iter().flat_map(|group| &group.finds);
            let keys = || keys().map(|find| find.key.clone());
            let wanted = chosen.get();
            wanted
                .filter(|wanted| keys().any(|key| key == *wanted))
                .or_else(|| keys().next())
        })
    });
    let input = move |text: String| {
        chosen.set(None);
        typed.set(text);
    };
    let step = move |forwards: bool| {
        let next = groups.with_untracked(|groups| {
            let keys: Vec<_> = groups.iter().flat_map(|group| &group.finds).collect();
            let now = active.get_untracked();
            let now = keys.iter().position(|find| Some(&find.key) == now.as_ref());
            let next = beside(now?, keys.len(), forwards);
            keys.get(next).map(|find| find.key.clone())
        });
        chosen.set(next);
        request_animation_frame(move || scroll_to_active(list));
    };
    let keys = move |event: KeyboardEvent| {
        // Enter and the arrows belong to whoever composes a letter first.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(true),
            "ArrowUp" => step(false),
            "Enter" => press_active(list),
            _ => return,
        }
        event.prevent_default();
    };
    let is_empty = Memo::new(move |_| groups.with(Vec::is_empty));
    let group = move |(number, group): (usize, FindGroup)| {
        let title_id = || id.part(&number.to_string());
        let finds = group.finds.into_iter();
        let finds = finds.map(|find| found(id, find, active, on_choose));
        view! {
            <div class="finder__group" role="group" aria-labelledby=title_id()>
                <div class="finder__title" role="presentation" id=title_id()>{group.title}</div>
                {finds.collect_view()}
            </div>
        }
    };
    view! {
        <div class="finder">
            <div class="finder__field">
                <IconView icon=Icon::Search />
                <input
                    class="finder__input"
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    attr:aria-autocomplete="list"
                    aria-label=label
                    aria-controls=id.part("list")
                    aria-activedescendant=move || active.get().map(|key| option_id(id, &key))
                    placeholder=label
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="go"
                    autofocus=true
                    prop:value=typed
                    on:input=move |event| input(event_target_value(&event))
                    on:keydown=keys
                />
            </div>
            <div class="finder__list" role="listbox" id=id.part("list") aria-label=label node_ref=list>
                {dynamic(move || groups.get().into_iter().enumerate().map(group).collect_view())}
            </div>
            <p class="finder__nothing" role="status">
                {dynamic(move || is_empty.get().then(|| view! { {nothing} }))}
            </p>
        </div>
    }
}

/// The place beside `now` among `count`, round and round.
fn beside(now: usize, count: usize, forwards: bool) -> usize {
    let step = if forwards { 1 } else { count - 1 };
    (now + step) % count
}

fn option_id(id: UniqueId, key: &str) -> String {
    id.part(key)
}

fn found(
    id: UniqueId,
    find: Find,
    active: Memo<Option<String>>,
    on_choose: Callback<String>,
) -> AnyView {
    let Find {
        key,
        title,
        detail,
        icon,
        href,
        is_hindered,
    } = find;
    let option = option_id(id, &key);
    let this = key.clone();
    let is_active = move || {
        active
            .with(|active| active.as_ref() == Some(&this))
            .to_string()
    };
    let choose = move |event: leptos::ev::MouseEvent| {
        // What is opened in a tab of its own leaves this one as it is.
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if is_hindered {
            event.prevent_default();
        } else if !elsewhere {
            on_choose.run(key.clone());
        }
    };
    // The field keeps the focus when the pointer chooses.
    let keep_focus = |event: leptos::ev::MouseEvent| event.prevent_default();
    view! {
        <a
            class="finder__option"
            role="option"
            tabindex="-1"
            id=option
            href=href.filter(|_| !is_hindered)
            aria-selected=is_active
            aria-disabled=is_hindered.then_some("true")
            on:mousedown=keep_focus
            on:click=choose
        >
            <IconView icon />
            <span class="finder__words">{title}</span>
            <span class="finder__detail">{detail}</span>
        </a>
    }
    .into_any()
}

fn active_option(list: NodeRef<html::Div>) -> Option<HtmlElement> {
    let list = list.try_get_untracked().flatten()?;
    let option = list.query_selector("[aria-selected=true]").ok().flatten()?;
    option.dyn_into().ok()
}

fn press_active(list: NodeRef<html::Div>) {
    if let Some(option) = active_option(list) {
        option.click();
    }
}

fn scroll_to_active(list: NodeRef<html::Div>) {
    if let Some(option) = active_option(list) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn the_arrows_go_round() {
        assert_eq!(beside(0, 3, true), 1);
        assert_eq!(beside(2, 3, true), 0);
        assert_eq!(beside(0, 3, false), 2);
        assert_eq!(beside(0, 1, false), 0);
    }
}
