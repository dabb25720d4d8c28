//! What cards, rows and the page of a server show alike.

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

use super::facts::{Nearness, shown_text, shown_tone};
use crate::api::server::Server;
use crate::browser::clock;
use crate::data::actions::{shown_name, shown_status};
use crate::format;
use crate::paths;
use crate::ui::{CopyButton, Icon, IconView, StatusBadge, Text, dynamic, each};
use crate::words::{self, t};

/// How many addresses are shown at first.
const FIRST_ADDRESSES: usize = 2;

/// A server's plain facts, in the reader's language.
#[derive(Clone, Copy)]
pub struct Texts {
    /// Its name; one without a name is called so.
    pub name: Text,
    /// The address of its page.
    pub href: Text,
    /// Where it stands.
    pub region: Text,
    /// The day on which it was made.
    pub created: Text,
}

impl Texts {
    /// The facts of `server`, which follow it.
    pub fn of(server: Memo<Server>) -> Self {
        let text = |read: fn(&Server) -> String| Signal::derive(move || server.with(read));
        Self {
            name: text(name_of),
            href: text(|server| paths::server(&server.instance_id)),
            region: text(|server| server.region.clone()),
            created: text(|server| match &server.created {
                Some(time) => format::date(time),
                None => words::SERVERS_NO_DATE.text().to_owned(),
            }),
        }
    }
}

/// A server's name; one without a name is called so.
pub fn name_of(server: &Server) -> String {
    name_or_unnamed(&shown_name(server))
}

/// `name`, or what a server without one is called.
pub fn name_or_unnamed(name: &str) -> String {
    if name.trim().is_empty() {
        words::SERVERS_UNNAMED.text().to_owned()
    } else {
        name.to_owned()
    }
}

/// The status in colour, word and shape; what has just been begun shows at once.
#[component]
pub fn StatusOf(server: Memo<Server>) -> impl IntoView {
    let shown = Memo::new(move |_| server.with(shown_status));
    view! {
        <StatusBadge
            tone=Signal::derive(move || shown.with(shown_tone))
            word=Signal::derive(move || shown.with(shown_text))
        />
    }
}

/// The addresses, each with its copy button; many are folded.
#[component]
pub fn Addresses(server: Memo<Server>) -> impl IntoView {
    let none = Memo::new(move |_| server.with(|server| server.ip_addresses.is_empty()));
    let unfolded = RwSignal::new(false);
    let shown = move || {
        let count = if unfolded.get() {
            usize::MAX
        } else {
            FIRST_ADDRESSES
        };
        server.with(|server| server.ip_addresses.iter().take(count).cloned().collect())
    };
    let folded = Signal::derive(move || {
        let count = server.with(|server| server.ip_addresses.len());
        u32::try_from(count.saturating_sub(FIRST_ADDRESSES)).unwrap_or(u32::MAX)
    });
    move || {
        if none.get() {
            return view! { <p class="addresses__none">{t(words::SERVERS_NO_ADDRESS)}</p> }
                .into_any();
        }
        view! {
            <div class="addresses">
                <ul>
                    {each(shown, |address| view! { <Address address /> }.into_any())}
                </ul>
                <Fold folded unfolded more=words::servers_more_addresses />
            </div>
        }
        .into_any()
    }
}

/// The button that shows what is folded away, and folds it again; none where nothing is.
#[component]
pub fn Fold(
    /// How many are folded away at first.
    folded: Signal<u32>,
    /// Whether they are shown now.
    unfolded: RwSignal<bool>,
    /// What says that so many more can be shown.
    more: fn(u32) -> String,
) -> impl IntoView {
    let any_folded = Memo::new(move |_| folded.get() > 0);
    let label = move || match unfolded.get() {
        true => words::COMMON_FEWER.text().to_owned(),
        false => more(folded.get()),
    };
    dynamic(move || {
        any_folded.get().then(|| {
            view! {
                <button
                    type="button"
                    class="fold"
                    aria-expanded=move || unfolded.get().to_string()
                    on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
                >
                    {label}
                </button>
            }
        })
    })
}

#[component]
fn Address(address: String) -> impl IntoView {
    let value = StoredValue::new(address);
    view! {
        <li class="address">
            <span class="address__value">{value.get_value()}</span>
            <CopyButton
                label=Signal::derive(move || value.with_value(|value| words::common_copy(value)))
                value=value.get_value()
                copied_text=words::COMMON_COPIED
                failed_text=words::COMMON_COPY_FAILED
            />
        </li>
    }
}

/// When the plan ends: the nearer, the louder. The date itself is there on hovering and for assistive technology.
#[component]
pub fn Expiry(server: Memo<Server>) -> impl IntoView {
    let end = move || server.with(|server| server.expired);
    let nearness = move || end().map(|end| Nearness::of(end.timestamp_millis(), clock::follow()));
    let icon = Memo::new(move |_| match nearness() {
        Some(Nearness::Days | Nearness::Hours) => Some(Icon::Warning),
        Some(Nearness::Past) => Some(Icon::Error),
        _ => None,
    });
    let text = Signal::derive(move || {
        let Some(end) = end() else {
            return words::SERVERS_NO_DATE.text().to_owned();
        };
        let distance = format::relative(end.timestamp_millis());
        match nearness() {
            Some(Nearness::Past) => [words::SERVERS_EXPIRED.text(), " ", &distance].concat(),
            _ => distance,
        }
    });
    let attribute = |read: fn(&DateTime<FixedOffset>) -> String| {
        Signal::derive(move || end().as_ref().map(read))
    };
    view! {
        <time
            class="expiry"
            data-near=move || nearness().unwrap_or(Nearness::Far).name()
            datetime=attribute(format::machine_readable)
            title=attribute(format::date_time)
        >
            {dynamic(move || icon.get().map(|icon| view! { <IconView icon /> }))}
            {text}
        </time>
    }
}
