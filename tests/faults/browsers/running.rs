//! A running browser, and the ways to kill it.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::process_group::{ProcessGroupKiller, in_own_group};
use super::screen::Screen;
use super::{BrowserKind, devtools, processes};
use crate::drive::Profile;

/// How long a killed process may stay in the list, on a very busy machine.
const GONE_WITHIN: Duration = Duration::from_secs(20);

/// One browser, on a profile, as a process group of its own.
#[derive(Debug)]
pub(crate) struct RunningBrowser {
    kind: BrowserKind,
    profile: Profile,
    browser: Child,
    killer: ProcessGroupKiller,
    /// The virtual screen of the browser, which ends after it.
    _screen: Option<Screen>,
}

impl RunningBrowser {
    /// Starts a browser that opens `url`.
    pub(crate) fn start(kind: BrowserKind, profile: &Profile, url: &str) -> Self {
        let screen = kind.needs_a_screen().then(Screen::start);
        let mut browser = kind.command(profile.path(), url);
        if let Some(screen) = &screen {
            browser.env("DISPLAY", &screen.name);
        }
        let browser = in_own_group(&mut browser).stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let browser = browser.unwrap_or_else(|error| panic!("{} fails: {error}", kind.name()));
        let killer = ProcessGroupKiller::of(&browser);
        Self { kind, profile: profile.clone(), browser, killer, _screen: screen }
    }

    /// Kills the whole browser and returns the time. Its profile can be opened again afterwards.
    pub(crate) fn kill(mut self) -> Instant {
        let at = self.killer.kill();
        self.wait_until_gone();
        at
    }

    /// Kills the renderer processes and returns the time. The browser continues to run.
    pub(crate) fn kill_pages(&self) -> Instant {
        let mut pages = processes::of(self.browser.id(), self.profile.path());
        pages.retain(|process| self.kind.is_page(&process.line));
        assert!(!pages.is_empty(), "{} has no process for pages", self.kind.name());
        processes::kill(&pages);
        Instant::now()
    }

    /// Whether the browser itself still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        self.browser.try_wait().is_ok_and(|ended| ended.is_none())
    }

    /// Opens one more page in the running browser, which must be Chromium.
    pub(crate) fn open(&self, url: &str) {
        assert_eq!(self.kind, BrowserKind::Chromium, "only Chromium opens pages on demand");
        devtools::open(self.profile.path(), url);
    }

    /// Waits until no process of this browser is left, and kills those that have left its group.
    fn wait_until_gone(&mut self) {
        let _ = self.browser.wait();
        let begun = Instant::now();
        loop {
            let left = processes::of(self.browser.id(), self.profile.path());
            if left.is_empty() {
                return;
            }
            assert!(begun.elapsed() < GONE_WITHIN, "{} does not end: {left:?}", self.kind.name());
            processes::kill(&left);
        }
    }
}

impl Drop for RunningBrowser {
    fn drop(&mut self) {
        self.killer.kill();
        let _ = self.browser.wait();
    }
}
