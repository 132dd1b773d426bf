//! Rules with which a test changes the response for a path.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// How a response differs from the plain file.
#[derive(Debug, Clone, Default)]
pub(crate) struct ResponseRule {
    pub(super) headers: Vec<(String, String)>,
    pub(super) status: Option<u16>,
    pub(super) body: Option<Vec<u8>>,
    late: Duration,
    gate: Option<Gate>,
}

/// The longest time that a response is held, longer than any test.
const LONGEST: Duration = Duration::from_secs(120);

/// Holds responses back until it is opened.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gate(Arc<watch::Sender<bool>>);

impl Gate {
    /// Releases all responses, held and future ones.
    pub(crate) fn open(&self) {
        self.0.send_replace(true);
    }

    /// Waits until the gate is open, at most `LONGEST`.
    async fn wait(&self) {
        let mut opened = self.0.subscribe();
        let _ = timeout(LONGEST, opened.wait_for(|open| *open)).await;
    }
}

impl ResponseRule {
    /// A rule that changes nothing.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a header, or replaces one that is sent by default.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends this status and an empty body, as a failing server does.
    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Delays the response by `ms` milliseconds.
    pub(crate) fn late(mut self, ms: u64) -> Self {
        self.late = Duration::from_millis(ms);
        self
    }

    /// Holds the response back until the gate is open.
    pub(crate) fn behind(mut self, gate: &Gate) -> Self {
        self.gate = Some(gate.clone());
        self
    }

    /// Waits for the delay and the gate.
    pub(super) async fn hold(&self) {
        if !self.late.is_zero() {
            sleep(self.late).await;
        }
        if let Some(gate) = &self.gate {
            gate.wait().await;
        }
    }

    /// Sends this body instead of the file.
    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }
}

/// The rules by path.
pub(super) type Rules = BTreeMap<String, ResponseRule>;

/// The MIME type of a file. Browsers compile WebAssembly while loading only under the right type.
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
