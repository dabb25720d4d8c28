//! What the portal shows of the provider beside their name. The first visit does without, so it is read when it is needed.

use super::{Reader, is_web_address, plain_text};
use crate::json::Json;

/// The provider's face, and how to reach them. What is empty is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// A picture of theirs: its path on the portal's own host, from the portal's folder on or, with a slash, from the top.
    pub logo: String,
    /// The colour of what can be pressed: `#rrggbb`.
    pub accent: String,
    /// A page for those who need help: `http` or `https`.
    pub support_url: String,
    /// A telephone number.
    pub support_phone: String,
    /// An e-mail address.
    pub support_email: String,
}

impl Face {
    /// Reads the settings of a [`Config`](super::Config). Gives what was wrong with them, too, one problem each.
    #[must_use]
    pub fn read(settings: &Json) -> (Self, Vec<String>) {
        let mut reader = Reader {
            json: settings.get("provider"),
            problems: Vec::new(),
        };
        let none = String::new;
        let face = Self {
            logo: reader.setting("logo", own_path, none()),
            accent: reader.setting("accent", colour, none()),
            support_url: reader.setting("support_url", web_address, none()),
            support_phone: reader.setting("support_phone", plain_text, none()),
            support_email: reader.setting("support_email", email, none()),
        };
        (face, reader.problems)
    }
}

/// A path on the portal's own host, or nothing: the security policy lets in no picture of another one.
fn own_path(json: &Json) -> Option<String> {
    let path = plain_text(json)?;
    let leads_away = path.starts_with("//")
        || path.contains([':', '\\', '?', '#'])
        || path.contains(char::is_whitespace);
    (!leads_away).then_some(path)
}

/// `#rrggbb`, or nothing.
fn colour(json: &Json) -> Option<String> {
    let colour = plain_text(json)?;
    let is_colour = match colour.as_bytes() {
        [b'#', digits @ ..] => digits.len() == 6 && digits.iter().all(u8::is_ascii_hexdigit),
        other => other.is_empty(),
    };
    is_colour.then_some(colour)
}

/// An address of a page, or nothing.
fn web_address(json: &Json) -> Option<String> {
    let address = plain_text(json)?;
    (address.is_empty() || is_web_address(&address)).then_some(address)
}

fn email(json: &Json) -> Option<String> {
    let email = plain_text(json)?;
    let is_email = email
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !email.contains(char::is_whitespace);
    (email.is_empty() || is_email).then_some(email)
}
