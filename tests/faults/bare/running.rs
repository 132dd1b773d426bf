//! A browser that runs, and the ways in which it dies.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::knife::{ProcessGroupKiller, apart};
use super::screen::Screen;
use super::{Make, devtools, processes};
use crate::drive::Profile;

/// A dead process is gone from the list at once, unless the machine is very busy.
const GONE: Duration = Duration::from_secs(20);

/// One browser, on a profile, as a process group of its own.
#[derive(Debug)]
pub(crate) struct Running {
    make: Make,
    profile: Profile,
    browser: Child,
    knife: ProcessGroupKiller,
    /// Held for as long as the browser draws on it.
    _screen: Option<Screen>,
}

impl Running {
    /// Starts a browser that opens `url`.
    pub(crate) fn start(make: Make, profile: &Profile, url: &str) -> Self {
        let screen = make.wants_a_screen().then(Screen::start);
        let mut browser = make.command(profile.path(), url);
        if let Some(screen) = &screen {
            browser.env("DISPLAY", &screen.name);
        }
        let browser = apart(&mut browser).stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let browser = browser.unwrap_or_else(|error| panic!("{} fails: {error}", make.name()));
        let knife = ProcessGroupKiller::over(&browser);
        Self { make, profile: profile.clone(), browser, knife, _screen: screen }
    }

    /// Kills the whole browser at once, as a power cut would, and says when. Its profile can be
    /// opened again afterwards.
    pub(crate) fn kill(mut self) -> Instant {
        let at = self.knife.fall();
        self.bury();
        at
    }

    /// Kills the processes in which pages live, as a crash does; the browser lives on. Says when.
    pub(crate) fn kill_pages(&self) -> Instant {
        let mut pages = processes::of(self.browser.id(), self.profile.path());
        pages.retain(|process| self.make.is_page(&process.line));
        assert!(!pages.is_empty(), "{} has no process for pages", self.make.name());
        processes::kill(&pages);
        Instant::now()
    }

    /// Whether the browser itself still runs.
    pub(crate) fn lives(&mut self) -> bool {
        self.browser.try_wait().is_ok_and(|ended| ended.is_none())
    }

    /// Opens one more page in the living browser; only Chromium can be asked.
    pub(crate) fn open(&self, url: &str) {
        assert_eq!(self.make, Make::Chromium, "only Chromium opens pages on demand");
        devtools::open(self.profile.path(), url);
    }

    /// Waits until no process of this browser is left, and kills what has left its group.
    fn bury(&mut self) {
        let _ = self.browser.wait();
        let begun = Instant::now();
        loop {
            let left = processes::of(self.browser.id(), self.profile.path());
            if left.is_empty() {
                return;
            }
            assert!(begun.elapsed() < GONE, "{} does not die: {left:?}", self.make.name());
            processes::kill(&left);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.knife.fall();
        let _ = self.browser.wait();
    }
}
