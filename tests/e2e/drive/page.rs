//! One tab and one `<heard-widget>` in it: opening, reloading, a second tab, closing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde_json::Value;

use super::clock;
use super::command::{cdp, run_first};
use super::problems::{self, Problem};
use super::profile::Profile;
use super::session::Session;

/// A page in a browser of its own. The browser closes with the last of its pages.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(super) tab: Arc<Tab>,
    /// The selector of the widget that this value refers to.
    pub(super) widget: String,
}

/// The state of the tab, independent of the widget.
#[derive(Debug)]
pub(super) struct Tab {
    session: Arc<Session>,
    window: WindowHandle,
    size: (u32, u32),
    clocked: bool,
    /// The emulated media features, kept because the browser takes all of them in one command.
    pub(super) media: Mutex<BTreeMap<&'static str, String>>,
}

impl Page {
    pub(super) async fn new(
        session: Arc<Session>,
        window: WindowHandle,
        size: (u32, u32),
        clock: Option<String>,
    ) -> Self {
        let clocked = clock.is_some();
        let tab = Tab { session, window, size, clocked, media: Mutex::default() };
        let page = Self { tab: Arc::new(tab), widget: "heard-widget".into() };
        let client = page.client().await;
        run_first(client, problems::SCRIPT.into()).await;
        if let Some(script) = clock {
            run_first(client, script).await;
        }
        page.resize(size.0, size.1).await;
        page
    }

    /// The same tab with another widget, the one that `css` finds.
    pub(crate) fn at(&self, css: &str) -> Self {
        Self { tab: Arc::clone(&self.tab), widget: css.into() }
    }

    /// Opens an address in this tab and waits until the widget is ready. From then on requests are problems.
    pub(crate) async fn open(&self, url: &str) {
        self.open_bare(url).await;
        self.ready().await;
    }

    /// Opens an address in this tab and waits for its load event only. Requests are no problems until `ready`.
    pub(crate) async fn open_bare(&self, url: &str) {
        self.leave().await;
        let client = self.client().await;
        client.goto(url).await.unwrap_or_else(|error| panic!("{url} did not open: {error}"));
    }

    /// Reloads the page and waits until the widget is ready again.
    pub(crate) async fn reload(&self) {
        self.leave().await;
        self.client().await.refresh().await.expect("the page reloads");
        self.ready().await;
    }

    /// Waits until the widget is ready. From now on a network request is a problem.
    pub(crate) async fn ready(&self) {
        self.widget("if (!w) throw new Error('no widget on this page'); await w.ready;").await;
        self.tab.session.problems.start_watching_requests(self.client().await).await;
    }

    /// Opens another window of the same browser. If this page has a controlled clock, the new one shows the same
    /// time.
    pub(crate) async fn sibling(&self, url: &str) -> Self {
        let mut clock = None;
        if self.is_clocked() {
            clock = Some(clock::script(self.clock().wall_ms().await));
        }
        self.leave().await;
        let session = Arc::clone(&self.tab.session);
        let window = session.open_window().await;
        let page = Self::new(session, window, self.tab.size, clock).await;
        page.open(url).await;
        page
    }

    /// Closes this tab as a user would; the browser and its other tabs stay open.
    pub(crate) async fn close_tab(self) {
        let client = self.client().await;
        self.tab.session.problems.read_logs(client).await;
        client.close_window().await.expect("the tab closes");
    }

    /// Waits until this tab, which closes itself, is closed.
    pub(crate) async fn closed(&self) {
        self.tab.session.lost(&self.tab.window).await;
    }

    /// Kills the browser without any cleanup and returns its profile.
    pub(crate) fn kill(self) -> Profile {
        self.tab.session.kill();
        self.tab.session.profile.clone()
    }

    /// Takes the problems so far, for a test that expects some; `finish` then reports only later ones.
    pub(crate) async fn take_problems(&self) -> Vec<Problem> {
        self.tab.session.problems.take(self.client().await).await
    }

    /// Asserts that no problem occurred in this browser, and closes it.
    pub(crate) async fn finish(self) {
        let problems = self.take_problems().await;
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let list = list.join("\n  ");
        assert!(problems.is_empty(), "the page had problems:\n  {list}");
    }

    /// Sends a command of Chromium's debugging protocol to this tab.
    pub(crate) async fn cdp(&self, command: &str, params: Value) -> Value {
        cdp(self.client().await, command, params).await
    }

    pub(super) fn is_clocked(&self) -> bool {
        self.tab.clocked
    }

    /// The connection, with this tab in front.
    pub(super) async fn client(&self) -> &Client {
        self.tab.session.facing(&self.tab.window).await
    }

    /// Called before a navigation: problems so far still count, requests of the next page's loading do not.
    async fn leave(&self) {
        self.tab.session.problems.stop_watching_requests(self.client().await).await;
    }
}
