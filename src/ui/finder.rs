//! A field to type a few letters into, and below it what they find.

use std::time::Duration;

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Icon, IconButton, IconView, Text, dynamic, id::UniqueId, settled};

/// How long a person pauses before a screen reader tells what is found: it is not told of each letter.
const PAUSE: Duration = Duration::from_millis(700);

/// Something that can be found and chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What the program calls it: once among all that is found, and without spaces.
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

/// What the keys of a [`Finder`] do, in words.
#[derive(Clone, Copy)]
pub struct FinderWords {
    /// The arrows choose.
    pub choose: Text,
    /// Enter takes what is chosen.
    pub take: Text,
    /// Escape, or the button, closes it.
    pub close: Text,
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
    /// How much that is, or that it is nothing.
    #[prop(into)]
    summary: Text,
    /// What the keys do.
    words: FinderWords,
    /// Called with the key of what is chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Called when the person wants none of it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let id = UniqueId::new();
    let list = NodeRef::<html::Div>::new();
    let chosen = RwSignal::new(None::<String>);
    let active = active(groups, typed, chosen);
    let input = move |text: String| {
        chosen.set(None);
        typed.set(text);
        // What fits best is on top.
        if let Some(list) = list.get_untracked() {
            list.set_scroll_top(0);
        }
    };
    let is_empty = Memo::new(move |_| groups.with(Vec::is_empty));
    Effect::new(move || {
        // What has come before it may have moved it out of sight.
        groups.with(|_| ());
        request_animation_frame(move || scroll_to_active(list));
    });
    let group =
        move |(number, group): (usize, FindGroup)| group_of(id, number, group, active, on_choose);
    view! {
        <div class="finder">
            <div class="finder__field">
                <IconView icon=Icon::Search />
                <input
                    class="finder__input"
                    type="text"
                    role="combobox"
                    aria-expanded=move || (!is_empty.get()).to_string()
                    aria-autocomplete="list"
                    aria-label=label
                    aria-controls=id.part("list")
                    aria-activedescendant=move || active.get().map(|key| id.part(&key))
                    placeholder=label
                    autocomplete="off"
                    autocapitalize="none"
                    autocorrect="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    autofocus=true
                    prop:value=typed
                    on:input=move |event| input(event_target_value(&event))
                    on:keydown=move |event| press_key(&event, groups, active, chosen, list)
                />
                <IconButton label=words.close icon=Icon::Close on_press=on_close />
            </div>
            <div
                class="finder__list"
                role="listbox"
                id=id.part("list")
                aria-label=label
                hidden=is_empty
                node_ref=list
            >
                {dynamic(move || groups.get().into_iter().enumerate().map(group).collect_view())}
            </div>
            <p class="finder__nothing" aria-hidden="true" hidden=move || !is_empty.get()>
                {summary}
            </p>
            <p class="finder__hints" aria-hidden="true">
                {hint("↑ ↓", words.choose)}
                {hint("↵", words.take)}
                {hint("Esc", words.close)}
            </p>
            <p class="visually-hidden" role="status">
                {settled(summary, PAUSE)}
            </p>
        </div>
    }
}

/// The key of the find that Enter takes: the one that was chosen, or the best that can be. What comes later for the same
/// letters moves it no more, so that nobody takes what has slipped under their finger.
fn active(
    groups: Signal<Vec<FindGroup>>,
    typed: RwSignal<String>,
    chosen: RwSignal<Option<String>>,
) -> Memo<Option<String>> {
    let last = StoredValue::new((String::new(), None::<String>));
    Memo::new(move |_| {
        let now = typed.get();
        let is_same = |typed: &str| typed == now && !now.is_empty();
        let before = last.with_value(|(typed, key)| key.clone().filter(|_| is_same(typed)));
        let wanted = chosen.get().or(before);
        let key = groups.with(|groups| {
            let keys = || groups.iter().flat_map(|group| &group.finds);
            let kept = keys().find(|find| Some(&find.key) == wanted.as_ref());
            let best = || keys().find(|find| !find.is_hindered);
            let taken = kept.or_else(best).or_else(|| keys().next());
            taken.map(|find| find.key.clone())
        });
        last.set_value((now, key.clone()));
        key
    })
}

fn press_key(
    event: &KeyboardEvent,
    groups: Signal<Vec<FindGroup>>,
    active: Memo<Option<String>>,
    chosen: RwSignal<Option<String>>,
    list: NodeRef<html::Div>,
) {
    // Enter and the arrows belong to whoever composes a letter first.
    if event.is_composing() {
        return;
    }
    let step = |forwards: bool| {
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
    match event.key().as_str() {
        "ArrowDown" => step(true),
        "ArrowUp" => step(false),
        "Enter" => press_active(list),
        _ => return,
    }
    event.prevent_default();
}

fn hint(key: &'static str, does: Text) -> AnyView {
    view! {
        <span>
            <kbd class="keycap">{key}</kbd>
            {does}
        </span>
    }
    .into_any()
}

fn group_of(
    id: UniqueId,
    number: usize,
    group: FindGroup,
    active: Memo<Option<String>>,
    on_choose: Callback<String>,
) -> AnyView {
    let title_id = id.part(&number.to_string());
    let labelled_by = title_id.clone();
    let finds = group.finds.into_iter();
    let finds = finds.map(|find| found(id, find, active, on_choose));
    view! {
        <div class="finder__group" role="group" aria-labelledby=labelled_by>
            <div class="finder__title" role="presentation" id=title_id>
                {group.title}
            </div>
            {finds.collect_view()}
        </div>
    }
    .into_any()
}

/// The place beside `now` among `count`, round and round.
fn beside(now: usize, count: usize, forwards: bool) -> usize {
    let step = if forwards { 1 } else { count - 1 };
    (now + step) % count
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
    let option = id.part(&key);
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
