//! A meeting that has ended is put together into one text, and the browser is asked to keep it well.

use heard_core::Record;
use wasm_bindgen_futures::spawn_local;

use crate::browser::storage_manager;
use crate::persistence::Plan;
use crate::store::NotebookStore;

impl NotebookStore {
    /// A meeting was ended here.
    pub(crate) fn after_meeting(&self, of: Record) {
        let Record::Begun(id) = of else { return };
        // Once, after the first meeting: before it nobody could say what the question is about.
        let first = self.snapshot().notebook.logs().len() == 1;
        if first && self.stores.borrow().database().is_some() {
            storage_manager::ask_to_persist();
        }
        self.close_if_ended(id);
    }

    /// Puts together what has ended, once all of it is kept.
    pub(crate) fn put_together(&self) {
        let settled = self.stores.borrow().is_settled();
        if !settled || self.edge.borrow().closing.is_empty() || self.snapshot().newer {
            return;
        }
        let ids = std::mem::take(&mut self.edge.borrow_mut().closing);
        let notebook = self.snapshot().notebook.clone();
        let used = self.stores.borrow().used();
        let durable = self.stores.borrow().database().is_some();
        let ended =
            |id: &_| notebook.meeting(*id).is_some_and(|meeting| meeting.ended_ms.is_some());
        for id in ids.into_iter().filter(ended) {
            let plan = Plan::closing(&notebook, id, used, durable);
            self.begin_work();
            let me = self.me.clone();
            spawn_local(async move {
                if let Some(live) = me.upgrade() {
                    live.carry_out(plan).await;
                    live.end_work();
                }
            });
        }
    }
}
