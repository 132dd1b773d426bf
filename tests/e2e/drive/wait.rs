//! Waiting for the page to come to something, inside the page.

use serde_json::json;

use super::page::Page;

/// Long enough for a slow machine, short enough to be told today.
const DEADLINE_MS: u32 = 5_000;

impl Page {
    /// Waits until something in the shadow root matches.
    pub(crate) async fn wait_for(&self, css: &str) {
        let quoted = json!(css);
        self.wait_until(&format!("s.querySelector({quoted})")).await;
    }

    /// Waits until `condition` holds: a JavaScript expression over `w`, the widget, and `s`, its
    /// shadow root. One that throws does not hold yet.
    pub(crate) async fn wait_until(&self, condition: &str) {
        self.wait_within(DEADLINE_MS, condition).await;
    }

    /// Like `wait_until`, with a deadline of one's own.
    pub(crate) async fn wait_within(&self, deadline_ms: u32, condition: &str) {
        let js = include_str!("wait.js").replace("CONDITION", &format!("({condition})"));
        let held = self.attempt(&js, vec![json!(self.widget), json!(deadline_ms)]).await;
        held.unwrap_or_else(|refused| panic!("`{condition}`: {}", refused.message));
    }
}
