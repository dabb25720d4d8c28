//! One file a route, the tree of files as the tree of addresses.

mod actions;
mod activity;
mod around;
mod ask_password;
mod commands;
#[cfg(debug_assertions)]
mod design;
mod ending;
mod failure;
mod form;
mod lazy;
mod leaving;
mod login;
mod new_password;
mod not_found;
mod notices;
mod page;
mod pieces;
mod profile;
mod projects;
mod server;
mod servers;
mod shell;
mod support;
mod token;

pub use actions::Power;
#[cfg(feature = "sign_in")]
pub use login::Login;
pub use not_found::NotFound;
pub use page::focus_new_pages;
#[cfg(debug_assertions)]
pub use pieces::design_page;
pub use pieces::{
    activity_page, confirm_power, login_page, prepare_sign_in, profile_page, projects_page,
    server_page, token_page,
};
pub use servers::ServersPage;
pub use shell::{Shell, ToastPlace};
