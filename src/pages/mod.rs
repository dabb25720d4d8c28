//! One file a route, the tree of files as the tree of addresses.

mod failure;
mod login;
mod not_found;
mod page;
mod profile;
mod projects;
mod server;
mod servers;
mod shell;
mod token;

pub use login::Login;
pub use not_found::NotFound;
pub use profile::ProfilePage;
pub use projects::ProjectsPage;
pub use server::ServerPage;
pub use servers::ServersPage;
pub use shell::Shell;
pub use token::TokenPage;
