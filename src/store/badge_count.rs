//! How many loops are in the black hole: counted when it costs little, and snapshot on the app's icon.

use heard_core::time::Local;

use crate::browser::{badge, clock};
use crate::store::NotebookStore;

/// What did not change is counted anew after so many milliseconds, because days pass.
const FRESH_MS: i64 = 60_000;

/// What was counted last.
#[derive(Clone, Copy)]
struct Counted {
    version: u64,
    wall_ms: i64,
    count: usize,
}

/// What is known of loops in the black hole.
#[derive(Default)]
pub(crate) struct Waiting {
    counted: Option<Counted>,
    /// The number on the icon, once one was snapshot there.
    badge: Option<usize>,
}

impl NotebookStore {
    /// Now, with the day that it is here.
    pub fn here(&self) -> Local {
        Local { wall_ms: clock::wall_ms(), utc_offset_min: clock::utc_offset_min() }
    }

    /// How many loops are in the black hole. While a meeting runs nothing is counted, nor while all that is packed would have
    /// to be read for it: then it is what it was before.
    pub fn count_waiting(&self) -> Option<usize> {
        let snapshot = self.snapshot();
        let known = self.edge.borrow().waiting.counted;
        let here = self.here();
        let is_fresh = |known: &Counted| {
            known.version == snapshot.version && (here.wall_ms - known.wall_ms).abs() < FRESH_MS
        };
        let count = known.map(|known| known.count);
        let may_count =
            || snapshot.notebook.running().is_none() && snapshot.notebook.has_loops_at_hand();
        if known.as_ref().is_some_and(is_fresh) || !may_count() {
            return count;
        }
        let count = snapshot.notebook.count_in_black_hole(here.day());
        let counted = Counted { version: snapshot.version, wall_ms: here.wall_ms, count };
        self.edge.borrow_mut().waiting.counted = Some(counted);
        Some(count)
    }

    /// Shows on the app's icon how many loops are in the black hole. From then on that is looked after whenever the page is
    /// snapshot again.
    pub fn show_badge(&self) {
        let Some(count) = self.count_waiting() else { return };
        if self.edge.borrow_mut().waiting.badge.replace(count) != Some(count) {
            badge::show(count);
        }
    }

    /// The page is snapshot again, maybe on another day.
    pub(crate) fn refresh_badge(&self) {
        let has_badge = self.edge.borrow().waiting.badge.is_some();
        if has_badge {
            self.show_badge();
        }
    }
}
