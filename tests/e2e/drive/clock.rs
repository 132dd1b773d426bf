//! The controlled clock: wall and monotonic time that move only when a test says so, and how the page spends it.

use serde_json::json;

use super::page::Page;

/// The script that takes the clock from the page, with wall time starting at `wall_ms` unless the
/// tab remembers it.
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
    /// Lets time pass on a page that is awake: both clocks go on, and timers fire in their order.
    pub(crate) async fn advance(&self, ms: u64) {
        self.0.eval_async("await e2eClock.pass(arguments[0])", vec![json!(ms)]).await;
    }

    /// Both clocks go on while the page stands still: it was frozen, or a machine slept whose monotonic
    /// clock goes on, as on Windows. Afterwards overdue timers fire, each once.
    pub(crate) async fn freeze(&self, ms: u64) {
        self.0.eval_async("await e2eClock.freeze(arguments[0])", vec![json!(ms)]).await;
    }

    /// The wall clock goes on and the monotonic clock stands: a machine slept, as on Linux and macOS.
    pub(crate) async fn sleep(&self, ms: u64) {
        self.0.eval("e2eClock.sleep(arguments[0])", vec![json!(ms)]).await;
    }

    /// Sets the wall clock alone, as a user or a time server does.
    pub(crate) async fn set_wall(&self, wall_ms: i64) {
        self.0.eval("e2eClock.setWall(arguments[0])", vec![json!(wall_ms)]).await;
    }

    /// What `Date.now()` says.
    pub(crate) async fn wall_ms(&self) -> i64 {
        self.read("wall").await
    }

    /// What `performance.now()` says.
    pub(crate) async fn mono_ms(&self) -> i64 {
        self.read("mono").await
    }

    async fn read(&self, which: &str) -> i64 {
        let read = self.0.eval("return e2eClock.read()", Vec::new()).await;
        read[which].as_i64().expect("the clock shows whole milliseconds")
    }
}
