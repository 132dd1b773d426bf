//! The process of the page killed at a random moment, as a crash or a lack of memory does it.

use crate::bare::{Make, Running};
use crate::drive::{Profile, Site};
use crate::play::{Tally, Trial};
use crate::rounds::{Dice, rounds};

/// Kills the pages in the middle of meetings, and looks for what is left, in the browser that lives
/// on where another page can be opened in it.
fn crash_and_look(make: Make, trials: u32) {
    let what = format!("killed page, {}", make.name());
    if make.program().is_none() {
        println!("{what}: not tried, for there is no {} here", make.name());
        return;
    }
    let site = Site::dist();
    let mut dice = Dice::of_this_run();
    let mut tally = Tally::default();
    for number in 0..trials {
        let trial =
            Trial::new(&site, format!("crashed-{}-{number}", make.name()), dice.below(1 << 32));
        let profile = Profile::fresh();
        let mut browser = Running::start(make, &profile, &trial.run_url());
        trial.play_for(dice.moment(200, 4_000));
        let died = browser.kill_pages();
        assert!(browser.lives(), "{what}: the browser dies with its pages");
        let browser = if make == Make::Chromium {
            browser.open(&trial.read_url());
            browser
        } else {
            // The others take no second page from outside: the browser begins anew too.
            browser.kill();
            Running::start(make, &profile, &trial.read_url())
        };
        trial.judge(died, &mut tally);
        browser.kill();
    }
    let how = if make == Make::Chromium { "the browser living on" } else { "then the browser" };
    tally.tell(&format!("{what}, {how}"), dice.seed);
}

#[test]
fn what_chromium_was_promised_to_keep_is_back_after_its_page_crashed() {
    crash_and_look(Make::Chromium, rounds(3, 20));
}

#[test]
fn what_firefox_was_promised_to_keep_is_back_after_its_page_crashed() {
    crash_and_look(Make::Firefox, rounds(3, 20));
}

#[test]
fn what_webkit_was_promised_to_keep_is_back_after_its_page_crashed() {
    crash_and_look(Make::WebKit, rounds(2, 20));
}
