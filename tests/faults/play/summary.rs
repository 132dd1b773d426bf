//! The results of several trials.

use std::time::Duration;

/// The number of errors in a failure message.
const MAX_LISTED: usize = 12;

/// The results of the trials of one test.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(super) trials: usize,
    pub(super) reported: usize,
    pub(super) flushed: usize,
    /// The time from each action to its flush.
    pub(super) waits: Vec<Duration>,
    /// Missing actions that had to be saved, with their age.
    pub(super) lost: Vec<(Duration, String)>,
    /// Other errors.
    pub(super) faults: Vec<String>,
    /// The number of missing actions too recent to have been saved.
    pub(super) missing: usize,
    pub(super) oldest_missing: Duration,
}

impl Summary {
    /// Prints the results in one line, and panics if anything was lost.
    pub(crate) fn report(mut self, what: &str, seed: u64) {
        let Self { trials, reported, flushed, missing, .. } = self;
        self.waits.sort();
        let ms = |wait: Option<&Duration>| wait.map_or(0, Duration::as_millis);
        let usual = ms(self.waits.get(self.waits.len() / 2));
        let slowest = ms(self.waits.last());
        let (lost, waiting, age) =
            (self.lost.len(), reported - flushed, self.oldest_missing.as_millis());
        let oldest = self.lost.iter().map(|(age, _)| age.as_millis()).max().unwrap_or(0);
        let lost_age = if lost > 0 { format!(", up to {oldest} ms old") } else { String::new() };
        println!(
            "{what}: {trials} trials, {flushed} actions flushed, {lost} lost{lost_age}; of {waiting} \
             not flushed {missing} are missing, at most {age} ms old; flushed after {usual} ms in the \
             median, {slowest} ms at most; seed {seed}"
        );
        let lost = self.lost.into_iter().map(|(_, lost)| format!("lost: {lost}"));
        let all: Vec<String> = self.faults.into_iter().chain(lost).collect();
        let first =
            all.iter().take(MAX_LISTED).map(String::as_str).collect::<Vec<_>>().join("\n  ");
        assert!(all.is_empty(), "{what}, seed {seed}: {} errors, first\n  {first}", all.len());
        assert!(flushed > 0, "{what}: no action was flushed, so nothing was tested");
    }
}
