//! Configuration of a browser before it starts: window size, clock, flags, profile.

use std::sync::Arc;

use serde_json::{Value, json};

use super::clock;
use super::page::Page;
use super::profile::Profile;
use super::session::Session;

/// Flags for reproducible runs: no first-run page, no updates, no background traffic. The debugging pipe makes the
/// browser exit together with chromedriver.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
];

/// The timeout of an asynchronous script, far above the deadlines of the waits.
const SCRIPT_MS: u32 = 30_000;

/// A browser that is not started yet.
#[derive(Debug, Clone)]
#[must_use = "a browser opens with `open`, `open_bare` or `blank`"]
pub(crate) struct Browser {
    size: (u32, u32),
    clock: Option<i64>,
    flags: Vec<String>,
    profile: Option<Profile>,
    preferences: serde_json::Map<String, Value>,
}

impl Browser {
    /// A desktop window with a real clock and an empty profile.
    pub(crate) fn new() -> Self {
        Self {
            size: (1024, 768),
            clock: None,
            flags: Vec::new(),
            profile: None,
            preferences: serde_json::Map::new(),
        }
    }

    /// The viewport, in CSS pixels.
    pub(crate) fn size(self, width: u32, height: u32) -> Self {
        Self { size: (width, height), ..self }
    }

    /// Installs a controlled clock in the page. Its wall time starts at `wall_ms` (milliseconds since 1970).
    pub(crate) fn clock(self, wall_ms: i64) -> Self {
        Self { clock: Some(wall_ms), ..self }
    }

    /// Adds a command-line flag for Chromium, for example `--lang=de`.
    pub(crate) fn flag(mut self, flag: &str) -> Self {
        self.flags.push(flag.into());
        self
    }

    /// Sets a preference of the browser's user.
    pub(crate) fn preference(mut self, name: &str, value: Value) -> Self {
        self.preferences.insert(name.into(), value);
        self
    }

    /// Uses a profile that an earlier browser has written to.
    pub(crate) fn profile(self, profile: Profile) -> Self {
        Self { profile: Some(profile), ..self }
    }

    /// Opens the address and waits until its widget is ready.
    pub(crate) async fn open(self, url: &str) -> Page {
        let page = self.blank().await;
        page.open(url).await;
        page
    }

    /// Opens the address and waits for its load event only, for pages on which the widget does not become ready.
    pub(crate) async fn open_bare(self, url: &str) -> Page {
        let page = self.blank().await;
        page.open_bare(url).await;
        page
    }

    /// Opens a browser on an empty page, so that a test can prepare it before it opens an address.
    pub(crate) async fn blank(self) -> Page {
        let profile = self.profile.clone().unwrap_or_else(Profile::fresh);
        let capabilities = match self.capabilities(&profile) {
            Value::Object(capabilities) => capabilities,
            other => unreachable!("capabilities are an object, not {other}"),
        };
        let session = Arc::new(Session::start(capabilities, profile).await);
        let window = session.front();
        Page::new(session, window, self.size, self.clock.map(clock::script)).await
    }

    fn capabilities(&self, profile: &Profile) -> Value {
        let mut args: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        args.push(format!("--user-data-dir={}", profile.path().display()));
        args.push(format!("--window-size={},{}", self.size.0, self.size.1));
        args.extend(self.flags.iter().cloned());

        let mut chrome = json!({ "args": args, "prefs": self.preferences });
        if let Ok(binary) = std::env::var("CHROME") {
            chrome["binary"] = binary.into();
        }
        json!({
            "browserName": "chrome",
            "timeouts": { "script": SCRIPT_MS },
            "goog:chromeOptions": chrome,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        })
    }
}
