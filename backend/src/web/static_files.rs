//! The built application, as Trunk and the build leave it in one folder.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use axum::body::Body;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    LINK, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::preloads::link_header;

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATED: &str = "no-cache";
const INDEX: &str = "index.html";
/// Digits of the hash that the build puts into names.
const HASH_DIGITS: usize = 16;

/// Encodings made at build time, the smallest first: the name in HTTP, and the ending of the file.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// A folder of files to serve.
#[derive(Debug, Clone)]
pub struct StaticFiles {
    root: PathBuf,
}

/// A file found, in the encoding that suits the browser.
struct Found {
    bytes: Vec<u8>,
    etag: String,
    encoding: Option<&'static str>,
    /// What the document has a browser fetch first; nothing for another file.
    links: Option<HeaderValue>,
}

impl StaticFiles {
    /// The files of a folder, which must hold an `index.html`; the error is a sentence.
    pub fn open(root: &Path) -> Result<Self, String> {
        if root.join(INDEX).is_file() {
            Ok(Self {
                root: root.to_owned(),
            })
        } else {
            Err(format!(
                "There is no built application in {}: it has no {INDEX}.",
                root.display()
            ))
        }
    }

    /// The answer to a GET or HEAD of `path`: a file, the application for its own addresses, or 404.
    pub async fn answer(&self, path: &str, headers: &HeaderMap) -> Response {
        let Some(relative) = relative(path) else {
            return not_found();
        };
        if let Some(response) = self.serve(&relative, headers).await {
            return response;
        }
        if is_file_name(&relative) || !accepts_html(headers) {
            return not_found();
        }
        self.serve(Path::new(INDEX), headers)
            .await
            .unwrap_or_else(not_found)
    }

    async fn serve(&self, relative: &Path, headers: &HeaderMap) -> Option<Response> {
        let (path, accepted) = (self.root.join(relative), accepted_encodings(headers));
        let found = tokio::task::spawn_blocking(move || find(&path, &accepted))
            .await
            .ok()??;
        let mut answer = HeaderMap::new();
        answer.insert(CACHE_CONTROL, HeaderValue::from_static(caching(relative)));
        answer.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(relative)));
        answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
        answer.insert(ETAG, HeaderValue::from_str(&found.etag).ok()?);
        if let Some(links) = found.links {
            answer.insert(LINK, links);
        }
        if is_known_to_browser(headers, &found.etag) {
            return Some((StatusCode::NOT_MODIFIED, answer).into_response());
        }
        if let Some(encoding) = found.encoding {
            answer.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        Some((answer, Body::from(found.bytes)).into_response())
    }
}

/// What is answered for a file that is not there.
pub fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "Not found.\n").into_response()
}

/// The path inside the folder; `None` if it leads out of it, or is none that a build makes.
fn relative(path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let is_plain = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0'])
    };
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(PathBuf::from(INDEX));
    }
    path.split('/')
        .map(|part| is_plain(part).then_some(part))
        .collect()
}

/// Whether the last part of a path has an ending, as files have and the application's addresses have not.
fn is_file_name(relative: &Path) -> bool {
    relative.extension().is_some()
}

fn accepts_html(headers: &HeaderMap) -> bool {
    let Some(accept) = headers.get(ACCEPT).and_then(|value| value.to_str().ok()) else {
        return true;
    };
    ["text/html", "text/*", "*/*"]
        .iter()
        .any(|wanted| accept.contains(wanted))
}

/// The encodings of [`ENCODINGS`] that the browser takes.
fn accepted_encodings(headers: &HeaderMap) -> Vec<(&'static str, &'static str)> {
    let header = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let is_taken = |name: &str| {
        header.split(',').any(|part| {
            let (encoding, quality) = part.split_once(';').unwrap_or((part, ""));
            let refused = ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains(&quality.trim());
            encoding.trim().eq_ignore_ascii_case(name) && !refused
        })
    };
    ENCODINGS
        .into_iter()
        .filter(|(name, _)| is_taken(name))
        .collect()
}

fn find(path: &Path, accepted: &[(&'static str, &'static str)]) -> Option<Found> {
    if !path.is_file() {
        return None;
    }
    let encoded = accepted.iter().find_map(|(encoding, ending)| {
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(ending);
        read(Path::new(&name), Some(*encoding))
    });
    let mut found = encoded.or_else(|| read(path, None))?;
    if path.ends_with(INDEX) {
        found.links = std::fs::read_to_string(path)
            .ok()
            .and_then(|document| link_header(&document));
    }
    Some(found)
}

fn read(path: &Path, encoding: Option<&'static str>) -> Option<Found> {
    let modified = std::fs::metadata(path).ok()?.modified().ok()?;
    let age = modified.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let bytes = std::fs::read(path).ok()?;
    let etag = format!("\"{:x}-{age:x}\"", bytes.len());
    Some(Found {
        bytes,
        etag,
        encoding,
        links: None,
    })
}

fn is_known_to_browser(headers: &HeaderMap, etag: &str) -> bool {
    headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| {
            known
                .split(',')
                .any(|one| one.trim().trim_start_matches("W/") == etag)
        })
}

/// A file whose name, or whose folder's name, holds a hash of its content never changes.
fn caching(relative: &Path) -> &'static str {
    let is_hash = |piece: &str| {
        piece.len() == HASH_DIGITS
            && piece
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    let name = relative.to_string_lossy();
    let is_hashed = name.split(['-', '_', '.', '/']).skip(1).any(is_hash);
    if is_hashed { IMMUTABLE } else { REVALIDATED }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_the_folder() {
        assert_eq!(relative("/"), Some(PathBuf::from("index.html")));
        assert_eq!(relative("/a/b.js"), Some(PathBuf::from("a/b.js")));
        for path in [
            "/../x",
            "/a/../b",
            "//x",
            "/.git/config",
            "/a\\b",
            "/c:/x",
            "x",
        ] {
            assert_eq!(relative(path), None, "{path}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        for name in [
            "portal-0123456789abcdef_bg.wasm",
            "locales/vi-0123456789abcdef.json",
        ] {
            assert_eq!(caching(Path::new(name)), IMMUTABLE, "{name}");
        }
        for name in [
            "index.html",
            "config.json",
            "portal-0123.js",
            "0123456789abcdef",
        ] {
            assert_eq!(caching(Path::new(name)), REVALIDATED, "{name}");
        }
    }

    #[test]
    fn an_encoding_refused_is_not_sent() {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip, br;q=0"));
        assert_eq!(accepted_encodings(&headers), [("gzip", "gz")]);
    }
}
