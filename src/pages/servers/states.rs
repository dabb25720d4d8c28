//! The list while there is nothing to list.

use leptos::prelude::*;

use super::ListPage;
use crate::data::servers::ListView;
use crate::paths;
use crate::ui::{Button, EmptyState, Icon, LinkButton, Skeleton, SkeletonWidth};
use crate::words;

/// How many cards stand in for the first answer.
const SKELETONS: usize = 6;

/// The places of the cards, before the first answer.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let skeleton = || {
        view! {
            <div class="card server">
                <div class="server__head">
                    <div class="server__name"><Skeleton width=SkeletonWidth::Long /></div>
                    <div class="server__region"><Skeleton width=SkeletonWidth::Short /></div>
                </div>
                <div class="addresses__none"><Skeleton width=SkeletonWidth::Medium /></div>
                <div class="server__times">
                    <div>
                        <Skeleton width=SkeletonWidth::Medium />
                        <Skeleton width=SkeletonWidth::Long />
                    </div>
                    <div>
                        <Skeleton width=SkeletonWidth::Medium />
                        <Skeleton width=SkeletonWidth::Long />
                    </div>
                </div>
            </div>
        }
    };
    view! {
        <p class="visually-hidden" role="status">{words::t(words::COMMON_LOADING)}</p>
        <div class="servers" aria-hidden="true">{(0..SKELETONS).map(|_| skeleton()).collect_view()}</div>
    }
}

/// Why the list is empty, and what to do.
#[component]
pub(super) fn NoServers(page: ListPage) -> impl IntoView {
    move || {
        let view = page.view.get();
        if view.page > 1 {
            let first = move |()| {
                page.go.run((
                    ListView {
                        page: 1,
                        ..view.clone()
                    },
                    true,
                ))
            };
            return view! {
                <EmptyState
                    icon=Icon::Server
                    title=words::SERVERS_PAGE_GONE_TITLE
                    text=words::SERVERS_PAGE_GONE_TEXT
                >
                    <Button label=words::SERVERS_FIRST_PAGE on_press=first />
                </EmptyState>
            }
            .into_any();
        }
        if view.is_filtered() {
            let clear = move |()| {
                let ListView {
                    page_size, sort, ..
                } = page.view.get_untracked();
                page.go.run((
                    ListView {
                        page_size,
                        sort,
                        ..ListView::default()
                    },
                    false,
                ));
            };
            return view! {
                <EmptyState
                    icon=Icon::Search
                    title=words::SERVERS_NOTHING_TITLE
                    text=words::SERVERS_NOTHING_TEXT
                >
                    <Button label=words::SERVERS_CLEAR_FILTERS on_press=clear />
                </EmptyState>
            }
            .into_any();
        }
        view! {
            <EmptyState icon=Icon::Server title=words::SERVERS_EMPTY_TITLE text=words::SERVERS_EMPTY_TEXT>
                <LinkButton label=words::NAV_PROJECTS href=Signal::derive(|| Some(paths::PROJECTS.address())) />
            </EmptyState>
        }
        .into_any()
    }
}
