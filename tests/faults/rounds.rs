//! How often each fault is tried, and the dice that choose its moment.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The trials of one test: `HEARD_FAULT_ROUNDS` asks for the `long` number, anything else for the
/// `short` one.
pub(crate) fn rounds(short: u32, long: u32) -> u32 {
    match std::env::var("HEARD_FAULT_ROUNDS").as_deref() {
        Ok("long") => long,
        Ok("short" | "") | Err(_) => short,
        Ok(other) => panic!("HEARD_FAULT_ROUNDS is short or long, not `{other}`"),
    }
}

/// Chance that can be repeated: the seed is printed with every result, and `HEARD_FAULT_SEED` sets
/// it.
#[derive(Debug, Clone)]
pub(crate) struct Dice {
    pub(crate) seed: u64,
    state: u64,
}

impl Dice {
    /// The dice of this run.
    pub(crate) fn of_this_run() -> Self {
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| now.as_secs());
        let seed = match std::env::var("HEARD_FAULT_SEED") {
            Ok(seed) => seed.parse().expect("HEARD_FAULT_SEED is a whole number"),
            Err(_) => now(),
        };
        Self { seed, state: seed }
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        // SplitMix64, which takes any seed, zero too.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    /// An index into something of this length.
    pub(crate) fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).expect("an index fits")
    }

    /// Puts a list into another order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.index(end + 1));
        }
    }

    /// A moment between two others, in milliseconds.
    pub(crate) fn moment(&mut self, from_ms: u64, to_ms: u64) -> Duration {
        Duration::from_millis(from_ms + self.below(to_ms - from_ms))
    }
}
