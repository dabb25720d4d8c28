//! A banner in the page.

use leptos::prelude::*;

use super::{Icon, IconView, Text};

/// How serious a notice is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoticeTone {
    /// Good to know.
    Info,
    /// To be looked at.
    Warning,
    /// Something failed.
    Danger,
}

impl NoticeTone {
    const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Warning => Icon::Warning,
            Self::Danger => Icon::Error,
        }
    }
}

/// Something that the reader should know, and what to do about it.
#[component]
pub fn Notice(
    /// How serious it is.
    tone: NoticeTone,
    /// What it says.
    #[prop(into)]
    text: Text,
    /// A line above the text.
    #[prop(optional, into)]
    title: Option<Text>,
    /// `status` or `alert` for a notice that comes while the page is in use.
    #[prop(optional)]
    role: Option<&'static str>,
    /// What can be done about it: a button or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title_line =
        title.map(|title| view! { <p class="notice__title" aria-live="off">{title}</p> });
    view! {
        <div class="notice" data-tone=tone.name() role=role>
            <IconView icon=tone.icon() />
            <div class="notice__body">
                <div class="notice__text">{title_line} <p>{text}</p></div>
                {children.map(|children| children())}
            </div>
        </div>
    }
}
