//! What all calls share: errors, bodies, callers, pages, and the files of the application.

pub mod address;
pub mod ansi;
pub mod caller;
pub mod console_page;
pub mod cross_origin;
pub mod error;
pub mod form;
pub mod pagination;
pub mod preloads;
pub mod request_id;
pub mod security_headers;
pub mod static_files;
pub mod whole_body;
