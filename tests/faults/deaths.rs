//! Meetings cut short by a death, in whatever make of browser: played again and again, and each time held against what is left.

use std::time::Instant;

use crate::bare::{Make, Running};
use crate::drive::{Profile, Site};
use crate::play::{Tally, Trial};
use crate::rounds::Random;

/// A kind of death, and when it comes.
pub(crate) struct Death {
    /// What is printed of it.
    pub(crate) name: &'static str,
    /// How long a meeting plays at most before it, by the number of the trial, in milliseconds.
    pub(crate) latest_ms: fn(u32) -> u64,
    /// Kills: gives when that was, and the browser that is left, if one is.
    pub(crate) kill: fn(Make, Running) -> (Instant, Option<Running>),
}

/// Plays meetings, each until its death, and looks for what is left: in the browser that lives on where it takes another page,
/// else in a new one.
pub(crate) fn play_until(death: &Death, make: Make, trials: u32) {
    let what = format!("{}, {}", death.name, make.name());
    let site = Site::dist();
    let mut random = Random::of_this_run();
    let mut tally = Tally::default();
    for number in 0..trials {
        let name = format!("{}-{}-{number}", death.name.replace(' ', "-"), make.name());
        let trial = Trial::new(&site, name, random.below(1 << 32));
        let profile = Profile::fresh();
        let browser = Running::start(make, &profile, &trial.run_url());
        trial.play_for(random.time(200, (death.latest_ms)(number)));
        let (died, left) = (death.kill)(make, browser);
        let browser = match left {
            Some(browser) => {
                browser.open(&trial.read_url());
                browser
            }
            None => Running::start(make, &profile, &trial.read_url()),
        };
        trial.judge(died, &mut tally);
        browser.kill();
    }
    tally.tell(&what, random.seed);
}
