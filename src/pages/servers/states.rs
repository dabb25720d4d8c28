//! The list while there is nothing to list.

use leptos::prelude::*;

use super::ListPage;
use crate::pages::pieces::none_here_part;
use crate::paths;
use crate::ui::{EmptyState, Icon, LinkButton, Skeleton, SkeletonWidth, dynamic};
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
    let has_others = Memo::new(move |_| page.view.with(|view| view.page > 1 || view.is_filtered()));
    dynamic(move || {
        match has_others.get() {
        true => none_here_part(page),
        false => view! {
            <EmptyState icon=Icon::Server title=words::SERVERS_EMPTY_TITLE text=words::SERVERS_EMPTY_TEXT>
                <LinkButton label=words::NAV_PROJECTS href=Signal::derive(|| Some(paths::PROJECTS.address())) />
            </EmptyState>
        }
        .into_any(),
    }
    })
}
