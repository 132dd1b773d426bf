//! Archiving meetings that have ended, and asking the browser to keep the stored data.

use heard_core::Record;

use crate::browser::storage_manager;
use crate::persistence::plan::Plan;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// A meeting was ended in this tab.
    pub(crate) fn meeting_ended(&self, of: Record) {
        let Record::Begun(id) = of else { return };
        // Asked once, after the first meeting: before that the user could not know what the browser's question is about.
        let is_first = self.snapshot().notebook.logs().len() == 1;
        if is_first && self.stores.borrow().database().is_some() {
            storage_manager::request_persistence();
        }
        self.archive_if_ended(id);
    }

    /// Archives the meetings that have ended, once all events are stored.
    pub(crate) fn archive_ended(&self) {
        let is_settled = self.stores.borrow().is_settled();
        if !is_settled || self.to_archive.borrow().is_empty() || self.snapshot().newer {
            return;
        }
        let ids = self.to_archive.take();
        let notebook = self.snapshot().notebook.clone();
        let used = self.stores.borrow().used();
        let durable = self.stores.borrow().database().is_some();
        // A meeting may have been reopened by an undo since.
        let has_ended =
            |id: &_| notebook.meeting(*id).is_some_and(|meeting| meeting.ended_ms.is_some());
        for id in ids.into_iter().filter(has_ended) {
            let plan = Plan::closing(&notebook, id, used, durable);
            self.spawn_work(self.work.begin(), async move |store: &Self| {
                store.carry_out(plan).await;
            });
        }
    }
}
