//! The whole browser is killed at a random time of a meeting.

use crate::browsers::BrowserKind;
use crate::rounds::rounds;
use crate::termination::{Termination, run_trials};

const KILLED: Termination = Termination {
    name: "kill -9",
    // Browsers write every five seconds: most kills come before the first write, some after it.
    latest_ms: |number| if number % 4 == 3 { 12_000 } else { 3_000 },
    kill: |_, browser| (browser.kill(), None),
};

#[test]
fn flushed_data_survives_a_kill_in_chromium() {
    run_trials(&KILLED, BrowserKind::Chromium, rounds(3, 20));
}

#[test]
fn flushed_data_survives_a_kill_in_firefox() {
    run_trials(&KILLED, BrowserKind::Firefox, rounds(2, 20));
}

#[test]
fn flushed_data_survives_a_kill_in_webkit() {
    run_trials(&KILLED, BrowserKind::WebKit, rounds(2, 20));
}
