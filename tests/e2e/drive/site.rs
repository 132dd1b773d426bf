//! A web server for the built widget, the test pages and the built hosts, with a record of what was asked of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reports::Reports;
use super::rules::Rule;
use super::server::Server;
use super::shelves::{Served, Shelves};

/// A running server on a port of its own. It ends when dropped; a page that stays open is then
/// offline.
pub(crate) struct Site {
    server: Server,
    shelves: Arc<Shelves>,
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
        let pages = workspace().join("tests/pages");
        let hosts = std::env::var_os("HEARD_HOSTS")
            .map_or_else(|| workspace().join("target/hosts"), PathBuf::from);
        let shelves = Arc::new(Shelves { dist, pages, hosts, ..Shelves::default() });
        let server = Server::start({
            let shelves = Arc::clone(&shelves);
            move |request| {
                let shelves = Arc::clone(&shelves);
                async move { shelves.answer(request).await }
            }
        });
        Self { server, shelves }
    }

    /// The address of a path: `/index.html`, `/pages/plain.html?layout=compact`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
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

/// The built widget: the folder named by `HEARD_DIST`, or the workspace's `dist`.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("HEARD_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
