//! Looking for a text in the log.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::browser::address;
use crate::format;
use crate::paths;
use crate::ui::{Found, Icon, IconButton, LogModel, SearchField};
use crate::words;

/// How long a person pauses before what they typed is looked for.
const TYPING_PAUSE: Duration = Duration::from_millis(150);
/// The parameter of the address that holds what is looked for.
const WANTED: &str = "q";

/// The field, how many places there are, and the way from one to the next. Enter goes on, with the shift key back.
#[component]
pub(super) fn Search(model: LogModel) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    // Whether what is typed is still to be looked for.
    let stop = move || {
        let timer = timer.try_update_value(Option::take).flatten();
        timer.map(|timer| timer.clear()).is_some()
    };
    on_cleanup(move || {
        stop();
    });
    follow_address(model, typed);
    let look = move || {
        timer.set_value(None);
        let text = typed.get_untracked();
        model.look_for(&text);
        let path = untrack(address::path);
        address::replace(&paths::with_query(&path, &[(WANTED, &text)]));
    };
    let input = move |text: String| {
        typed.set(text);
        stop();
        timer.set_value(set_timeout_with_handle(look, TYPING_PAUSE).ok());
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            if stop() {
                look();
            } else {
                model.step(!event.shift_key());
            }
        }
    };
    view! {
        <div class="log__search" role="search">
            <div class="log__field" on:keydown=key>
                <SearchField
                    label=words::LOG_SEARCH
                    clear_label=words::COMMON_CLEAR_SEARCH
                    value=typed
                    on_input=input
                />
            </div>
            <IconButton
                label=words::LOG_PREVIOUS
                icon=Icon::ChevronUp
                on_press=move |()| model.step(false)
            />
            <IconButton
                label=words::LOG_NEXT
                icon=Icon::ChevronDown
                on_press=move |()| model.step(true)
            />
            <p class="log__found" role="status">
                {move || found_text(model.found())}
            </p>
        </div>
    }
}

/// Takes what the address wants to be looked for, at the start and whenever it changes from elsewhere.
fn follow_address(model: LogModel, typed: RwSignal<String>) {
    let wanted = Memo::new(|_| address::parameter(WANTED).unwrap_or_default());
    Effect::new(move |_| {
        let wanted = wanted.get();
        if typed.with_untracked(|typed| *typed != wanted) {
            model.look_for(&wanted);
            typed.set(wanted);
        }
    });
}

fn found_text(found: Found) -> String {
    let Found {
        is_wanted,
        count,
        is_cut_off,
        current,
    } = found;
    if !is_wanted {
        return String::new();
    }
    let number = |count: usize| format::number(u32::try_from(count).unwrap_or(u32::MAX));
    let more = if is_cut_off { "+" } else { "" };
    let all = [number(count).as_str(), more].concat();
    match current {
        _ if count == 0 => words::LOG_NOTHING_FOUND.text().to_owned(),
        Some(current) => words::log_found_at(&number(current), &all),
        None => words::log_found(u32::try_from(count).unwrap_or(u32::MAX)),
    }
}
