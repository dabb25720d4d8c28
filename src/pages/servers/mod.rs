//! `/servers`: every server of the project, as cards or in a table.

mod bulk;
mod card;
mod columns;
mod cut_off;
mod drawn;
mod each_server;
mod export;
mod export_menu;
mod face;
pub(super) mod facts;
mod gathering;
mod glance;
mod pages;
pub(super) mod pieces;
mod pin;
mod selection;
mod selection_bar;
mod states;
mod table;
mod toolbar;
mod views;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub use self::bulk::{counted as run_counts, outcome as run_outcome};
use self::card::Cards;
pub use self::cut_off::CutOff;
pub use self::drawn::Drawn;
pub use self::export::export;
pub use self::export_menu::Order;
use self::face::mark_used;
pub use self::glance::Glance;
use self::pages::Pages;
pub use self::pin::{PinButton, pin_item};
use self::selection::select_page;
pub use self::selection_bar::selection_bar;
use self::states::{NoServers, Waiting};
pub use self::table::Table;
use self::toolbar::Toolbar;
pub use self::views::{list_tools, pinned_cards};
use super::lazy::settled;
use super::page::{answered, heading, use_title};
use super::pieces::{
    cut_off_part, export_part, glance_part, pinned_part, prepare_menus, prepare_pins,
    selection_part, table_part, tools_part,
};
use crate::browser::{address, storage};
use crate::data::bulk as run;
use crate::data::query::{Asked, use_query};
use crate::data::servers::kept::{self, DRAWING, TABLE};
use crate::data::servers::{Arranged, ListView, ServersQuery, page_of, selection as selected};
use crate::format;
use crate::ui::{Button, Icon, IconView, PageHeader, dynamic, lasting};
use crate::words::{self, t};

/// For how long the last answer to another question stands there as if it were the new one: most new ones come sooner,
/// and a list that fades for a moment only flickers.
const PATIENCE: Duration = Duration::from_millis(200);

/// How the servers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// As cards.
    Cards,
    /// In a table.
    Table,
}

impl Drawing {
    /// As the address says, else as it was chosen last.
    fn wanted() -> Self {
        let said = untrack(|| address::parameter(DRAWING));
        let wanted = said.or_else(|| storage::read(storage::SERVERS_VIEW));
        Self::from_name(&wanted.unwrap_or_default())
    }

    fn from_name(name: &str) -> Self {
        if name == TABLE {
            Self::Table
        } else {
            Self::Cards
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Cards => "grid",
            Self::Table => TABLE,
        }
    }
}

/// Has some servers of a page come first.
type First = Arc<dyn Fn(Arranged) -> Arranged + Send + Sync>;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct ListPage {
    /// What the person wants to see, as the address says.
    view: Memo<ListView>,
    /// Leads to another view; `true` replaces this one in the history.
    go: Callback<(ListView, bool)>,
    /// What has some servers come first, once it is here.
    first: RwSignal<Option<First>>,
    /// The file that is being made.
    order: RwSignal<Option<Order>>,
}

impl ListPage {
    fn from_address() -> Self {
        let view = Memo::new(|_| ListView::from_address(address::parameter));
        let go = Callback::new(|(view, replace): (ListView, bool)| match replace {
            true => address::replace(&address_of(&view)),
            false => address::go(&address_of(&view)),
        });
        Self {
            view,
            go,
            first: RwSignal::new(None),
            order: RwSignal::new(None),
        }
    }

    /// The address of the first page of the view changed by `change`. Subscribes.
    fn address(self, change: impl FnOnce(&mut ListView)) -> String {
        self.view
            .with(|view| view.from_first_page(change))
            .address()
    }

    /// Shows the first page of the view changed by `change`.
    fn change(self, change: impl FnOnce(&mut ListView)) {
        let view = self
            .view
            .with_untracked(|view| view.from_first_page(change));
        self.go.run((view, false));
    }
}

/// The address of `view`, which leads on to no other.
fn address_of(view: &ListView) -> String {
    let address = view.address();
    match address::further(&address) {
        Some(_) => [address.as_str(), "?all=1"].concat(),
        None => address,
    }
}

