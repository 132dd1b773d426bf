//! The number of trials of each test, and its random choices.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The number of trials of a test: `long` if `HEARD_FAULT_ROUNDS` is that word, else `short`.
pub(crate) fn rounds(short: u32, long: u32) -> u32 {
    match std::env::var("HEARD_FAULT_ROUNDS").as_deref() {
        Ok("long") => long,
        Ok("short" | "") | Err(_) => short,
        Ok(other) => panic!("HEARD_FAULT_ROUNDS is short or long, not `{other}`"),
    }
}

/// Random choices that can be repeated: a test prints the seed with its result, and
/// `HEARD_FAULT_SEED` sets it.
#[derive(Debug, Clone)]
pub(crate) struct Random {
    pub(crate) seed: u64,
    numbers: fastrand::Rng,
}

impl Random {
    /// Starts from the seed of `HEARD_FAULT_SEED`, or else from the time.
    pub(crate) fn of_this_run() -> Self {
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| now.as_secs());
        let seed = match std::env::var("HEARD_FAULT_SEED") {
            Ok(seed) => seed.parse().expect("HEARD_FAULT_SEED is a whole number"),
            Err(_) => now(),
        };
        Self { seed, numbers: fastrand::Rng::with_seed(seed) }
    }

    /// A number below `end`; 0 if `end` is 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.numbers.u64(..end.max(1))
    }

    /// An index into a list of this length; 0 if it is empty.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        self.numbers.usize(..length.max(1))
    }

    /// Puts a list into a random order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        self.numbers.shuffle(list);
    }

    /// A time from `from_ms` up to, but without, `to_ms`.
    pub(crate) fn time(&mut self, from_ms: u64, to_ms: u64) -> Duration {
        Duration::from_millis(self.numbers.u64(from_ms..to_ms))
    }
}
