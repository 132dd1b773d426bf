//! The controlled clock: wall and monotonic time that advance only when a test advances them.

use serde_json::json;

use super::page::Page;

/// The script that replaces the page's clock. Wall time starts at `wall_ms` unless the tab has stored a later one.
pub(super) fn script(wall_ms: i64) -> String {
    include_str!("clock.js").replace("START", &wall_ms.to_string())
}

/// The clock of a page that was opened with `Browser::clock`.
#[derive(Debug)]
pub(crate) struct Clock<'a>(&'a Page);

impl Page {
    /// This page's clock.
    pub(crate) fn clock(&self) -> Clock<'_> {
        assert!(self.is_clocked(), "this page has a real clock: open it with `Browser::clock`");
        Clock(self)
    }
}

impl Clock<'_> {
    /// Lets time pass on a running page: both clocks advance, and timers fire in order.
    pub(crate) async fn advance(&self, ms: u64) {
        self.0.eval_async("await e2eClock.pass(arguments[0])", vec![json!(ms)]).await;
    }

    /// Advances both clocks while the page is frozen, as when the machine sleeps on Windows, where the monotonic
    /// clock continues. Overdue timers fire once each afterwards.
    pub(crate) async fn freeze(&self, ms: u64) {
        self.0.eval_async("await e2eClock.freeze(arguments[0])", vec![json!(ms)]).await;
    }

    /// Advances the wall clock only: the machine was suspended, as on Linux and macOS.
    pub(crate) async fn sleep(&self, ms: u64) {
        self.0.eval("e2eClock.sleep(arguments[0])", vec![json!(ms)]).await;
    }

    /// Sets the wall clock only, as a user or a time server does.
    pub(crate) async fn set_wall(&self, wall_ms: i64) {
        self.0.eval("e2eClock.setWall(arguments[0])", vec![json!(wall_ms)]).await;
    }

    /// The value of `Date.now()`.
    pub(crate) async fn wall_ms(&self) -> i64 {
        self.read("wall").await
    }

    /// The value of `performance.now()`.
    pub(crate) async fn mono_ms(&self) -> i64 {
        self.read("mono").await
    }

    async fn read(&self, which: &str) -> i64 {
        let read = self.0.eval("return e2eClock.read()", Vec::new()).await;
        read[which].as_i64().expect("the clock shows whole milliseconds")
    }
}
