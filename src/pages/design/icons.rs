//! The icons, each with its name.

use leptos::prelude::*;

use super::section::Specimen;
use crate::ui::{Icon, IconView};

/// Every icon there is.
const ICONS: [Icon; 43] = [
    Icon::Bin,
    Icon::Bookmark,
    Icon::Chart,
    Icon::Check,
    Icon::ChevronDown,
    Icon::ChevronLeft,
    Icon::ChevronRight,
    Icon::Circle,
    Icon::ChevronUp,
    Icon::Close,
    Icon::Copy,
    Icon::Disk,
    Icon::Download,
    Icon::Error,
    Icon::External,
    Icon::Eye,
    Icon::EyeOff,
    Icon::Folder,
    Icon::Globe,
    Icon::Grid,
    Icon::Info,
    Icon::Key,
    Icon::Lines,
    Icon::Monitor,
    Icon::Moon,
    Icon::More,
    Icon::Pencil,
    Icon::Person,
    Icon::Pin,
    Icon::Refresh,
    Icon::Search,
    Icon::Server,
    Icon::Settings,
    Icon::SignOut,
    Icon::Sort,
    Icon::SortDown,
    Icon::SortUp,
    Icon::Start,
    Icon::Stop,
    Icon::Sun,
    Icon::Table,
    Icon::ToEnd,
    Icon::Warning,
];

/// The section.
pub(super) fn icons() -> AnyView {
    let icon = |icon: Icon| {
        view! {
            <div class="icon-name">
                <IconView icon />
                <code>{name(icon)}</code>
            </div>
        }
    };
    view! { <Specimen name="Outlines on 24 units">{ICONS.map(icon).collect_view()}</Specimen> }
        .into_any()
}

fn name(icon: Icon) -> String {
    format!("{icon:?}")
}
