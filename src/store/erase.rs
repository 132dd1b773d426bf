//! Erasing records: from the snapshot at once, then from both stores, quarantine included. A note in localStorage until the
//! end lets the next document finish an erasure that was interrupted.

use heard_core::{EventId, Notebook, Refusal};

use crate::browser::clock;
use crate::persistence::erase::{unreadable, without_records};
use crate::persistence::scan::Found;
use crate::store::draft::Draft;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// Erases a meeting, or a client with all their meetings and the clients merged into them, or with `None` everything,
    /// unless a guard forbids it.
    pub(crate) fn erase(&self, record: Option<EventId>) -> Result<Option<EventId>, Refusal> {
        let snapshot = self.snapshot();
        if snapshot.newer {
            return Err(Refusal::Newer);
        }
        if record.is_some_and(|id| {
            snapshot.notebook.client(id).is_none() && snapshot.notebook.log(id).is_none()
        }) {
            return Err(Refusal::Unknown);
        }
        if self.subscribers.may_erase() {
            let ids = record.map(|id| ids_of(&snapshot.notebook, id));
            let ids = ids.map(|ids| ids.iter().map(EventId::to_string).collect());
            self.erase_records(ids.unwrap_or_else(|| vec![String::new()]));
        }
        Ok(None)
    }

    /// Erases bytes that can not be read: those in quarantine, and those still under their own name.
    pub(crate) fn erase_quarantine(&self) -> Result<Option<EventId>, Refusal> {
        let snapshot = self.snapshot();
        if snapshot.newer {
            return Err(Refusal::Newer);
        }
        if !self.subscribers.may_erase() {
            return Ok(None);
        }
        self.update(|next| next.unread = 0);
        self.spawn_work(self.work.begin(), async |store: &Self| store.erase_unreadable().await);
        Ok(None)
    }

    async fn erase_unreadable(&self) {
        let database = self.stores.borrow().database();
        if let Some(database) = database {
            let Ok(entries) = database.all().await else { return };
            let gone: Vec<_> = unreadable(entries).into_iter().map(|name| (name, None)).collect();
            let Ok(gone) = database.write(&gone) else { return };
            if gone.await.is_err() {
                return;
            }
        }
        self.stores.borrow_mut().remove_unreadable();
    }

    /// Erases meetings that are older than the retention setting allows. The guards are not asked, since the user confirmed
    /// the setting.
    pub(crate) fn erase_expired(&self) {
        let expired = self.snapshot().notebook.expired(clock::wall_ms());
        if !expired.is_empty() && !self.snapshot().newer {
            self.erase_records(expired.iter().map(EventId::to_string).collect());
        }
    }

    /// Erases records by their ids; an empty id means all records.
    fn erase_records(&self, records: Vec<String>) {
        for record in &records {
            self.stores.borrow_mut().begin_erasing(record);
            self.broadcast_erased(record);
            self.forget(record);
        }
        self.spawn_work(self.work.begin(), async move |store: &Self| {
            store.erase_stored(&records).await;
        });
    }

    /// Erases records from both stores: from `IndexedDB` first, because the note in localStorage has to stay until that is
    /// done.
    async fn erase_stored(&self, records: &[String]) {
        let database = self.stores.borrow().database();
        if let Some(database) = database {
            let mut changes = Vec::new();
            let gone = if records.iter().any(String::is_empty) {
                database.clear()
            } else {
                let Ok(entries) = database.all().await else { return };
                changes = without_records(entries, records);
                database.write(&changes)
            };
            let Ok(gone) = gone else { return };
            if gone.await.is_err() {
                return;
            }
            self.stores.borrow_mut().erased(&changes);
        }
        self.stores.borrow_mut().finish_erasing(records);
        self.refresh_save_state();
    }

    /// Finishes the erasures that an earlier document began.
    pub(crate) async fn finish_erasing(&self, local: &Found, durable: &Found) {
        let mut records = local.erasing.clone();
        records.extend_from_slice(&durable.erasing);
        if !records.is_empty() {
            self.erase_stored(&records).await;
        }
    }

    /// Removes a record from the snapshot, the draft and the pending changes; everything, if `record` is empty. This tab or
    /// another one has erased it.
    pub(crate) fn forget(&self, record: &str) {
        let is_all = record.is_empty();
        if is_all {
            self.stores.borrow_mut().drop_pending();
        } else {
            self.stores.borrow_mut().drop_pending_of(record);
        }
        let is_of_draft = self.draft.borrow().of.is_some_and(|of| of.to_string() == record);
        if is_all || is_of_draft {
            self.draft.replace(Draft::default());
        }
        self.load.borrow_mut().note_erased(record);
        self.update(|next| {
            next.set_notebook(without(&next.notebook, record));
            if is_all {
                next.unread = 0;
            }
        });
    }
}

/// A notebook without a record; the empty notebook, if `record` is empty.
pub(crate) fn without(notebook: &Notebook, record: &str) -> Notebook {
    match EventId::parse(record) {
        Some(id) if notebook.client(id).is_some() => notebook.without_client(id),
        Some(id) => notebook.without_meeting(id),
        None => Notebook::default(),
    }
}

/// The ids of a record and, if it is a client, of all their records, imported loops included.
fn ids_of(notebook: &Notebook, id: EventId) -> Vec<EventId> {
    let mut ids = notebook.records_of_client(id);
    ids.extend(notebook.imported_loops_of(id));
    ids
}
