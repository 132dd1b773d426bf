//! What a test may change about an answer of the site.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// Exceptions to serving a path's file as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rule {
    pub(super) headers: Vec<(String, String)>,
    pub(super) status: Option<u16>,
    pub(super) body: Option<Vec<u8>>,
    late: Duration,
    gate: Option<Gate>,
}

/// An answer held for longer than any test lasts is wanted by nobody.
const LONGEST: Duration = Duration::from_secs(120);

/// Holds answers back until it is opened.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gate(Arc<watch::Sender<bool>>);

impl Gate {
    /// Lets every answer go, those held and those to come.
    pub(crate) fn open(&self) {
        self.0.send_replace(true);
    }

    /// Waits until it is open; a test that has ended opens nothing any more.
    async fn wait(&self) {
        let mut opened = self.0.subscribe();
        let _ = timeout(LONGEST, opened.wait_for(|open| *open)).await;
    }
}

impl Rule {
    /// The answer as it would be.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Sends one more header, or another value of one that is sent anyway.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends another status, and nothing with it: a server in trouble.
    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Answers as late as a slow network would.
    pub(crate) fn late(mut self, ms: u64) -> Self {
        self.late = Duration::from_millis(ms);
        self
    }

    /// Answers when the gate is open, and not before.
    pub(crate) fn behind(mut self, gate: &Gate) -> Self {
        self.gate = Some(gate.clone());
        self
    }

    /// The time that a slow network takes, and the gate's.
    pub(super) async fn hold(&self) {
        if !self.late.is_zero() {
            sleep(self.late).await;
        }
        if let Some(gate) = &self.gate {
            gate.wait().await;
        }
    }

    /// Sends this instead of a file.
    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }
}

/// The rules by path.
pub(super) type Rules = BTreeMap<String, Rule>;

/// The type by which a browser knows what to do with a file. It compiles wasm while it loads only
/// under the right one.
pub(super) fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "wasm" => "application/wasm",
        "css" => "text/css",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
