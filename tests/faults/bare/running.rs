//! A running browser, and the ways to kill it.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::process_group::{ProcessGroupKiller, in_own_group};
use super::screen::Screen;
use super::{Make, devtools, processes};
use crate::drive::Profile;

/// How long a killed process may stay in the list, on a very busy machine.
const GONE_WITHIN: Duration = Duration::from_secs(20);

/// One browser, on a profile, as a process group of its own.
#[derive(Debug)]
pub(crate) struct Running {
    make: Make,
    profile: Profile,
    browser: Child,
    killer: ProcessGroupKiller,
    /// The screen that the browser draws on, which is ended after it.
    _screen: Option<Screen>,
}

impl Running {
    /// Starts a browser that opens `url`.
    pub(crate) fn start(make: Make, profile: &Profile, url: &str) -> Self {
        let screen = make.needs_a_screen().then(Screen::start);
        let mut browser = make.command(profile.path(), url);
        if let Some(screen) = &screen {
            browser.env("DISPLAY", &screen.name);
        }
        let browser = in_own_group(&mut browser).stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let browser = browser.unwrap_or_else(|error| panic!("{} fails: {error}", make.name()));
        let killer = ProcessGroupKiller::of(&browser);
        Self { make, profile: profile.clone(), browser, killer, _screen: screen }
    }

    /// Kills the whole browser at once, as a power cut would, and gives the time. Its profile can be
    /// opened again afterwards.
    pub(crate) fn kill(mut self) -> Instant {
        let at = self.killer.kill();
        self.wait_until_gone();
        at
    }

    /// Kills the processes of pages, as a crash does, and gives the time. The browser goes on.
    pub(crate) fn kill_pages(&self) -> Instant {
        let mut pages = processes::of(self.browser.id(), self.profile.path());
        pages.retain(|process| self.make.is_page(&process.line));
        assert!(!pages.is_empty(), "{} has no process for pages", self.make.name());
        processes::kill(&pages);
        Instant::now()
    }

    /// Whether the browser itself still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        self.browser.try_wait().is_ok_and(|ended| ended.is_none())
    }

    /// Opens one more page in the running browser, which must be Chromium.
    pub(crate) fn open(&self, url: &str) {
        assert_eq!(self.make, Make::Chromium, "only Chromium opens pages on demand");
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
            assert!(begun.elapsed() < GONE_WITHIN, "{} does not end: {left:?}", self.make.name());
            processes::kill(&left);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.killer.kill();
        let _ = self.browser.wait();
    }
}
