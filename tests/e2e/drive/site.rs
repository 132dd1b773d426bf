//! A web server for the built widget, the test pages and the built hosts, with a record of its responses.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reports::Reports;
use super::responder::{Responder, Served};
use super::response_rule::ResponseRule;
use super::server::Server;

/// A running server on a port of its own. It stops when dropped; open pages are then offline.
pub(crate) struct Site {
    server: Server,
    responder: Arc<Responder>,
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

    /// Serves a folder in place of the built widget.
    pub(crate) fn of(dist: PathBuf) -> Self {
        let pages = workspace().join("tests/pages");
        let hosts = std::env::var_os("HEARD_HOSTS")
            .map_or_else(|| workspace().join("target/hosts"), PathBuf::from);
        let responder = Arc::new(Responder { dist, pages, hosts, ..Responder::default() });
        let server = Server::start({
            let responder = Arc::clone(&responder);
            move |request| {
                let responder = Arc::clone(&responder);
                async move { responder.answer(request).await }
            }
        });
        Self { server, responder }
    }

    /// The URL of a path such as `/index.html` or `/pages/plain.html?layout=compact`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
    }

    /// Changes the responses for a path from now on.
    pub(crate) fn rule(&self, path: &str, rule: ResponseRule) {
        self.responder.rules.lock().unwrap().insert(path.into(), rule);
    }

    /// Serves a page that only this test needs.
    pub(crate) fn page(&self, path: &str, html: &str) {
        self.rule(path, ResponseRule::new().body(html));
    }

    /// The messages that pages have posted to `/report`.
    pub(crate) fn reports(&self) -> &Reports {
        &self.responder.reports
    }

    /// The responses so far, in order.
    pub(crate) fn served(&self) -> Vec<Served> {
        self.responder.served.lock().unwrap().clone()
    }

    /// How often a path has been requested.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.responder.served.lock().unwrap().iter().filter(|served| served.path == path).count()
    }
}

/// The built widget: the folder named by `HEARD_DIST`, or the workspace's `dist`.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("HEARD_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
