//! The design system: the pieces that every page is made of.
//!
//! Nothing here knows an API type, a route or a word: texts come in as [`Text`], which `#[prop(into)]` makes from a
//! closure `Fn() -> String`, from a signal or from a fixed string, so that a piece follows the reader's language.

mod announcer;
mod around;
mod bar_chart;
mod button;
mod card;
mod choice;
mod copy_button;
mod dialog;
mod dynamic;
mod each;
mod empty_state;
mod external_link;
mod field;
mod finder;
mod form_error;
mod help;
mod icon;
mod id;
mod items;
mod lasting;
mod log_view;
mod menu;
mod menu_item;
mod meter;
mod notice;
mod option_cards;
mod page_header;
mod pagination;
mod password_field;
mod progress;
mod reason;
mod requirements;
mod root_mark;
mod search_field;
mod select_field;
mod settled;
mod share;
mod share_button;
mod skeleton;
mod spinner;
mod status_badge;
mod table;
mod tabs;
mod text_field;
mod timeline;
mod toast;
mod visually_hidden;

use leptos::prelude::Signal;

pub use announcer::{Announcer, LiveRegion};
pub use around::around;
pub use bar_chart::{Bar, BarChart};
pub use button::{Button, ButtonKind, IconButton, LinkButton};
pub use card::{Card, Fact, Facts};
pub use choice::{Checkbox, Choice, Segments, Switch};
pub use copy_button::{CopyButton, CopySaid, press_copy};
pub use dialog::Dialog;
pub use dynamic::{Dynamic, dynamic};
pub use each::each;
pub use empty_state::EmptyState;
pub use external_link::{ExternalButton, ExternalLink};
pub use finder::{Find, FindGroup, Finder, FinderWords};
pub use form_error::{FormError, error_at_focus, focus_first_invalid};
pub use help::Help;
pub use icon::{Icon, IconView};
pub use items::{Item, Items};
pub use lasting::lasting;
pub use log_view::{Found, LogModel, LogView, PRINTED_LINES};
pub use menu::{Menu, MenuList, menu_button};
pub use menu_item::{
    MenuCheck, MenuChoice, MenuClose, MenuExternal, MenuGroup, MenuItem, MenuLine, MenuLink,
    MenuNote,
};
pub use meter::Meter;
pub use notice::{Notice, NoticeTone};
pub use option_cards::{OptionCards, OptionGroup};
pub use page_header::{BackLink, PageHeader};
pub use pagination::Pagination;
pub use password_field::PasswordField;
pub use progress::Progress;
pub use requirements::{Requirement, Requirements};
pub use root_mark::mark_root;
pub use search_field::SearchField;
pub use select_field::SelectField;
pub use settled::settled;
pub use share::Share;
pub use share_button::ShareButton;
pub use skeleton::{Skeleton, SkeletonWidth};
pub use spinner::Spinner;
pub use status_badge::{StatusBadge, StatusSlots, Tone, status_badge};
pub use table::{SortDirection, SortHeader, TableFrame};
pub use tabs::Tabs;
pub use text_field::{TextField, TextKind};
pub use timeline::{Slot, Timeline};
pub use toast::{ToastRegion, ToastTone, Toasts};
pub use visually_hidden::VisuallyHidden;

/// A text that a reader sees or hears, in the language of the moment.
pub type Text = Signal<String>;

/// A text that may be absent.
pub type MaybeText = Signal<Option<String>>;
