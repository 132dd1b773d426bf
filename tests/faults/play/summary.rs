//! What several trials come to.

use std::time::Duration;

/// Enough faults to see what they have in common.
const MOST_TOLD: usize = 12;

/// The sum of the trials of one test.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(super) trials: usize,
    pub(super) shown: usize,
    pub(super) kept: usize,
    /// How long each act took from being shown to being promised as kept.
    pub(super) waits: Vec<Duration>,
    /// Acts that had to be back and are not, with their age.
    pub(super) lost: Vec<(Duration, String)>,
    /// What is wrong beyond that.
    pub(super) faults: Vec<String>,
    /// Acts that were too young to have been kept, and are missing.
    pub(super) missing: usize,
    pub(super) oldest_missing: Duration,
}

impl Tally {
    /// Prints one line of what was measured, and fails if anything was lost.
    pub(crate) fn tell(mut self, what: &str, seed: u64) {
        let Self { trials, shown, kept, missing, .. } = self;
        self.waits.sort();
        let ms = |wait: Option<&Duration>| wait.map_or(0, Duration::as_millis);
        let usual = ms(self.waits.get(self.waits.len() / 2));
        let slowest = ms(self.waits.last());
        let (lost, waiting, age) = (self.lost.len(), shown - kept, self.oldest_missing.as_millis());
        let oldest = self.lost.iter().map(|(age, _)| age.as_millis()).max().unwrap_or(0);
        let lost_age = if lost > 0 { format!(", up to {oldest} ms old") } else { String::new() };
        println!(
            "{what}: {trials} trials, {kept} acts shown as kept, {lost} lost{lost_age}; of {waiting} \
             not yet kept {missing} are missing, at most {age} ms old; kept after {usual} ms as a \
             rule, {slowest} ms at most; seed {seed}"
        );
        let lost = self.lost.into_iter().map(|(_, lost)| format!("lost: {lost}"));
        let all: Vec<String> = self.faults.into_iter().chain(lost).collect();
        let first = all.iter().take(MOST_TOLD).map(String::as_str).collect::<Vec<_>>().join("\n  ");
        assert!(all.is_empty(), "{what}, seed {seed}: {} faults, first\n  {first}", all.len());
        assert!(kept > 0, "{what}: no act was shown as kept, so nothing was tried");
    }
}
