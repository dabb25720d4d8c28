//! What a deployment may set, in `public/config.json`.
//!
//! Every setting stands for itself: one that is absent has its default without a word, one that is broken has it too and is named
//! among the problems, so that a slip in one line never takes the portal down.

mod face;
mod offers;

pub use self::face::Face;
pub use self::offers::{Offers, OsImage};
use crate::json::Json;

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `api_base`: where the service is, a path of this origin or an `http` or `https` address, without a slash at its end.
    pub api_base: String,
    /// `auth_scheme`: the word before the token in the `Authorization` header.
    pub auth_scheme: String,
    /// `provider.name`: who hosts the portal; what is empty is not shown.
    pub provider_name: String,
    /// `languages`: the tags of the languages on offer, the first one for readers who speak none of them.
    pub languages: Vec<String>,
    /// All that is set, for [`Face::read`] and [`Offers::read`].
    pub settings: Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            api_base: String::from("/api/v1"),
            auth_scheme: String::from("Token"),
            provider_name: String::new(),
            languages: Vec::new(),
            settings: Json::Null,
        }
    }
}

impl Config {
    /// Reads the text of `config.json`, for a portal with words in the languages `built`. Gives the settings, and what was wrong
    /// with the text, one problem each, for the console.
    pub fn parse(text: &str, built: &[String]) -> (Self, Vec<String>) {
        let json = Json::parse(text).filter(Json::is_object);
        let mut problems = Vec::new();
        if json.is_none() {
            problems.push(String::from("config.json is not a JSON object"));
        }
        let settings = json.unwrap_or_default();
        let mut reader = Reader {
            json: &settings,
            problems,
        };
        let config = Self::read(&mut reader, built);
        let problems = reader.problems;
        (Self { settings, ..config }, problems)
    }

    fn read(reader: &mut Reader, built: &[String]) -> Self {
        let default = Self::default();
        Self {
            api_base: reader.setting("api_base", api_base, default.api_base),
            auth_scheme: reader.setting("auth_scheme", auth_scheme, default.auth_scheme),
            provider_name: reader.provider_name(),
            languages: reader.list("languages", &|json| language(json, built), built.to_vec()),
            settings: Json::Null,
        }
    }
}

/// Reads settings by name and collects the problems.
struct Reader<'a> {
    json: &'a Json,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn setting<Value>(
        &mut self,
        name: &str,
        read: fn(&Json) -> Option<Value>,
        default: Value,
    ) -> Value {
        match self.json.get(name) {
            Json::Null => default,
            value => read(value).unwrap_or_else(|| {
                self.report(name);
                default
            }),
        }
    }

    /// A list without its broken elements; the default when nothing is left of one that had some.
    fn list<Value>(
        &mut self,
        name: &str,
        read: &dyn Fn(&Json) -> Option<Value>,
        default: Vec<Value>,
    ) -> Vec<Value> {
        let elements = match self.json.get(name) {
            Json::Null => return default,
            Json::List(elements) => elements,
            _ => {
                self.report(name);
                return default;
            }
        };
        let values: Vec<Value> = elements.iter().filter_map(read).collect();
        if values.len() < elements.len() {
            self.report(name);
        }
        if values.is_empty() { default } else { values }
    }

    fn provider_name(&mut self) -> String {
        let provider = self.json.get("provider");
        if !matches!(provider, Json::Null | Json::Object(_)) {
            self.report("provider");
        }
        let mut inner = Reader {
            json: provider,
            problems: Vec::new(),
        };
        let name = inner.setting("name", plain_text, String::new());
        self.problems.append(&mut inner.problems);
        name
    }

    fn report(&mut self, name: &str) {
        self.problems.push(["unusable setting: ", name].concat());
    }
}

/// Text on one line, of a length that fits a page.
fn plain_text(json: &Json) -> Option<String> {
    const MAX_CHARACTERS: usize = 200;
    let text = json.as_text()?.trim();
    let fits = text.chars().count() <= MAX_CHARACTERS && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned())
}

/// Whether it is an address of `http` or `https`: anything else could run a script when it is followed.
fn is_web_address(address: &str) -> bool {
    let host = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let has_gap = address.contains(char::is_whitespace) || address.contains('\\');
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric() || first == '['))
        && !has_gap
}

/// A path of this origin or an address; the token goes there, so nothing else will do. `//host` would be another origin.
fn api_base(json: &Json) -> Option<String> {
    let base = plain_text(json)?;
    let is_path = base.starts_with('/')
        && !base.starts_with("//")
        && !base.contains(['\\', '?', '#'])
        && !base.contains(char::is_whitespace);
    let is_address = is_web_address(&base) && !base.contains(['@', '?', '#']);
    (is_path || is_address).then(|| base.trim_end_matches('/').to_owned())
}

/// A token of RFC 9110 (section 5.6.2), of letters, digits and hyphens.
fn auth_scheme(json: &Json) -> Option<String> {
    let scheme = plain_text(json)?;
    let is_word = scheme
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_word && !scheme.is_empty()).then_some(scheme)
}

fn language(json: &Json, built: &[String]) -> Option<String> {
    let tag = json.as_text()?;
    built.iter().find(|known| *known == tag).cloned()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
