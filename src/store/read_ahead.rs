//! What loops will ask for is read ahead: a few old meetings at a time, when all is here and no meeting runs.

use gloo_timers::callback::Timeout;

use crate::store::{NotebookStore, Snapshot};

/// So many meetings are read in one go: a few milliseconds on a phone.
const A_FEW: usize = 6;
/// Between two goes everything else has its turn, in milliseconds.
const PAUSE_MS: u32 = 8;

impl NotebookStore {
    /// Reads on when it may, and lies still when it may not: nothing is read while a meeting runs.
    pub(crate) fn keep_reading(&self) {
        let snapshot = self.snapshot();
        let may_read = self.edge.borrow().all_in && snapshot.notebook.running().is_none();
        if !may_read || snapshot.notebook.has_loops_at_hand() {
            self.reading.take();
            return;
        }
        if self.reading.borrow().is_none() {
            self.read_soon();
        }
    }

    fn read_soon(&self) {
        let me = self.me.clone();
        let soon = Timeout::new(PAUSE_MS, move || {
            if let Some(live) = me.upgrade() {
                live.read_a_few();
            }
        });
        self.reading.replace(Some(soon));
    }

    fn read_a_few(&self) {
        self.reading.take();
        let snapshot = self.snapshot();
        if snapshot.notebook.read_ahead(A_FEW) {
            self.read_soon();
        } else {
            // Now it can be told whether anything waits for too long.
            self.show(Snapshot::clone(&snapshot));
        }
    }
}
