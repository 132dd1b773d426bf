//! A browser that runs, and the ways in which it dies.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{Make, devtools, processes};
use crate::drive::Profile;

/// Waits for a word, or for the end of its input, which comes too when the tests end in whatever
/// way; then kills the group. It is started beforehand, for starting a program takes time, and the
/// moment of the kill is to be known.
const KNIFE: &str = r#"read -r _; kill -s KILL -- "-$0""#;

/// A dead process is gone from the list at once, unless the machine is very busy.
const GONE: Duration = Duration::from_secs(20);

/// One browser, on a profile, as a process group of its own.
#[derive(Debug)]
pub(crate) struct Running {
    make: Make,
    profile: Profile,
    browser: Child,
    knife: Child,
}

impl Running {
    /// Starts a browser that opens `url`.
    pub(crate) fn start(make: Make, profile: &Profile, url: &str) -> Self {
        let mut browser = make.command(profile.path(), url);
        let browser = apart(&mut browser).stdin(Stdio::null()).spawn();
        let browser = browser.unwrap_or_else(|error| panic!("{} fails: {error}", make.name()));
        let mut knife = Command::new("sh");
        knife.args(["-c", KNIFE, &browser.id().to_string()]);
        let knife = apart(&mut knife).stdin(Stdio::piped()).spawn();
        let knife = knife.expect("the tests need a POSIX `sh`");
        Self { make, profile: profile.clone(), browser, knife }
    }

    /// Kills the whole browser at once, as a power cut would, and says when. Its profile can be
    /// opened again afterwards.
    pub(crate) fn kill(mut self) -> Instant {
        let at = self.strike();
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

    fn strike(&mut self) -> Instant {
        if let Some(mut handle) = self.knife.stdin.take() {
            // A knife that has fallen already hears nothing.
            let _ = handle.write_all(b"\n");
        }
        let _ = self.knife.wait();
        Instant::now()
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
        self.strike();
        let _ = self.browser.wait();
    }
}

/// In a group of its own, which an interrupt from the terminal does not reach, and without a word.
fn apart(command: &mut Command) -> &mut Command {
    command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null())
}
