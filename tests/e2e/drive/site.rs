//! A web server for the built widget, the test pages and the built hosts, with a record of what was asked of it.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Instant;

use tiny_http::{Header, Method, Request, Response, Server};

use super::reports::{self, Reports};
use super::rules::{Gate, Rule, Rules, mime};

/// A request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Served {
    /// The path, without its query.
    pub(crate) path: String,
    pub(crate) status: u16,
}

/// A running server on a port of its own. It ends when dropped; a page that stays open is then
/// offline.
pub(crate) struct Site {
    origin: String,
    server: Arc<Server>,
    shelves: Arc<Shelves>,
    thread: Option<JoinHandle<()>>,
}

/// What the server's thread works with.
struct Shelves {
    dist: PathBuf,
    pages: PathBuf,
    /// Pages of others that host the widget, built beforehand.
    hosts: PathBuf,
    rules: Mutex<Rules>,
    served: Mutex<Vec<Served>>,
    reports: Reports,
}

impl Site {
    /// Serves the built widget.
    pub(crate) fn dist() -> Self {
        let folder = dist();
        assert!(
            folder.is_dir(),
            "{} is not there: build the widget first, or name a build in HEARD_DIST",
            folder.display()
        );
        Self::of(folder)
    }

    /// Serves some folder as if it were the built widget.
    pub(crate) fn of(dist: PathBuf) -> Self {
        let server = Server::http("127.0.0.1:0").expect("a port is free");
        let address = server.server_addr().to_ip().expect("the server listens on an IP address");
        let server = Arc::new(server);
        let pages = workspace().join("tests/pages");
        let hosts = std::env::var_os("HEARD_HOSTS")
            .map_or_else(|| workspace().join("target/hosts"), PathBuf::from);
        let shelves = Arc::new(Shelves {
            dist,
            pages,
            hosts,
            rules: Mutex::default(),
            served: Mutex::default(),
            reports: Reports::default(),
        });
        let thread = std::thread::spawn({
            let (server, shelves) = (Arc::clone(&server), Arc::clone(&shelves));
            move || server.incoming_requests().for_each(|request| shelves.answer(request))
        });
        Self { origin: format!("http://{address}"), server, shelves, thread: Some(thread) }
    }

    /// The address of a path: `/index.html`, `/pages/plain.html?layout=compact`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Answers a path by a rule from now on.
    pub(crate) fn rule(&self, path: &str, rule: Rule) {
        self.shelves.rules.lock().unwrap().insert(path.into(), rule);
    }

    /// Serves a page that only this test needs.
    pub(crate) fn page(&self, path: &str, html: &str) {
        self.rule(path, Rule::new().body(html));
    }

    /// What pages have posted to `/report`.
    pub(crate) fn reports(&self) -> &Reports {
        &self.shelves.reports
    }

    /// What has been served so far, in order.
    pub(crate) fn served(&self) -> Vec<Served> {
        self.shelves.served.lock().unwrap().clone()
    }

    /// How often a path has been asked for.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.shelves.served.lock().unwrap().iter().filter(|served| served.path == path).count()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shelves {
    fn answer(&self, mut request: Request) {
        let came = Instant::now();
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        if path == reports::PATH && *request.method() == Method::Post {
            let mut told = String::new();
            // A browser that was killed in the middle of a word has told nothing.
            if request.as_reader().read_to_string(&mut told).is_ok() {
                self.reports.add(came, &told);
            }
            let _ = request.respond(response(204, Vec::new(), &path, &[]));
            return;
        }
        let rule = self.rules.lock().unwrap().get(&path).cloned().unwrap_or_default();
        let (status, body) = match (rule.status, rule.body) {
            (Some(status), _) => (status, Vec::new()),
            (None, Some(body)) => (200, body),
            (None, None) => match self.file(&path) {
                Some(body) => (200, body),
                None => (404, format!("{path} is not here").into_bytes()),
            },
        };
        if status >= 400 {
            eprintln!("{status} for {} {}", request.method(), request.url());
        }
        self.served.lock().unwrap().push(Served { path: path.clone(), status });
        let answer = response(status, body, &path, &rule.headers);
        // A browser that has gone away no longer wants its answer.
        if rule.late.is_zero() && rule.gate.is_none() {
            let _ = request.respond(answer);
        } else {
            std::thread::spawn(move || {
                // Nobody ever speaks up: what passes is the time that a slow network takes.
                let (_silent, network) = std::sync::mpsc::channel::<()>();
                let _ = network.recv_timeout(rule.late);
                rule.gate.inspect(Gate::wait);
                let _ = request.respond(answer);
            });
        }
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

fn response(
    status: u16,
    body: Vec<u8>,
    path: &str,
    asked: &[(String, String)],
) -> Response<Cursor<Vec<u8>>> {
    let usual = [("Content-Type", mime(path)), ("Cache-Control", "no-store")];
    let kept = usual
        .into_iter()
        .filter(|(name, _)| !asked.iter().any(|(replaced, _)| replaced.eq_ignore_ascii_case(name)));
    let asked = asked.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in kept.chain(asked) {
        let header = Header::from_bytes(name, value);
        response.add_header(header.unwrap_or_else(|()| panic!("`{name}: {value}` is no header")));
    }
    response
}

/// The built widget: the folder named by `HEARD_DIST`, or the workspace's `dist`.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("HEARD_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
