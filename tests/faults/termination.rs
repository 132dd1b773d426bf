//! Runs meetings that are terminated, in any browser, and checks what was saved.

use std::time::Instant;

use crate::browsers::{BrowserKind, RunningBrowser};
use crate::drive::{Profile, Site};
use crate::play::{Summary, Trial};
use crate::rounds::Random;

/// A way to terminate a page or a browser.
pub(crate) struct Termination {
    /// The name in the test's output.
    pub(crate) name: &'static str,
    /// The longest duration of a meeting in milliseconds, by the number of the trial.
    pub(crate) latest_ms: fn(u32) -> u64,
    /// Terminates, and returns the time and the browser if it still runs.
    pub(crate) kill: fn(BrowserKind, RunningBrowser) -> (Instant, Option<RunningBrowser>),
}

/// Runs meetings, terminates each, and reads what was saved: in the same browser if it still runs and can open
/// another page, otherwise in a new one.
pub(crate) fn run_trials(termination: &Termination, kind: BrowserKind, trials: u32) {
    let what = format!("{}, {}", termination.name, kind.name());
    let site = Site::dist();
    let mut random = Random::of_this_run();
    let mut summary = Summary::default();
    for number in 0..trials {
        let name = format!("{}-{}-{number}", termination.name.replace(' ', "-"), kind.name());
        let trial = Trial::new(&site, name, random.below(1 << 32));
        let profile = Profile::fresh();
        let browser = RunningBrowser::start(kind, &profile, &trial.run_url());
        trial.run_for(random.time(200, (termination.latest_ms)(number)));
        let (terminated_at, left) = (termination.kill)(kind, browser);
        let browser = match left {
            Some(browser) => {
                browser.open(&trial.read_url());
                browser
            }
            None => RunningBrowser::start(kind, &profile, &trial.read_url()),
        };
        trial.check(terminated_at, &mut summary);
        browser.kill();
    }
    summary.report(&what, random.seed);
}
