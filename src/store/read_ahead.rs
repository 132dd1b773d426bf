//! Decoding archives ahead of use: the loops of old meetings are needed sooner or later, so a few archives at a time are
//! decoded while no meeting runs.

use gloo_timers::callback::Timeout;

use crate::store::notebook_store::NotebookStore;

/// How many archives are decoded at a time: a few milliseconds of work on a phone.
const CHUNK: usize = 6;
/// The pause between two chunks, in milliseconds, in which events of the page are handled.
const PAUSE_MS: u32 = 8;

impl NotebookStore {
    /// Starts or stops decoding. It stops while a meeting runs, and when nothing is left.
    pub(crate) fn update_read_ahead(&self) {
        let snapshot = self.snapshot();
        let may_read = self.load.borrow().is_loaded() && snapshot.notebook.running().is_none();
        if !may_read || snapshot.notebook.has_loops_at_hand() {
            self.read_ahead.take();
            return;
        }
        let is_scheduled = self.read_ahead.borrow().is_some();
        if !is_scheduled {
            self.schedule_chunk();
        }
    }

    fn schedule_chunk(&self) {
        let this = self.this.clone();
        let timeout = Timeout::new(PAUSE_MS, move || {
            if let Some(store) = this.upgrade() {
                store.decode_chunk();
            }
        });
        self.read_ahead.replace(Some(timeout));
    }

    fn decode_chunk(&self) {
        self.read_ahead.take();
        if self.snapshot().notebook.read_ahead(CHUNK) {
            self.schedule_chunk();
        } else {
            // The number of waiting loops can be counted now, so it is rendered.
            self.update(|_| {});
        }
    }
}
