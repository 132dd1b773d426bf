//! The cached number of loops that have been without an update for too long.

/// A count older than this, in milliseconds, is computed again, because it changes as days pass.
const FRESH_MS: i64 = 60_000;

/// The count, and the snapshot and time that it is of.
#[derive(Clone, Copy)]
struct Counted {
    version: u64,
    wall_ms: i64,
    count: usize,
}

/// The last count, and the number that the badge of the app's icon shows.
#[derive(Default)]
pub(crate) struct WaitingCount {
    counted: Option<Counted>,
    badge: Option<usize>,
}

impl WaitingCount {
    /// The last count; `None` if nothing has been counted.
    pub(crate) fn last(&self) -> Option<usize> {
        self.counted.map(|counted| counted.count)
    }

    /// The count of a version of the snapshot, unless it is too old.
    pub(crate) fn fresh(&self, version: u64, wall_ms: i64) -> Option<usize> {
        let is_fresh = |counted: &Counted| {
            counted.version == version && (wall_ms - counted.wall_ms).abs() < FRESH_MS
        };
        self.counted.filter(is_fresh).map(|counted| counted.count)
    }

    /// Stores the count of a version of the snapshot.
    pub(crate) fn set(&mut self, version: u64, wall_ms: i64, count: usize) {
        self.counted = Some(Counted { version, wall_ms, count });
    }

    /// Sets the number on the badge. Returns whether it is another one than before.
    pub(crate) fn set_badge(&mut self, count: usize) -> bool {
        self.badge.replace(count) != Some(count)
    }

    /// Whether a badge has been shown.
    pub(crate) fn has_badge(&self) -> bool {
        self.badge.is_some()
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn a_count_is_fresh_for_its_version_and_less_than_a_minute() {
        let mut waiting = WaitingCount::default();
        assert_eq!((waiting.last(), waiting.fresh(0, 0)), (None, None));
        waiting.set(7, 100_000, 3);
        assert_eq!(waiting.fresh(7, 159_999), Some(3));
        assert_eq!((waiting.fresh(7, 160_000), waiting.fresh(7, 40_000)), (None, None));
        assert_eq!((waiting.fresh(8, 100_000), waiting.last()), (None, Some(3)));
    }

    #[wasm_bindgen_test]
    fn a_badge_is_shown_again_only_when_its_number_changes() {
        let mut waiting = WaitingCount::default();
        assert!(!waiting.has_badge());
        assert!(waiting.set_badge(0) && waiting.has_badge());
        assert!(!waiting.set_badge(0) && waiting.set_badge(2));
    }
}
