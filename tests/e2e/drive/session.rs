//! One browser under one chromedriver session, closed however the test ends.

use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use fantoccini::wd::{Capabilities, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use super::driver::Driver;
use super::problems::ProblemLog;
use super::profile::Profile;

/// The longest time that a tab may take to close on a busy machine.
const CLOSING: Duration = Duration::from_secs(10);

/// A browser, its open session, and the problems that occurred in it.
#[derive(Debug)]
pub(super) struct Session {
    client: Client,
    id: String,
    /// The tab that currently receives commands.
    front: Mutex<WindowHandle>,
    pub(super) problems: ProblemLog,
    /// Declared last, since fields are dropped in this order.
    pub(super) profile: Profile,
}

impl Session {
    /// Starts a browser with these capabilities; its first tab becomes current.
    pub(super) async fn start(capabilities: Capabilities, profile: Profile) -> Self {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&Driver::shared().url)
            .await
            .unwrap_or_else(|error| {
                panic!("Chromium did not start, install it or name one in CHROME: {error}")
            });
        let id = client.session_id().await.ok().flatten().expect("an open session has an id");
        // `Drop` closes the session itself, because the runtime may be gone by then.
        client.persist().await.expect("a session can be persisted");
        let front = Mutex::new(client.window().await.expect("a new browser has a tab"));
        Self { client, id, front, problems: ProblemLog::default(), profile }
    }

    /// The current tab.
    pub(super) fn front(&self) -> WindowHandle {
        self.front.lock().unwrap().clone()
    }

    /// The connection, with `tab` as the current tab. Tabs of one browser take commands one at a time.
    pub(super) async fn facing(&self, tab: &WindowHandle) -> &Client {
        if self.front() != *tab {
            self.client.switch_to_window(tab.clone()).await.expect("the tab is still open");
            *self.front.lock().unwrap() = tab.clone();
        }
        &self.client
    }

    /// Opens another window in the same browser. A new tab would hide the current one.
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

    /// Kills the browser process: no unload handlers, no flush.
    pub(super) fn kill(&self) {
        let capabilities = self.client.capabilities();
        let pid = capabilities
            .and_then(|all| all.get("goog:processID"))
            .and_then(serde_json::Value::as_u64)
            .expect("chromedriver reports the browser's process id");
        let ended = Command::new("kill").args(["-KILL", &pid.to_string()]).status();
        assert!(ended.is_ok_and(|status| status.success()), "the browser could not be killed");
    }
}

impl Drop for Session {
    /// Closes the browser and waits for it, on a thread with a runtime of its own, because the test's runtime has
    /// stopped after a panic.
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
