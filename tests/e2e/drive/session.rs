//! One browser under one chromedriver session, ended whatever becomes of the test.

use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use fantoccini::wd::{Capabilities, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use super::driver::Driver;
use super::profile::Profile;
use super::watch::Watch;

/// Long enough for a tab to close on a busy machine.
const CLOSING: Duration = Duration::from_secs(10);

/// A browser, its open session, and what has been noticed in it.
#[derive(Debug)]
pub(super) struct Session {
    client: Client,
    id: String,
    /// A driver speaks to one tab at a time: this one.
    front: Mutex<WindowHandle>,
    pub(super) watch: Watch,
    /// Declared last, so removed last.
    pub(super) profile: Profile,
}

impl Session {
    /// Starts a browser with these capabilities; its first tab is in front.
    pub(super) async fn start(capabilities: Capabilities, profile: Profile) -> Self {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&Driver::shared().url)
            .await
            .unwrap_or_else(|error| {
                panic!("Chromium did not start, install it or name one in CHROME: {error}")
            });
        let id = client.session_id().await.ok().flatten().expect("an open session has an id");
        // This type ends the session itself, even where no runtime is left to do it.
        client.persist().await.expect("a session can be kept");
        let front = Mutex::new(client.window().await.expect("a new browser has a tab"));
        Self { client, id, front, watch: Watch::default(), profile }
    }

    /// The tab that was opened first, or was last spoken to.
    pub(super) fn front(&self) -> WindowHandle {
        self.front.lock().unwrap().clone()
    }

    /// The connection, with `tab` in front. Tabs of one browser are driven in turn, never at once.
    pub(super) async fn facing(&self, tab: &WindowHandle) -> &Client {
        if self.front() != *tab {
            self.client.switch_to_window(tab.clone()).await.expect("the tab is still open");
            *self.front.lock().unwrap() = tab.clone();
        }
        &self.client
    }

    /// Opens another window in the same browser. A window, because a tab would hide the one before
    /// it.
    pub(super) async fn open_window(&self) -> WindowHandle {
        self.client.new_window(false).await.expect("the browser opens a window").handle
    }

    /// Waits until a tab is no longer listed.
    pub(super) async fn lost(&self, tab: &WindowHandle) {
        let begun = Instant::now();
        while self.client.windows().await.expect("the browser lists its tabs").contains(tab) {
            assert!(begun.elapsed() < CLOSING, "the tab does not close");
        }
    }

    /// Ends the browser as a power cut would: no unload handlers, nothing flushed.
    pub(super) fn kill(&self) {
        let capabilities = self.client.capabilities();
        let pid = capabilities
            .and_then(|all| all.get("goog:processID"))
            .and_then(serde_json::Value::as_u64)
            .expect("chromedriver says which process the browser is");
        let ended = Command::new("kill").args(["-KILL", &pid.to_string()]).status();
        assert!(ended.is_ok_and(|status| status.success()), "the browser could not be killed");
    }
}

impl Drop for Session {
    /// Closes the browser and waits until it is gone. A thread and a runtime of its own, because
    /// after a panic the test's runtime no longer runs anything.
    fn drop(&mut self) {
        let id = std::mem::take(&mut self.id);
        let closer = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let url = &Driver::shared().url;
                if let Ok(session) =
                    Client::with_existing_session(url, &id, HttpConnector::new()).await
                {
                    let _ = session.close().await;
                }
            });
            std::io::Result::Ok(())
        });
        let _ = closer.join();
    }
}
