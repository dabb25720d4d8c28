//! The addresses of a server, each with its copy button; many are folded.

use leptos::element::Element;
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos::template::{Instance, Slot, Template};
use web_sys::Element as Node;

use super::by_itself;
use crate::api::server::Server;
use crate::ui::{CopySaid, Icon, IconView, around, press_copy};
use crate::words;

/// How many addresses are shown at first.
const FIRST_ADDRESSES: usize = 2;

// What is filled in each copy.
const ALL: &str = "addresses";
const LIST: &str = "addresses-list";
const FOLD: &str = "addresses-fold";
const NONE: &str = "addresses-none";
const VALUE: &str = "value";
const COPY: &str = "copy";

thread_local! {
    static ADDRESS: Template = Template::of(address());
}

/// The addresses by themselves.
#[component]
pub fn Addresses(server: Memo<Server>) -> impl IntoView {
    by_itself(addresses(), follow_addresses, server)
}

/// What is filled in a template by [`follow_addresses`].
pub(in crate::pages::servers) fn addresses() -> View<Element> {
    view! {
        <div class="addresses" data-slot=ALL>
            <ul data-slot=LIST></ul>
            <button type="button" class="fold" hidden data-slot=FOLD></button>
            <p class="addresses__none" hidden data-slot=NONE></p>
        </div>
    }
}

fn address() -> View<Element> {
    view! {
        <li class="address">
            <span class="address__value" data-slot=VALUE></span>
            <button type="button" class="copy" data-slot=COPY>
                <IconView icon=Icon::Copy />
            </button>
        </li>
    }
}

/// Keeps the addresses in a copy up to date.
pub(in crate::pages::servers) fn follow_addresses(copy: &mut Instance, server: Memo<Server>) {
    let unfolded = RwSignal::new(false);
    let mut lines = Lines::new(copy.slot(LIST));
    let mut list = copy.slot(LIST);
    let mut fold = copy.slot(FOLD);
    let mut none = copy.slot(NONE);
    copy.follow(move || {
        let is_unfolded = unfolded.get();
        server.with(|server| {
            let addresses = &server.ip_addresses;
            let folded = addresses.len().saturating_sub(FIRST_ADDRESSES);
            let shown = addresses.len() - if is_unfolded { 0 } else { folded };
            lines.show(addresses.get(..shown).unwrap_or_default());
            list.hidden(addresses.is_empty());
            none.hidden(!addresses.is_empty());
            if addresses.is_empty() {
                none.text(words::SERVERS_NO_ADDRESS.text());
            }
            fold.hidden(folded == 0);
            if folded > 0 {
                fold.attribute("aria-expanded", is_unfolded.to_string());
                fold.text(name_of_fold(folded, is_unfolded));
            }
        });
    });
    copy.on(ALL, ev::click, move |event| {
        press(&event, || {
            unfolded.update(|unfolded| *unfolded = !*unfolded)
        });
    });
}

fn name_of_fold(folded: usize, is_unfolded: bool) -> String {
    match is_unfolded {
        true => words::COMMON_FEWER.text().to_owned(),
        false => words::servers_more_addresses(u32::try_from(folded).unwrap_or(u32::MAX)),
    }
}

/// Does what the button under the press is for.
fn press(event: &MouseEvent, fold: impl Fn()) {
    let Some(button) = around(event, "button") else {
        return;
    };
    let Some(line) = around(event, ".address") else {
        return fold();
    };
    let said = CopySaid {
        copied: words::COMMON_COPIED.text().to_owned(),
        failed: words::COMMON_COPY_FAILED.text().to_owned(),
    };
    press_copy(button, line.text_content().unwrap_or_default(), said);
}

/// The lines of a list of addresses.
struct Lines {
    list: Option<Node>,
    lines: Vec<Line>,
}

struct Line {
    root: Node,
    value: Slot,
    copy: Slot,
}

impl Lines {
    fn new(list: Slot) -> Self {
        let list = list.node().cloned();
        let lines = Vec::new();
        Self { list, lines }
    }

    /// Shows these addresses. A line that stays keeps the focus.
    fn show(&mut self, addresses: &[String]) {
        for gone in self.lines.drain(addresses.len().min(self.lines.len())..) {
            gone.root.remove();
        }
        for (place, address) in addresses.iter().enumerate() {
            if place == self.lines.len() {
                self.add();
            }
            if let Some(line) = self.lines.get_mut(place) {
                line.show(address);
            }
        }
    }

    fn add(&mut self) {
        let copy = ADDRESS.with(Template::copy);
        let line = Line {
            root: copy.root().clone(),
            value: copy.slot(VALUE),
            copy: copy.slot(COPY),
        };
        if let Some(list) = &self.list {
            // It fails only for what holds the list.
            let _ = list.append_child(&line.root);
        }
        self.lines.push(line);
    }
}

impl Line {
    fn show(&mut self, address: &str) {
        self.value.text(address.to_owned());
        self.copy.name(words::common_copy(address));
    }
}
