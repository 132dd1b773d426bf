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
