//! The place of something that is still on its way.

use leptos::prelude::*;

/// How much of its line a skeleton covers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SkeletonWidth {
    /// A word.
    Short,
    /// A few words.
    Medium,
    /// Most of a line.
    Long,
}

impl SkeletonWidth {
    const fn name(self) -> &'static str {
        match self {
            Self::Short => "s",
            Self::Medium => "m",
            Self::Long => "l",
        }
    }
}

/// A line of text that is still on its way. As high as the line that will take its place, whose classes its parent
/// must bear; hide that parent from assistive technology.
#[component]
pub fn Skeleton(
    /// How much of the line it covers.
    width: SkeletonWidth,
) -> impl IntoView {
    view! { <span class="skeleton" data-width=width.name()></span> }
}
