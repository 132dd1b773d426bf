//! The page's process is killed at a random time, as in a crash.

use std::time::Instant;

use crate::browsers::{BrowserKind, RunningBrowser};
use crate::rounds::rounds;
use crate::termination::{Termination, run_trials};

const CRASHED: Termination = Termination { name: "killed page", latest_ms: |_| 4_000, kill: crash };

fn crash(kind: BrowserKind, mut browser: RunningBrowser) -> (Instant, Option<RunningBrowser>) {
    let crashed_at = browser.kill_pages();
    assert!(browser.is_running(), "{}: the browser ended with its pages", kind.name());
    if kind == BrowserKind::Chromium {
        return (crashed_at, Some(browser));
    }
    // The others can't be given a second page from outside, so the browser restarts too.
    browser.kill();
    (crashed_at, None)
}

#[test]
fn flushed_data_survives_a_page_crash_in_chromium() {
    run_trials(&CRASHED, BrowserKind::Chromium, rounds(3, 20));
}

#[test]
fn flushed_data_survives_a_page_crash_in_firefox() {
    run_trials(&CRASHED, BrowserKind::Firefox, rounds(3, 20));
}

#[test]
fn flushed_data_survives_a_page_crash_in_webkit() {
    run_trials(&CRASHED, BrowserKind::WebKit, rounds(2, 20));
}
