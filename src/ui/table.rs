//! A table that scrolls sideways in a narrow window, and heads that sort it.

use leptos::prelude::*;

use super::{Icon, IconView, Text, id::UniqueId};

/// The frame of a table. Its children are a `thead` and a `tbody`.
#[component]
pub fn TableFrame(
    /// What the table lists; spoken, not shown.
    #[prop(into)]
    caption: Text,
    /// The head and the body.
    children: Children,
) -> impl IntoView {
    let caption_id = UniqueId::new();
    // Whoever has no pointer scrolls a focused frame with the arrow keys.
    view! {
        <div
            class="table-frame"
            role="group"
            aria-labelledby=caption_id.part("caption")
            tabindex="0"
        >
            <table class="table">
                <caption class="visually-hidden" id=caption_id.part("caption")>
                    {caption}
                </caption>
                {children()}
            </table>
        </div>
    }
}

/// Which way a column is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SortDirection {
    /// From the smallest on.
    Ascending,
    /// From the largest on.
    Descending,
}

impl SortDirection {
    /// The value of `aria-sort`.
    const fn name(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Ascending => Icon::SortUp,
            Self::Descending => Icon::SortDown,
        }
    }
}

/// The head of a column that the table can be sorted by.
#[component]
pub fn SortHeader(
    /// The name of the column.
    #[prop(into)]
    label: Text,
    /// Which way the table is sorted by it now, if it is.
    #[prop(into)]
    direction: Signal<Option<SortDirection>>,
    /// Called when the reader asks to sort by it.
    #[prop(into)]
    on_sort: Callback<()>,
) -> impl IntoView {
    let icon = move || direction.get().map_or(Icon::Sort, SortDirection::icon);
    view! {
        <th scope="col" aria-sort=move || direction.get().map_or("none", SortDirection::name)>
            <button type="button" class="table__sort" on:click=move |_| on_sort.run(())>
                {label}
                <IconView icon />
            </button>
        </th>
    }
}
