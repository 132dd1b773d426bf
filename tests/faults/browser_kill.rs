//! The whole browser killed at a random moment of a meeting: what was promised to be kept is back.

use crate::bare::Make;
use crate::deaths::{Death, play_until};
use crate::rounds::rounds;

const KILLED: Death = Death {
    name: "kill -9",
    // Browsers write in beats of five seconds: most kills fall before the first, some after.
    latest_ms: |number| if number % 4 == 3 { 12_000 } else { 3_000 },
    kill: |_, browser| (browser.kill(), None),
};

#[test]
fn what_chromium_was_promised_to_keep_is_back_after_a_kill() {
    play_until(&KILLED, Make::Chromium, rounds(3, 20));
}

#[test]
fn what_firefox_was_promised_to_keep_is_back_after_a_kill() {
    play_until(&KILLED, Make::Firefox, rounds(2, 20));
}

#[test]
fn what_webkit_was_promised_to_keep_is_back_after_a_kill() {
    play_until(&KILLED, Make::WebKit, rounds(2, 20));
}
