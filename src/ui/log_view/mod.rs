//! A log on a terminal's screen: of any length, with only what is seen in the document.

mod layout;
mod model;
mod rows;
mod screen;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use self::screen::{Elements, RULER, Screen};
use super::Text;
pub use model::{Found, LogModel};
pub use screen::PRINTED_LINES;

type Place = StoredValue<Option<Screen>, LocalStorage>;

/// A log, and what a search has found in it. It scrolls by itself, also by keys once it has the focus.
#[component]
pub fn LogView(
    /// What log it is.
    #[prop(into)]
    label: Text,
    /// What is shown.
    model: LogModel,
    /// Long lines are broken.
    #[prop(into)]
    wraps: Signal<bool>,
    /// Lines have their numbers before them.
    #[prop(into)]
    numbered: Signal<bool>,
    /// What is added is shown, unless the reader has scrolled away from the end.
    #[prop(into)]
    follows: Signal<bool>,
) -> impl IntoView {
    let screen = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Div>::new();
    let rows = NodeRef::<html::Div>::new();
    let track = NodeRef::<html::Div>::new();
    let ruler = NodeRef::<html::Span>::new();
    let place: Place = StoredValue::new_local(None);
    let elements = move || {
        Some(Elements {
            screen: screen.get()?.unchecked_into(),
            canvas: canvas.get()?.unchecked_into(),
            rows: rows.get()?.unchecked_into(),
            track: track.get()?.unchecked_into(),
            ruler: ruler.get()?.unchecked_into(),
        })
    };
    Effect::new(move |_| {
        if let Some(elements) = elements() {
            let seen = [elements.screen.clone(), elements.ruler.clone()];
            place.set_value(Some(Screen::new(elements)));
            untrack(|| follow_size(model, place, seen, wraps, follows));
        }
    });
    keep_up(model, place, wraps, numbered, follows);
    print_whole(model, place);
    let scrolled = move |_| {
        with_screen(place, |screen| {
            model.shown(|shown| screen.draw(shown, false));
            note_place(model, screen);
        });
    };
    view! {
        <div
            class="log__screen"
            role="region"
            aria-label=label
            tabindex="0"
            dir="ltr"
            translate="no"
            data-wraps=wraps
            data-numbered=numbered
            node_ref=screen
            on:scroll=scrolled
        >
            <div class="log__canvas" node_ref=canvas>
                <div class="log__row log__probe" aria-hidden="true">
                    <div node_ref=track>
                        <span class="log__ruler" node_ref=ruler>
                            {"0".repeat(RULER)}
                        </span>
                    </div>
                </div>
                <div class="log__rows" node_ref=rows></div>
            </div>
        </div>
    }
}

/// Draws the log anew with whatever it depends on.
fn keep_up(
    model: LogModel,
    place: Place,
    wraps: Signal<bool>,
    numbered: Signal<bool>,
    follows: Signal<bool>,
) {
    Effect::new(move |_| {
        model.log.track();
        let keeps_to_end = keeps_to_end(model, follows);
        with_screen(place, |screen| {
            model.shown(|shown| screen.update(shown, keeps_to_end));
            note_place(model, screen);
        });
    });
    Effect::new(move |before: Option<()>| {
        let wraps = wraps.get();
        numbered.track();
        if before.is_some() {
            measure(model, place, wraps, follows);
        }
    });
    Effect::new(move |_| {
        model.search.track();
        with_screen(place, |screen| {
            model.shown(|shown| screen.draw(shown, true))
        });
    });
    Effect::new(move |_| {
        model.current.track();
        with_screen(place, |screen| {
            model.shown(|shown| {
                if let Some(line) = shown.current_line() {
                    screen.show_line(line);
                }
                screen.draw(shown, true);
                screen.show_current_match();
            })
        });
    });
    Effect::new(move |before: Option<()>| {
        model.end_wanted.track();
        if before.is_some() {
            show_end(model, place);
        }
    });
    Effect::new(move |_| {
        if follows.get() {
            show_end(model, place);
        }
    });
}

/// Measures the screen and its characters now, and whenever either changes its size.
fn follow_size(
    model: LogModel,
    place: Place,
    seen: [HtmlElement; 2],
    wraps: Signal<bool>,
    follows: Signal<bool>,
) {
    measure(model, place, wraps.get(), follows);
    // Not at once: what is measured here can change the size again.
    let changed = move || {
        request_animation_frame(move || {
            if let Some(wraps) = wraps.try_get_untracked() {
                measure(model, place, wraps, follows);
            }
        });
    };
    let changed = Closure::<dyn Fn()>::new(changed);
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else {
        return;
    };
    for element in seen {
        observer.observe(&element);
    }
    // The closure lives as long as the observer may call it.
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        kept.with_value(|(observer, _)| observer.disconnect());
    });
}

/// Has the lines that are out of sight in the document while the page is printed.
fn print_whole(model: LogModel, place: Place) {
    let begins = window_event_listener(ev::beforeprint, move |_| {
        with_screen(place, |screen| model.shown(|shown| screen.print(shown)));
    });
    let ends = window_event_listener(ev::afterprint, move |_| {
        with_screen(place, |screen| model.shown(|shown| screen.end_print(shown)));
    });
    on_cleanup(move || {
        begins.remove();
        ends.remove();
    });
}

fn measure(model: LogModel, place: Place, wraps: bool, follows: Signal<bool>) {
    let keeps_to_end = keeps_to_end(model, follows);
    with_screen(place, |screen| {
        model.shown(|shown| screen.measure(shown, wraps, keeps_to_end));
        note_place(model, screen);
    });
}

fn show_end(model: LogModel, place: Place) {
    with_screen(place, |screen| {
        screen.scroll_to_end();
        model.shown(|shown| screen.draw(shown, false));
        screen.scroll_to_end();
        note_place(model, screen);
    });
}

fn keeps_to_end(model: LogModel, follows: Signal<bool>) -> bool {
    follows.get_untracked() && model.at_end.get_untracked()
}

/// Keeps in mind where the reader is.
fn note_place(model: LogModel, screen: &Screen) {
    let at_end = screen.is_at_end();
    if model.at_end.get_untracked() != at_end {
        model.at_end.set(at_end);
    }
    let line = screen.top_line();
    let top = model.log.with_untracked(|log| log.range(line).start);
    model.top.set_value(top);
}

/// Works with the screen, once it is there and as long as it is.
fn with_screen(place: Place, work: impl FnOnce(&mut Screen)) {
    place.try_update_value(|screen| screen.as_mut().map(work));
}
