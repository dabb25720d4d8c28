//! What can be done to a server, as a person meets it: buttons, a menu, a question before, and news afterwards.

pub mod confirmation;
mod menu;
mod power;
mod power_buttons;
pub mod reports;
pub mod sentences;

pub use self::menu::{POWER, follow_menu, menu_items, server_menu_button};
pub use self::power::{ConfirmPower, Power};
pub use self::power_buttons::PowerButtons;
pub(super) use self::reports::tell_outcomes;
pub use self::sentences::why_not;
