//! One tab, seen through one `<heard-widget>`: opening, reloading, a second tab, the end.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde_json::Value;

use super::clock;
use super::command::{cdp, run_first};
use super::profile::Profile;
use super::session::Session;
use super::watch::{self, Problem};

/// A page in a browser of its own. The browser lives as long as one of its pages does, and no
/// longer.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(super) tab: Arc<Tab>,
    /// Which widget of the page is meant: a selector.
    pub(super) widget: String,
}

/// What belongs to the tab, whichever widget is looked at.
#[derive(Debug)]
pub(super) struct Tab {
    session: Arc<Session>,
    window: WindowHandle,
    size: (u32, u32),
    clocked: bool,
    /// The media features that are emulated: the browser takes all of them at once or none.
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
        run_first(client, watch::SCRIPT.into()).await;
        if let Some(script) = clock {
            run_first(client, script).await;
        }
        page.resize(size.0, size.1).await;
        page
    }

    /// The same tab, looking at the widget that `css` finds.
    pub(crate) fn at(&self, css: &str) -> Self {
        Self { tab: Arc::clone(&self.tab), widget: css.into() }
    }

    /// Opens an address in this tab and waits until the widget is ready; from then on the watch
    /// counts.
    pub(crate) async fn open(&self, url: &str) {
        self.open_bare(url).await;
        self.ready().await;
    }

    /// Opens an address in this tab and waits for its load event alone. The watch counts no
    /// requests until `ready`.
    pub(crate) async fn open_bare(&self, url: &str) {
        self.leave().await;
        let client = self.client().await;
        client.goto(url).await.unwrap_or_else(|error| panic!("{url} did not open: {error}"));
    }

    /// Loads the page anew and waits until the widget is ready again.
    pub(crate) async fn reload(&self) {
        self.leave().await;
        self.client().await.refresh().await.expect("the page reloads");
        self.ready().await;
    }

    /// Waits until the widget is ready. From now on a network request is a problem.
    pub(crate) async fn ready(&self) {
        self.widget("if (!w) throw new Error('no widget on this page'); await w.ready;").await;
        self.tab.session.watch.settle(self.client().await).await;
    }

    /// Another window of the same browser, its clock (if there is one) showing the same time as
    /// this one's.
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

    /// Closes this tab as a user would; the browser and its other tabs live on.
    pub(crate) async fn close_tab(self) {
        let client = self.client().await;
        self.tab.session.watch.notice(client).await;
        client.close_window().await.expect("the tab closes");
    }

    /// Waits until this tab, which closes itself, is gone.
    pub(crate) async fn closed(&self) {
        self.tab.session.lost(&self.tab.window).await;
    }

    /// Ends the browser as a power cut would, and gives what it had kept on disk.
    pub(crate) fn kill(self) -> Profile {
        self.tab.session.kill();
        self.tab.session.profile.clone()
    }

    /// Takes the problems so far, for a test that expects some; `finish` then sees only those that
    /// come later.
    pub(crate) async fn take_problems(&self) -> Vec<Problem> {
        self.tab.session.watch.take(self.client().await).await
    }

    /// Asserts that nothing untoward has happened in this browser, and lets go of it.
    pub(crate) async fn finish(self) {
        let problems = self.take_problems().await;
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let list = list.join("\n  ");
        assert!(problems.is_empty(), "the page was not as quiet as it must be:\n  {list}");
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

    /// Before a navigation: what has happened so far still counts, what loading fetches does not.
    async fn leave(&self) {
        self.tab.session.watch.unsettle(self.client().await).await;
    }
}
