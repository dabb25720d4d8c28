//! The icons in use, as outlines on a square of 24 units.

use leptos::prelude::*;

/// An icon. It repeats what a word says, so assistive technology never meets it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// A bin: delete.
    Bin,
    /// A ribbon: something kept under a name.
    Bookmark,
    /// Bars of several heights.
    Chart,
    /// A tick: done, or chosen.
    Check,
    /// Opens downwards.
    ChevronDown,
    /// Goes back.
    ChevronLeft,
    /// Goes on.
    ChevronRight,
    /// A ring: not yet done.
    Circle,
    /// Opens, or goes, upwards.
    ChevronUp,
    /// A cross: dismiss or clear.
    Close,
    /// Two sheets: copy.
    Copy,
    /// A volume.
    Disk,
    /// An arrow onto a line: keep as a file.
    Download,
    /// Something failed.
    Error,
    /// Leads out of the portal.
    External,
    /// A hidden text can be shown.
    Eye,
    /// A shown text can be hidden.
    EyeOff,
    /// A project.
    Folder,
    /// The languages.
    Globe,
    /// The view as cards.
    Grid,
    /// Something to know.
    Info,
    /// A token.
    Key,
    /// Lines of text: a log.
    Lines,
    /// The device's own theme.
    Monitor,
    /// The dark theme.
    Moon,
    /// Three dots: more to do.
    More,
    /// A pencil: give another name.
    Pencil,
    /// A person: the account, the profile.
    Person,
    /// A pin: it stays at the top.
    Pin,
    /// Load anew.
    Refresh,
    /// Search.
    Search,
    /// A server.
    Server,
    /// What can be set.
    Settings,
    /// Leave the portal.
    SignOut,
    /// A column that can be sorted.
    Sort,
    /// A column that is sorted downwards.
    SortDown,
    /// A column that is sorted upwards.
    SortUp,
    /// Switch on.
    Start,
    /// Switch off.
    Stop,
    /// The light theme.
    Sun,
    /// The view as a table.
    Table,
    /// Down to the end.
    ToEnd,
    /// Something to look at soon.
    Warning,
}

impl Icon {
    /// What draws it. That of an icon which points along the line begins with a small m, which draws the same: it is
    /// turned around where lines run the other way (`style/sign-in/direction.css`).
    pub const fn outline(self) -> &'static str {
        match self {
            Self::Bin => "M4.5 7h15M9 7V4h6v3M6.5 7l1 13h9l1-13",
            Self::Bookmark => "M7 4h10v16l-5-4-5 4Z",
            Self::Chart => "M5 20v-7M12 20V4M19 20v-11",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::ChevronDown => "M6 9.5l6 6 6-6",
            Self::ChevronLeft => "m14.5 6-6 6 6 6",
            Self::ChevronRight => "m9.5 6 6 6-6 6",
            Self::Circle => "M12 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z",
            Self::ChevronUp => "M6 14.5l6-6 6 6",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Copy => {
                "M10 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM5.5 15H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v.5"
            }
            Self::Disk => {
                "M4 6c0-1.4 3.6-2.5 8-2.5S20 4.6 20 6v12c0 1.4-3.6 2.5-8 2.5S4 19.4 4 18ZM4 6c0 1.4 3.6 2.5 8 2.5S20 7.4 20 6M4 12c0 1.4 3.6 2.5 8 2.5s8-1.1 8-2.5"
            }
            Self::Download => "M12 4v11M7 10.5l5 5 5-5M5 20h14",
            Self::Error => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V13M12 16h.01",
            Self::External => {
                "m14 4h6v6M20 4l-9 9M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10"
            }
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
            }
            Self::EyeOff => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4.5 4.5l15 15"
            }
            Self::Folder => {
                "M3.5 6.5A1.5 1.5 0 0 1 5 5h4l2.5 3H19a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5Z"
            }
            Self::Globe => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.5 3.8 5.6 3.8 9s-1.3 6.5-3.8 9c-2.5-2.5-3.8-5.6-3.8-9S9.5 5.5 12 3Z"
            }
            Self::Grid => {
                "M4 4h6.5v6.5H4ZM13.5 4H20v6.5h-6.5ZM4 13.5h6.5V20H4ZM13.5 13.5H20V20h-6.5Z"
            }
            Self::Info => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 8h.01",
            Self::Key => {
                "M8 20a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM11.2 12.3 20 3.5M16 7.5l3 3M13 10.5l2 2"
            }
            Self::Lines => "m5 6h14M5 10h9M5 14h14M5 18h6",
            Self::Monitor => {
                "M4.5 4.5h15A1.5 1.5 0 0 1 21 6v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15V6a1.5 1.5 0 0 1 1.5-1.5ZM9 20h6M12 16.5V20"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
            Self::More => {
                "M12 6.2a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4ZM12 12.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4ZM12 19.2a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4Z"
            }
            Self::Pencil => "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5Z",
            Self::Person => {
                "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.7-3.7 3.7-5.5 7.5-5.5s6.8 1.8 7.5 5.5"
            }
            Self::Pin => "M9 4h6l-.5 6 3.5 3v2H6v-2l3.5-3ZM12 15v5",
            Self::Refresh => "M20 12a8 8 0 1 1-2.4-5.7L20 8.5M20 3.5v5h-5",
            Self::Search => "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l4.5 4.5",
            Self::Server => {
                "M5.5 4h13A1.5 1.5 0 0 1 20 5.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 9.5v-4A1.5 1.5 0 0 1 5.5 4ZM5.5 13h13a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-4A1.5 1.5 0 0 1 5.5 13ZM7.5 7.5h.01M7.5 16.5h.01"
            }
            Self::Settings => "M4 7.5h8.5M17 7.5h3M14.7 5v5M4 16.5h3M11.5 16.5H20M9.3 14v5",
            Self::SignOut => {
                "m10 20H6a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 6 4h4M15.5 16l4-4-4-4M19.5 12h-10"
            }
            Self::Sort => "M8 9.5l4-4 4 4M8 14.5l4 4 4-4",
            Self::SortDown => "M6.5 12.5 12 18l5.5-5.5M12 18V5.5",
            Self::SortUp => "M6.5 11.5 12 6l5.5 5.5M12 6v12.5",
            Self::Start => "M7.5 5v14L19 12Z",
            Self::Stop => "M6.5 6.5h11v11h-11Z",
            Self::Sun => {
                "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
            }
            Self::Table => "M4 5h16v14H4ZM4 10h16M4 14.5h16M9.5 10v9",
            Self::ToEnd => "M12 4.5v12M6.5 11.5 12 17l5.5-5.5M6 20h12",
            Self::Warning => "M12 4.5 2.8 20h18.4ZM12 10.5V15M12 17.5h.01",
        }
    }
}

/// Draws an icon in the colour of the text around it. Its size is the custom property `--icon`.
#[component]
pub fn IconView(
    /// Which icon; a signal where it changes with a state.
    #[prop(into)]
    icon: Signal<Icon>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=move || icon.get().outline() />
        </svg>
    }
}
