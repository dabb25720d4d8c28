//! What cards, rows and the page of a server show alike.

use leptos::prelude::*;

use super::facts::{Nearness, status_text, status_tone};
use crate::api::server::Server;
use crate::browser::clock;
use crate::format;
use crate::paths;
use crate::ui::{CopyButton, Icon, IconView, StatusBadge, Text, each};
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
    if server.name.trim().is_empty() {
        words::SERVERS_UNNAMED.text().to_owned()
    } else {
        server.name.clone()
    }
}

/// The status in colour, word and shape.
#[component]
pub fn StatusOf(server: Memo<Server>) -> impl IntoView {
    let status = Memo::new(move |_| server.with(|server| server.status.clone()));
    view! {
        <StatusBadge
            tone=Signal::derive(move || status.with(status_tone))
            word=Signal::derive(move || status.with(status_text))
        />
    }
}

/// The addresses, each with its copy button; many are folded.
#[component]
pub fn Addresses(server: Memo<Server>) -> impl IntoView {
    let addresses = Memo::new(move |_| server.with(|server| server.ip_addresses.clone()));
    let unfolded = RwSignal::new(false);
    let shown = move || {
        let count = if unfolded.get() {
            usize::MAX
        } else {
            FIRST_ADDRESSES
        };
        addresses.with(|addresses| addresses.iter().take(count).cloned().collect::<Vec<_>>())
    };
    let folded = Memo::new(move |_| {
        addresses.with(|addresses| addresses.len().saturating_sub(FIRST_ADDRESSES))
    });
    let more_label = move || match unfolded.get() {
        true => words::SERVERS_FEWER_ADDRESSES.text().to_owned(),
        false => words::servers_more_addresses(u32::try_from(folded.get()).unwrap_or(u32::MAX)),
    };
    let more = move || {
        (folded.get() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="addresses__more"
                    aria-expanded=move || unfolded.get().to_string()
                    on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
                >
                    {more_label}
                </button>
            }
        })
    };
    move || {
        if addresses.with(Vec::is_empty) {
            return view! { <p class="addresses__none">{t(words::SERVERS_NO_ADDRESS)}</p> }
                .into_any();
        }
        view! {
            <div class="addresses">
                <ul>
                    {each(shown, |address| view! { <Address address /> }.into_any())}
                </ul>
                {more}
            </div>
        }
        .into_any()
    }
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
    let end = Memo::new(move |_| server.with(|server| server.expired));
    move || {
        let Some(end) = end.get() else {
            return t(words::SERVERS_NO_DATE).into_any();
        };
        let milliseconds = end.timestamp_millis();
        let nearness = Memo::new(move |_| Nearness::of(milliseconds, clock::follow()));
        let icon = move || match nearness.get() {
            Nearness::Far | Nearness::Weeks => None,
            Nearness::Days | Nearness::Hours => Some(view! { <IconView icon=Icon::Warning /> }),
            Nearness::Past => Some(view! { <IconView icon=Icon::Error /> }),
        };
        let text = move || match nearness.get() {
            Nearness::Past => [
                words::SERVERS_EXPIRED.text(),
                " ",
                &format::relative(milliseconds),
            ]
            .concat(),
            _ => format::relative(milliseconds),
        };
        view! {
            <time
                class="expiry"
                data-near=move || nearness.get().name()
                datetime=end.to_rfc3339()
                title=move || format::date_time(&end)
            >
                {icon}
                {text}
            </time>
        }
        .into_any()
    }
}
