//! Waits for conditions, evaluated inside the page.

use serde_json::json;

use super::page::Page;

/// The default deadline in milliseconds, long enough for a slow machine.
const DEADLINE_MS: u32 = 5_000;

impl Page {
    /// Waits until an element in the shadow root matches.
    pub(crate) async fn wait_for(&self, css: &str) {
        let quoted = json!(css);
        self.wait_until(&format!("s.querySelector({quoted})")).await;
    }

    /// Waits until `condition` is true: a JavaScript expression over `w`, the widget, and `s`, its shadow root. An
    /// expression that throws counts as false.
    pub(crate) async fn wait_until(&self, condition: &str) {
        self.wait_within(DEADLINE_MS, condition).await;
    }

    /// Like `wait_until`, with a deadline in milliseconds.
    pub(crate) async fn wait_within(&self, deadline_ms: u32, condition: &str) {
        let js = include_str!("wait.js").replace("CONDITION", &format!("({condition})"));
        let held = self.attempt(&js, vec![json!(self.widget), json!(deadline_ms)]).await;
        held.unwrap_or_else(|refused| panic!("`{condition}`: {}", refused.message));
    }
}
