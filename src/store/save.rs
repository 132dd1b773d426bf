//! Writing to `IndexedDB`, and telling when everything is stored.

use js_sys::Promise;
use wasm_bindgen_futures::spawn_local;

use crate::persistence::write_queue::WriteBatch;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// A promise that resolves when everything recorded is stored as safely as this browser allows.
    pub fn flush(&self) -> Promise {
        self.draft_timer.take();
        self.write_pending();
        let flushed = self.flushing.promise();
        self.resolve_flushed();
        flushed
    }

    /// Writes pending changes to `IndexedDB`, and updates the snapshot when they are confirmed.
    pub(crate) fn write_pending(&self) {
        let Some(batch) = self.stores.borrow_mut().write_pending() else { return };
        let this = self.this.clone();
        spawn_local(async move {
            let WriteBatch { changes, done } = batch;
            let is_done = done.await.is_ok();
            let Some(store) = this.upgrade() else { return };
            if is_done {
                store.stores.borrow_mut().committed(&changes);
            } else {
                store.stores.borrow_mut().failed(&changes);
            }
            store.refresh_save_state();
        });
    }

    /// Updates how safely the notebook is stored, and begins what had to wait until everything is.
    pub(crate) fn refresh_save_state(&self) {
        let snapshot = self.snapshot();
        let (mode, saving) = {
            let stores = self.stores.borrow();
            (stores.mode(), stores.is_saving())
        };
        if (mode, saving) != (snapshot.mode, snapshot.saving) {
            self.update(|_| {});
        }
        self.archive_ended();
        self.resolve_flushed();
    }

    fn resolve_flushed(&self) {
        if self.work.is_idle() && self.stores.borrow().is_settled() {
            self.flushing.resolve_all();
        }
    }

    /// Stops writing, because a newer version of Heard has written to this notebook.
    pub(crate) fn stop_for_newer_version(&self) {
        if !self.snapshot().newer {
            self.update(|next| next.newer = true);
        }
    }
}
