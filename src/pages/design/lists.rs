//! Tables, and the ways through a page and through a list.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{
    Choice, Pagination, SelectField, SortDirection, SortHeader, StatusBadge, TableFrame, Tabs, Tone,
};
use crate::words::{self, Word, t};

/// Where the links of this section lead.
const HERE: &str = "#lists";

/// The section.
pub(super) fn lists() -> AnyView {
    view! {
        <Specimen name="Table, sorted by its first column" stacked=true>{table()}</Specimen>
        <Specimen name="Pagination: in the middle, at the only page" stacked=true>
            {pagination()}
        </Specimen>
        <Specimen name="Tabs" stacked=true>{tabs()}</Specimen>
    }
    .into_any()
}

fn table() -> AnyView {
    let sorted = RwSignal::new((0, SortDirection::Ascending));
    let head = move |(column, word): (usize, Word)| {
        let direction = move || {
            let (by, direction) = sorted.get();
            (by == column).then_some(direction)
        };
        let turn = move |()| {
            let turned = match untrack(direction) {
                Some(SortDirection::Ascending) => SortDirection::Descending,
                _ => SortDirection::Ascending,
            };
            sorted.set((column, turned));
        };
        view! { <SortHeader label=word direction=Signal::derive(direction) on_sort=turn /> }
    };
    let columns = [
        words::SERVERS_NAME,
        words::SERVERS_STATUS,
        words::SERVERS_REGION,
    ];
    view! {
        <TableFrame caption=words::NAV_SERVERS>
            <thead>
                <tr>
                    {columns.into_iter().enumerate().map(head).collect_view()}
                    <th scope="col" data-align="end">
                        {t(words::VOLUMES_SIZE)}
                    </th>
                </tr>
            </thead>
            <tbody>{ROWS.map(row).collect_view()}</tbody>
        </TableFrame>
    }
    .into_any()
}

const ROWS: [(&str, Tone, Word, &str, &str); 3] = [
    ("crm", Tone::Ok, words::STATUS_ACTIVE, "Hà Nội", "40"),
    (
        "máy chủ dự phòng",
        Tone::Off,
        words::STATUS_SHUTOFF,
        "Đà Nẵng",
        "500",
    ),
    ("ម៉ាស៊ីនមេ", Tone::Danger, words::STATUS_ERROR, "ភ្នំពេញ", "1,024"),
];

fn row(
    (name, tone, word, region, size): (&'static str, Tone, Word, &'static str, &'static str),
) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>
                <StatusBadge tone word />
            </td>
            <td>{region}</td>
            <td data-align="end">{size}</td>
        </tr>
    }
}

fn pagination() -> AnyView {
    let there = || Signal::derive(|| Some(HERE.to_owned()));
    let nowhere = || Signal::derive(|| None::<String>);
    let sizes = Signal::stored(
        ["20", "50", "100"]
            .map(|size| Choice::new(size, size))
            .to_vec(),
    );
    view! {
        <Pagination
            label="Pages"
            position=Signal::derive(|| words::pagination_position("2", "7"))
            previous_label=words::PAGINATION_PREVIOUS
            previous=there()
            next_label=words::PAGINATION_NEXT
            next=there()
        >
            <SelectField
                label=words::PAGINATION_PAGE_SIZE
                choices=sizes
                value=Signal::stored("20".to_owned())
                on_change=|_| ()
            />
        </Pagination>
        <Pagination
            label="Only page"
            position=Signal::derive(|| words::pagination_position("1", "1"))
            previous_label=words::PAGINATION_PREVIOUS
            previous=nowhere()
            next_label=words::PAGINATION_NEXT
            next=nowhere()
        />
    }
    .into_any()
}

fn tabs() -> AnyView {
    let parts = [
        words::SERVER_OVERVIEW,
        words::SERVER_CONSOLE,
        words::SERVER_BOOT_LOG,
        words::SERVER_VOLUMES,
        words::SERVER_SETTINGS,
    ];
    let link = |word: Word| {
        let current = (word == words::SERVER_BOOT_LOG).then_some("page");
        view! {
            <a href=HERE aria-current=current>
                {t(word)}
            </a>
        }
    };
    view! {
        <Tabs label=words::SERVER_PARTS current=words::SERVER_BOOT_LOG>
            {parts.map(link).collect_view()}
        </Tabs>
    }
    .into_any()
}
