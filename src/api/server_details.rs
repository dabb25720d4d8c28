//! What a server shows of itself: its console, its boot log, its volumes (contract, Servers).

use super::client::Client;
use super::error::ApiError;
use super::page::rows;
use super::server::server_path;
use super::transport::Method;
use crate::json::Json;

/// Where a server's console is to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Console {
    /// The service's words.
    pub message: String,
    /// The address, as the service wrote it. Only [`safe_link`](Self::safe_link) may become a link.
    pub url: String,
}

/// A volume that is attached to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// What the service calls it by; never empty.
    pub volume_id: String,
    /// What its owner calls it by.
    pub name: String,
    /// Its size in GiB.
    pub size_gib: Option<u64>,
    /// Whether the server can start from it.
    pub bootable: bool,
}

impl Client {
    /// `GET /server/{instance_id}/console/`: a link to the server's console.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn server_console(&self, instance_id: &str) -> Result<Console, ApiError> {
        let path = server_path(instance_id, "/console/");
        self.call(Method::Get, path, None, Console::decode).await
    }

    /// `GET /server/{instance_id}/get_console_log/`: the boot log, with its escape sequences.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn server_boot_log(&self, instance_id: &str) -> Result<String, ApiError> {
        let path = server_path(instance_id, "/get_console_log/");
        self.call(Method::Get, path, None, boot_log).await
    }

    /// `GET /server/{instance_id}/list_volume_attached/`: the volumes of the server.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn server_volumes(&self, instance_id: &str) -> Result<Vec<Volume>, ApiError> {
        let path = server_path(instance_id, "/list_volume_attached/");
        self.call(Method::Get, path, None, |json| rows(json, Volume::decode))
            .await
    }
}

fn boot_log(json: &Json) -> Option<String> {
    json.is_object().then(|| json.whole_text("console_log"))
}

impl Console {
    /// The contract's array of one object, or the bare object that one of the vendor's pages shows.
    fn decode(json: &Json) -> Option<Self> {
        let console = json.as_list().map_or(Some(json), <[Json]>::first)?;
        console.is_object().then(|| Self {
            message: console.text("message"),
            url: console.whole_text("url"),
        })
    }

    /// The address, if it can be given to a person as a link: `http` or `https`, to a host, without a name or password in it, and
    /// of a length that browsers take.
    pub fn safe_link(&self) -> Option<&str> {
        const MAX_BYTES: usize = 2048;
        let rest = without_prefix(&self.url, "https://")
            .or_else(|| without_prefix(&self.url, "http://"))?;
        // Browsers drop tabs and line breaks from an address and read `\` as `/`: what is checked here would not be what is opened.
        let plain = self.url.chars().all(|character| {
            !character.is_whitespace() && !character.is_control() && character != '\\'
        });
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.split(':').next()?;
        let safe = plain && !host.is_empty() && !authority.contains('@');
        (safe && self.url.len() <= MAX_BYTES).then_some(&self.url)
    }
}

fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

impl Volume {
    /// The contract's sample holds an empty object, which is no volume.
    fn decode(json: &Json) -> Option<Self> {
        let volume_id = json.text("volume_id");
        (!volume_id.is_empty()).then(|| Self {
            volume_id,
            name: json.text("name"),
            size_gib: json.get("size").as_integer(),
            bootable: is_true(json.get("bootable")),
        })
    }
}

/// `"true"` as text, or a boolean.
fn is_true(json: &Json) -> bool {
    match json {
        Json::Boolean(value) => *value,
        Json::Text(text) => text.trim().eq_ignore_ascii_case("true"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Console;

    fn safe(url: &str) -> bool {
        let console = Console {
            message: String::new(),
            url: url.to_owned(),
        };
        console.safe_link() == Some(url)
    }

    #[test]
    fn an_address_of_the_web_is_a_link() {
        for url in [
            "https://console.example.com/vnc_auto.html?token=string",
            "http://127.0.0.1:6080/vnc?path=%3Ftoken%3D1&to=a@b",
            "HTTPS://[2001:db8::7]:443/",
            "https://console.example.com",
        ] {
            assert!(safe(url), "{url}");
        }
        assert!(safe(&["https://a/", &"x".repeat(2038)].concat()));
    }

    #[test]
    fn anything_else_is_not() {
        for url in [
            "",
            "example.com",
            "//example.com/",
            "/console",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.com/",
            "https://",
            "https:///path",
            "https://:443/",
            "https://?query",
            "https://user:password@example.com/",
            "https://example.com@evil.example/",
            "https://example.com\\@evil.example/",
            " https://example.com/",
            "https://exam\tple.com/",
            "https://example.com/\n",
            "https://example.com/\u{0}",
            "ｈttps://example.com/",
            "https:/é",
        ] {
            assert!(!safe(url), "{url:?}");
        }
        assert!(!safe(&["https://a/", &"x".repeat(2039)].concat()));
    }
}
