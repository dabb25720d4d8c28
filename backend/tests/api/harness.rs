//! A backend in a folder of its own, filled with the demo, at a fixed time.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode};
use chrono::{DateTime, TimeDelta, Utc};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;
use vps_portal_backend::clock::Clock;
use vps_portal_backend::compute::simulator::Simulator;
use vps_portal_backend::password::PasswordDesk;
use vps_portal_backend::server::{App, Settings, router};
use vps_portal_backend::sign_in_limit::SignInLimit;
use vps_portal_backend::storage::{Database, StorageError, demo};
use vps_portal_backend::web::static_files::StaticFiles;

/// The password of every demo account.
pub const PASSWORD: &str = "Portal-demo-1";
/// The present of every test's start: 2026-11-23T02:00:00Z.
const START: i64 = 1_795_399_200_000;

/// A database file filled with the demo; made once and copied for each test.
static DEMO: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.sqlite3");
    demo::fill(&Database::open(&path).unwrap(), at(START)).unwrap();
    std::fs::read(path).unwrap()
});

fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap()
}

/// A backend with its clock and its folder.
pub struct Portal {
    router: Router,
    database: Database,
    time: Arc<AtomicI64>,
    folder: TempDir,
}

impl Portal {
    /// A backend with the demo, at the start.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(database_path(folder.path()), &*DEMO).unwrap();
        Self::open(
            folder,
            Arc::new(AtomicI64::new(START)),
            None,
            Settings::default(),
        )
    }

    /// The same, serving an application of these files.
    pub fn with_files(files: &[(&str, &str)]) -> Self {
        Self::with_files_and_settings(files, Settings::default())
    }

    /// The same, set up in another way.
    pub fn with_files_and_settings(files: &[(&str, &str)], settings: Settings) -> Self {
        let portal = Self::new();
        let dist = portal.folder.path().join("dist");
        for (name, content) in files {
            let path = dist.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        }
        let files = StaticFiles::open(&dist).unwrap();
        Self::open(portal.folder, portal.time, Some(files), settings)
    }

    /// The same backend after its process has ended and been started again.
    pub fn restarted(self) -> Self {
        drop(self.router);
        Self::open(self.folder, self.time, None, Settings::default())
    }

    /// The same, set up in another way.
    pub fn with_settings(settings: Settings) -> Self {
        let portal = Self::new();
        Self::open(portal.folder, portal.time, None, settings)
    }

    fn open(
        folder: TempDir,
        time: Arc<AtomicI64>,
        files: Option<StaticFiles>,
        settings: Settings,
    ) -> Self {
        let database = Database::open(&database_path(folder.path())).unwrap();
        let hand = Arc::clone(&time);
        let clock = Clock::from_function(move || at(hand.load(Ordering::Relaxed)));
        let app = App {
            compute: Arc::new(Simulator::new(database.clone(), clock.clone(), 1.0)),
            database: database.clone(),
            clock,
            passwords: PasswordDesk::new().unwrap(),
            sign_in_limit: Arc::new(SignInLimit::default()),
            calls_in_turns: Arc::default(),
            files,
            settings,
        };
        Self {
            router: router(app),
            database,
            time,
            folder,
        }
    }

    /// Moves the clock on.
    pub fn wait(&self, time: TimeDelta) {
        self.time
            .fetch_add(time.num_milliseconds(), Ordering::Relaxed);
    }

    /// Keeps everyone from writing for as long as `time`, from now on.
    pub fn write_for(&self, time: Duration) -> JoinHandle<()> {
        let (database, (begun, has_begun)) = (self.database.clone(), mpsc::channel());
        let writing = std::thread::spawn(move || {
            let written: Result<(), StorageError> = database.write_now(|_| {
                begun.send(()).unwrap();
                std::thread::sleep(time);
                Ok(())
            });
            written.unwrap();
        });
        has_begun.recv().unwrap();
        writing
    }

    /// Runs SQL on the connection that writes.
    pub fn sql(&self, statements: &str) {
        let done: Result<(), StorageError> = self
            .database
            .write_now(|transaction| Ok(transaction.execute_batch(statements)?));
        done.unwrap();
    }

    /// Where everything is kept.
    pub fn database_path(&self) -> PathBuf {
        database_path(self.folder.path())
    }

    /// A call to be made, below `/api/v1` if `path` does not start with a slash.
    pub fn call(&self, method: Method, path: &str) -> Call<'_> {
        let path = match path.strip_prefix('/') {
            Some(_) => path.to_owned(),
            None => format!("/api/v1/{path}"),
        };
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("portal.example"));
        Call {
            portal: self,
            method,
            path,
            headers,
            body: Body::empty(),
        }
    }

    /// A GET to be made.
    pub fn get(&self, path: &str) -> Call<'_> {
        self.call(Method::GET, path)
    }

    /// A POST to be made.
    pub fn post(&self, path: &str) -> Call<'_> {
        self.call(Method::POST, path)
    }

    /// Signs in and answers the token.
    pub async fn sign_in(&self, email: &str) -> String {
        let mut request = json!({"email": email, "password": PASSWORD});
        if email == "demo@example.com" {
            request["project_id"] = json!("demo-main");
        }
        let answer = self.post("auth/tokens").json(&request).await;
        answer.expect(StatusCode::OK)["token"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The identifier of the first server of a token's project that has this status.
    pub async fn server(&self, token: &str, status: &str) -> String {
        let found = self
            .get(&format!("server/?server_status={status}&page_size=1"))
            .token(token)
            .await
            .expect(StatusCode::OK);
        found["results"][0]["instance_id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The present status of a server.
    pub async fn status(&self, token: &str, server: &str) -> String {
        let shown = self.get(&format!("server/{server}/")).token(token).await;
        shown.expect(StatusCode::OK)["status"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

fn database_path(folder: &Path) -> PathBuf {
    folder.join("portal.sqlite3")
}

/// A call in the making; awaiting it makes it.
pub struct Call<'a> {
    portal: &'a Portal,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Body,
}

impl Call<'_> {
    /// Adds a header.
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers
            .insert(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        self
    }

    /// Signs the call.
    pub fn token(self, token: &str) -> Self {
        self.header(AUTHORIZATION, &format!("Token {token}"))
    }

    /// Sends JSON.
    pub fn json(self, body: &Value) -> Self {
        self.header(CONTENT_TYPE, "application/json")
            .body(body.to_string())
    }

    /// Sends these bytes.
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }
}

impl<'a> IntoFuture for Call<'a> {
    type Output = Answer;
    type IntoFuture = std::pin::Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let mut request = Request::builder()
                .method(self.method)
                .uri(self.path)
                .body(self.body)
                .unwrap();
            *request.headers_mut() = self.headers;
            let router = self.portal.router.clone();
            let response = router.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body: body
                    .collect()
                    .await
                    .map(|body| body.to_bytes())
                    .unwrap_or_default(),
            }
        })
    }
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// The body as JSON, of an answer that must have this status.
    pub fn expect(&self, status: StatusCode) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        self.json()
    }

    /// A header's value, empty if there is none.
    pub fn header(&self, name: impl axum::http::header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}
