//! The whole browser killed at a random moment of a meeting: what was promised to be kept is back.

use crate::bare::{Make, Running};
use crate::drive::{Profile, Site};
use crate::play::{Tally, Trial};
use crate::rounds::{Dice, rounds};

/// Kills browsers of one make in the middle of meetings, and looks for what is left.
fn kill_and_look(make: Make, trials: u32) {
    let what = format!("kill -9, {}", make.name());
    if make.program().is_none() {
        println!("{what}: not tried, for there is no {} here", make.name());
        return;
    }
    let site = Site::dist();
    let mut dice = Dice::of_this_run();
    let mut tally = Tally::default();
    for number in 0..trials {
        let trial =
            Trial::new(&site, format!("killed-{}-{number}", make.name()), dice.below(1 << 32));
        let profile = Profile::fresh();
        let browser = Running::start(make, &profile, &trial.run_url());
        // Browsers write in beats of five seconds: most kills fall before the first, some after.
        let latest_ms = if number % 4 == 3 { 12_000 } else { 3_000 };
        trial.play_for(dice.moment(200, latest_ms));
        let died = browser.kill();
        let again = Running::start(make, &profile, &trial.read_url());
        trial.judge(died, &mut tally);
        again.kill();
    }
    tally.tell(&what, dice.seed);
}

#[test]
fn what_chromium_was_promised_to_keep_is_back_after_a_kill() {
    kill_and_look(Make::Chromium, rounds(3, 20));
}

#[test]
fn what_firefox_was_promised_to_keep_is_back_after_a_kill() {
    kill_and_look(Make::Firefox, rounds(2, 20));
}

#[test]
fn what_webkit_was_promised_to_keep_is_back_after_a_kill() {
    kill_and_look(Make::WebKit, rounds(2, 20));
}
