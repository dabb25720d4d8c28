//! What the list leaves out.

use leptos::prelude::*;

use super::ListPage;
use crate::data::servers::{Arranged, ListView};
use crate::format;
use crate::ui::{Button, Notice, NoticeTone};
use crate::words;

/// Says what is not shown, and how to see it.
#[component]
pub fn CutOff(page: ListPage, arranged: Memo<Arranged>) -> impl IntoView {
    let looked_through = move || {
        let (looked, total) = arranged.with(|arranged| arranged.looked_through)?;
        let text = words::servers_looked_through(&format::number(looked), &format::number(total));
        let look_further = move |()| {
            let view = ListView {
                everything: true,
                ..page.view.get_untracked()
            };
            page.go.run((view, true));
        };
        Some(view! {
            <Notice tone=NoticeTone::Info text>
                <Button label=words::SERVERS_LOOK_FURTHER on_press=look_further />
            </Notice>
        })
    };
    let skipped = move || {
        let skipped = arranged.with(|arranged| arranged.skipped);
        (skipped > 0).then(
            || view! { <Notice tone=NoticeTone::Warning text=words::servers_skipped(skipped) /> },
        )
    };
    view! { {looked_through} {skipped} }
}