/// The list of servers.
#[component]
pub fn ServersPage() -> impl IntoView {
    use_title(|| words::SERVERS_TITLE.text().to_owned());
    let page = ListPage::from_address();
    let handle = use_query(move || Some(page.view.with(ServersQuery::of)));
    let drawing = RwSignal::new(Drawing::wanted());
    let glance = RwSignal::new(storage::read(storage::GLANCE).is_some());
    let arranged = Memo::new(move |_| {
        let arranged = handle.read(|gathered| page.view.with(|view| page_of(gathered, view)));
        let arranged = arranged.unwrap_or_default();
        match page.first.get() {
            Some(first) => first(arranged),
            None => arranged,
        }
    });
    let has_pins = kept::may_have_pins();
    if has_pins {
        await_pins(page);
    }
    Effect::new(move || {
        page.view.with(selected::keep_to);
        arranged.with(|arranged| selected::learn(&arranged.servers));
    });
    let drawn = Drawn::begin(arranged);
    let any_selected = Memo::new(|_| selected::count() > 0);
    let is_bar_wanted = Memo::new(move |_| any_selected.get() || run::is_there());
    let count = move || {
        let total = arranged.with(|arranged| arranged.total);
        handle
            .asked
            .is_answered()
            .then(|| words::servers_count(total))
    };
    view! {
        <PageHeader title=words::SERVERS_TITLE note=Signal::derive(count) heading=heading()>
            <Freshness asked=handle.asked />
        </PageHeader>
        <Toolbar page drawing />
        <div class="list-line" data-selecting=any_selected>
            {select_page(arranged)}
            {dynamic(move || page.order.get().map(|order| export_part(page, order)))}
            // What comes later stands before what is there, which is at the end and stays in its place.
            {dynamic(move || (has_pins || settled()).then(|| tools_part(page, handle, drawing)))}
            {glance_button(glance)}
        </div>
        {dynamic(move || glance.get().then(|| glance_part(page)))}
        {answered(
            handle.asked,
            words::SERVERS_FAILED_TITLE,
            || view! { <Waiting /> }.into_any(),
            move || view! { <Servers page arranged drawn drawing asked=handle.asked /> }.into_any(),
        )}
        {dynamic(move || is_bar_wanted.get().then(|| selection_part(page, arranged)))}
    }
}

/// Unfolds what the list comes to, and folds it away again.
fn glance_button(unfolded: RwSignal<bool>) -> AnyView {
    let press = move |_| {
        match unfolded.get_untracked() {
            true => storage::remove(storage::GLANCE),
            false => storage::write(storage::GLANCE, "open"),
        }
        unfolded.update(|unfolded| *unfolded = !*unfolded);
    };
    view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            data-icon-only=true
            aria-label=t(words::SERVERS_GLANCE)
            title=t(words::SERVERS_GLANCE)
            aria-expanded=move || unfolded.get().to_string()
            on:click=press
        >
            <IconView icon=Icon::Chart />
        </button>
    }
    .into_any()
}

/// Has the list wait for the part of the program that puts pinned servers first; where that does not come, the list
/// does without.
fn await_pins(page: ListPage) {
    page.first.set(Some(Arc::new(Arranged::awaiting)));
    spawn_local(async move {
        if !prepare_pins().await {
            page.first.try_set(None);
        }
    });
}

/// How old the list is, and the way to renew it.
#[component]
fn Freshness(asked: Asked) -> impl IntoView {
    let updated = move || {
        let answered_at = asked.known.with(|known| known.answered_at)?;
        Some(words::servers_updated(&format::relative(answered_at)))
    };
    // Only what the person asked for shows as busy: a list that renews itself does so in silence.
    let asked_for = RwSignal::new(false);
    let asking = Memo::new(move |_| asked.known.with(|known| known.asking));
    Effect::new(move |was_asking: Option<bool>| {
        let asking = asking.get();
        if was_asking == Some(true) && !asking {
            asked_for.set(false);
        }
        asking
    });
    let refresh = move |()| {
        asked_for.set(true);
        asked.refresh.run(());
    };
    view! {
        <span class="freshness">{updated}</span>
        <Button label=words::SERVERS_REFRESH icon=Icon::Refresh busy=asked_for busy_label=words::SERVERS_REFRESH on_press=refresh />
    }
}

/// The servers of the view, or why there are none.
#[component]
fn Servers(
    page: ListPage,
    arranged: Memo<Arranged>,
    drawn: Drawn,
    drawing: RwSignal<Drawing>,
    asked: Asked,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| arranged.with(|arranged| arranged.servers.is_empty()));
    let is_awaited = Memo::new(move |_| arranged.with(|arranged| arranged.awaited));
    let has_pinned = Memo::new(move |_| arranged.with(|arranged| arranged.pinned > 0));
    let is_cut_off = Memo::new(move |_| {
        arranged.with(|arranged| arranged.looked_through.is_some() || arranged.skipped > 0)
    });
    // The last answer to another question stays until the new one is here.
    let is_older = Memo::new(move |_| asked.is_older());
    let is_overdue = lasting(is_older, PATIENCE);
    let is_cut_short = Memo::new(move |_| !is_empty.get() && !drawn.is_whole());
    view! {
        {dynamic(move || is_cut_off.get().then(|| cut_off_part(page, arranged)))}
        <div
            class="servers-list"
            aria-busy=move || (is_overdue.get() || is_cut_short.get()).to_string()
            data-older=is_overdue
            on:pointerenter=|_| prepare_menus()
            on:focusin=|_| prepare_menus()
            on:click=|event| mark_used(&event)
        >
            {move || match (is_empty.get(), drawing.get()) {
                (true, _) if is_older.get() || is_awaited.get() => view! { <Waiting /> }.into_any(),
                (true, _) => view! { <NoServers page /> }.into_any(),
                (false, Drawing::Cards) => view! {
                    {dynamic(move || has_pinned.get().then(|| pinned_part(arranged, drawn)))}
                    <Cards arranged drawn />
                }
                .into_any(),
                (false, Drawing::Table) => table_part(page, arranged, drawn),
            }}
        </div>
        {move || (!is_empty.get() && !is_cut_short.get()).then(|| view! { <Pages page arranged is_older /> })}
    }
}
