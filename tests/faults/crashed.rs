//! The process of the page killed at a random moment, as a crash or a lack of memory does it.

use std::time::Instant;

use crate::bare::{Make, Running};
use crate::deaths::{Death, play_until};
use crate::rounds::rounds;

const CRASHED: Death = Death { name: "killed page", latest_ms: |_| 4_000, kill: crash };

fn crash(make: Make, mut browser: Running) -> (Instant, Option<Running>) {
    let died = browser.kill_pages();
    assert!(browser.is_running(), "{}: the browser dies with its pages", make.name());
    if make == Make::Chromium {
        return (died, Some(browser));
    }
    // The others take no second page from outside: the browser begins anew too.
    browser.kill();
    (died, None)
}

#[test]
fn what_chromium_was_promised_to_keep_is_back_after_its_page_crashed() {
    play_until(&CRASHED, Make::Chromium, rounds(3, 20));
}

#[test]
fn what_firefox_was_promised_to_keep_is_back_after_its_page_crashed() {
    play_until(&CRASHED, Make::Firefox, rounds(3, 20));
}

#[test]
fn what_webkit_was_promised_to_keep_is_back_after_its_page_crashed() {
    play_until(&CRASHED, Make::WebKit, rounds(2, 20));
}
