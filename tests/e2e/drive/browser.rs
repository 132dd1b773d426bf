//! How a browser is asked for: its size, its clock, its flags, its profile.

use std::sync::Arc;

use serde_json::{Value, json};

use super::clock;
use super::page::Page;
use super::profile::Profile;
use super::session::Session;

/// Silence and sameness: no first-run page, no updates, no traffic of the browser's own. The pipe
/// makes the browser end with chromedriver, since its other end closes.
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

/// The longest that an awaited script may take; a wait's own deadline comes long before.
const SCRIPT_MS: u32 = 30_000;

/// A browser about to be opened.
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

    /// Puts the page under a controlled clock, whose wall time starts here (milliseconds since
    /// 1970).
    pub(crate) fn clock(self, wall_ms: i64) -> Self {
        Self { clock: Some(wall_ms), ..self }
    }

    /// One more flag for Chromium, `--lang=de` say.
    pub(crate) fn flag(mut self, flag: &str) -> Self {
        self.flags.push(flag.into());
        self
    }

    /// What the user of this browser has set.
    pub(crate) fn preference(mut self, name: &str, value: Value) -> Self {
        self.preferences.insert(name.into(), value);
        self
    }

    /// A profile that another browser has used before.
    pub(crate) fn profile(self, profile: Profile) -> Self {
        Self { profile: Some(profile), ..self }
    }

    /// Opens the address and waits until its widget is ready.
    pub(crate) async fn open(self, url: &str) -> Page {
        let page = self.blank().await;
        page.open(url).await;
        page
    }

    /// Opens the address and waits for its load event alone: for pages on which the widget is not
    /// to become ready.
    pub(crate) async fn open_bare(self, url: &str) -> Page {
        let page = self.blank().await;
        page.open_bare(url).await;
        page
    }

    /// A browser on an empty page, for what must be set before the address is opened.
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
