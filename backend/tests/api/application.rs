//! The files of the built application.

use axum::http::header::LOCATION;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, VARY,
};
use axum::http::{Method, StatusCode};
use vps_portal_backend::server::Settings;

use crate::harness::Portal;

const WASM: &str = "portal-0123456789abcdef_bg.wasm";
const FILES: [(&str, &str); 5] = [
    ("index.html", "<!doctype html>the application"),
    ("config.json", "{}"),
    (WASM, "plain"),
    ("portal-0123456789abcdef_bg.wasm.br", "brotli"),
    ("portal-0123456789abcdef_bg.wasm.gz", "gzip"),
];

fn portal() -> Portal {
    Portal::with_files(&FILES)
}

#[tokio::test]
async fn in_app_addresses_are_answered_with_the_application() {
    let portal = portal();
    for path in [
        "/",
        "/login",
        "/servers/0b7e3f0e/log",
        "/profile/",
        "/servers?page=2",
    ] {
        let answer = portal
            .get(path)
            .header(ACCEPT, "text/html,application/xhtml+xml")
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.text(), "<!doctype html>the application");
        assert_eq!(answer.header(CONTENT_TYPE), "text/html; charset=utf-8");
        assert_eq!(answer.header(CACHE_CONTROL), "no-cache");
    }
}

#[tokio::test]
async fn files_that_are_missing_answer_404() {
    let portal = portal();
    for path in [
        "/x.js",
        "/assets/x-0123456789abcdef.css",
        "/../portal.sqlite3",
        "/.hidden",
        "//x",
    ] {
        let answer = portal.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let image = portal.get("/picture").header(ACCEPT, "image/png").await;
    assert_eq!(image.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn in_a_folder_nothing_of_it_is_answered_elsewhere() {
    let settings = Settings {
        base: "/a/portal".to_owned(),
        ..Settings::default()
    };
    let portal = Portal::with_files_and_settings(&FILES, settings);
    for path in [
        "/a/portal/",
        "/a/portal/servers/1/log",
        "/a/portal/config.json",
    ] {
        assert_eq!(portal.get(path).await.status, StatusCode::OK, "{path}");
    }
    for path in [
        "/",
        "/a",
        "/a/",
        "/servers",
        "/config.json",
        "/a/portals",
        "/a/portal//etc/passwd",
        "/a/portal/../config.json",
    ] {
        let status = portal.get(path).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    let folder = portal.get("/a/portal").await;
    assert_eq!(folder.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(folder.header(LOCATION), "/a/portal/");
    let api = portal.get("server/").await;
    assert_eq!(api.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_smallest_encoding_that_the_browser_takes_is_sent() {
    let portal = portal();
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip", "gzip"),
        ("identity", "", "plain"),
    ] {
        let answer = portal
            .get(&format!("/{WASM}"))
            .header(ACCEPT_ENCODING, accepted)
            .await;
        assert_eq!(answer.header(CONTENT_ENCODING), encoding, "{accepted}");
        assert_eq!(answer.text(), body);
        assert_eq!(answer.header(CONTENT_TYPE), "application/wasm");
        assert_eq!(answer.header(VARY), "accept-encoding");
        assert_eq!(
            answer.header(CACHE_CONTROL),
            "public, max-age=31536000, immutable"
        );
    }
}

#[tokio::test]
async fn the_headers_of_the_document_name_what_it_has_fetched_first() {
    const STYLE: &str = r#"<link rel="preload" href="/a.css" as="style" integrity="sha256-A=">"#;
    let portal = Portal::with_files(&[
        ("index.html", STYLE),
        ("index.html.br", "brotli"),
        ("404.html", STYLE),
    ]);
    for path in ["/", "/servers", "/index.html"] {
        let answer = portal.get(path).header(ACCEPT_ENCODING, "br").await;
        assert_eq!(answer.text(), "brotli", "{path}");
        assert_eq!(
            answer.header(LINK),
            "</a.css>; rel=preload; as=style; integrity=\"sha256-A=\""
        );
    }
    assert_eq!(portal.get("/404.html").await.header(LINK), "");
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let portal = portal();
    let first = portal.get("/config.json").await;
    let again = portal
        .get("/config.json")
        .header(IF_NONE_MATCH, first.header(ETAG))
        .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
}

#[tokio::test]
async fn the_page_allows_webassembly_and_no_code_in_text() {
    let portal = portal();
    let answer = portal.get("/").await;
    let policy = answer.header(CONTENT_SECURITY_POLICY);
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-"));
    assert!(policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert!(!answer.header("permissions-policy").is_empty());
}

#[tokio::test]
async fn nothing_can_be_sent_to_a_file() {
    let portal = portal();
    let answer = portal.post("/login").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn without_an_application_the_api_still_answers() {
    let portal = Portal::new();
    assert_eq!(portal.get("/").await.status, StatusCode::NOT_FOUND);
    let answer = portal.call(Method::GET, "server/").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}
