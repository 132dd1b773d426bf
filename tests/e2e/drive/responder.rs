//! Responses of the test server: files, overrides by tests, and a record of both.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

use http::header::{HeaderName, HeaderValue};
use http::{Method, StatusCode};
use http_body_util::BodyExt;

use super::reports::{self, Reports};
use super::response_rule::{ResponseRule, Rules, mime};
use super::server::{Request, Response};

/// An answered request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Served {
    /// The path, without its query.
    pub(crate) path: String,
    pub(crate) status: u16,
}

#[derive(Default)]
pub(super) struct Responder {
    pub(super) dist: PathBuf,
    pub(super) pages: PathBuf,
    /// Pages of other frameworks that host the widget, built beforehand.
    pub(super) hosts: PathBuf,
    pub(super) rules: Mutex<Rules>,
    pub(super) served: Mutex<Vec<Served>>,
    pub(super) reports: Reports,
}

impl Responder {
    pub(super) async fn answer(&self, request: Request) -> Response {
        let path = request.uri().path().to_owned();
        if path == reports::PATH && request.method() == Method::POST {
            return self.receive_report(request, &path).await;
        }
        let rule = self.rules.lock().unwrap().get(&path).cloned().unwrap_or_default();
        let (status, body) = match (rule.status, &rule.body) {
            (Some(status), _) => (status, Vec::new()),
            (None, Some(body)) => (200, body.clone()),
            (None, None) => match self.file(&path) {
                Some(body) => (200, body),
                None => (404, format!("{path} is not here").into_bytes()),
            },
        };
        if status >= 400 {
            eprintln!("{status} for {} {}", request.method(), request.uri());
        }
        self.served.lock().unwrap().push(Served { path: path.clone(), status });
        rule.hold().await;
        response(status, body, &path, &rule)
    }

    async fn receive_report(&self, request: Request, path: &str) -> Response {
        let came = Instant::now();
        // The body is incomplete if the browser was killed while sending it.
        if let Ok(body) = request.into_body().collect().await {
            self.reports.add(came, &String::from_utf8_lossy(&body.to_bytes()));
        }
        response(204, Vec::new(), path, &ResponseRule::new())
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let below = |prefix| path.strip_prefix(prefix);
        let (folder, name) = match (below("/pages/"), below("/hosts/")) {
            (Some(name), _) => (&self.pages, name),
            (_, Some(name)) => (&self.hosts, name),
            _ => (&self.dist, path.strip_prefix('/')?),
        };
        let name = if name.is_empty() { "index.html" } else { name };
        let climbs_out = name.split('/').any(|step| step == "..");
        if climbs_out { None } else { std::fs::read(folder.join(name)).ok() }
    }
}

fn response(status: u16, body: Vec<u8>, path: &str, rule: &ResponseRule) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).expect("a status has three digits");
    let headers = response.headers_mut();
    headers.insert("content-type", HeaderValue::from_static(mime(path)));
    headers.insert("cache-control", HeaderValue::from_static("no-store"));
    let requested = rule.headers.iter().map(|(name, value)| {
        let name =
            HeaderName::try_from(name).unwrap_or_else(|_| panic!("`{name}` is not a header name"));
        let value = HeaderValue::try_from(value);
        (name, value.unwrap_or_else(|value| panic!("not a header value: {value}")))
    });
    // A header of a rule replaces the default one, and may occur more than once.
    let requested: Vec<_> = requested.collect();
    for (name, _) in &requested {
        headers.remove(name);
    }
    for (name, value) in requested {
        headers.append(name, value);
    }
    response
}
