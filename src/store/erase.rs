//! Erasing: from the screen at once, then from both ropes, the quarantine too. A word left in localStorage until the end
//! lets the next document finish what this one could not.

use heard_core::{EventId, Notebook, Refusal};
use wasm_bindgen_futures::spawn_local;

use crate::browser::clock;
use crate::persistence::{Found, unreadable, without_records};
use crate::store::{Draft, NotebookStore, Snapshot};

impl NotebookStore {
    /// Erases a meeting, or a client with all that was merged into them and all meetings, or everything, unless a guard forbids it.
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
        if self.watchers.may_erase() {
            let ids = record.map(|id| ids_of(&snapshot.notebook, id));
            let words = ids.map(|ids| ids.iter().map(EventId::to_string).collect());
            self.erase_records(words.unwrap_or_else(|| vec![String::new()]));
        }
        Ok(None)
    }

    /// Erases the bytes that could not be read, set aside or still in their place.
    pub(crate) fn erase_quarantine(&self) -> Result<Option<EventId>, Refusal> {
        let snapshot = self.snapshot();
        if snapshot.newer {
            return Err(Refusal::Newer);
        }
        if !self.watchers.may_erase() {
            return Ok(None);
        }
        self.show(Snapshot { unread: 0, ..(*snapshot).clone() });
        self.begin_work();
        let me = self.me.clone();
        spawn_local(async move {
            if let Some(live) = me.upgrade() {
                live.erase_set_aside().await;
                live.end_work();
            }
        });
        Ok(None)
    }

    async fn erase_set_aside(&self) {
        let database = self.stores.borrow().database();
        if let Some(database) = database {
            let Ok(kept) = database.all().await else { return };
            let gone: Vec<_> = unreadable(kept).into_iter().map(|name| (name, None)).collect();
            let Ok(gone) = database.write(&gone) else { return };
            if gone.await.is_err() {
                return;
            }
        }
        self.stores.borrow_mut().drop_unreadable();
    }

    /// Erases what is older than the user wants anything to be. That was asked when it was set.
    pub(crate) fn expire(&self) {
        let expired = self.snapshot().notebook.expired(clock::wall_ms());
        if !expired.is_empty() && !self.snapshot().newer {
            self.erase_records(expired.iter().map(EventId::to_string).collect());
        }
    }

    /// Erases records; everything, where one of them is nameless.
    fn erase_records(&self, words: Vec<String>) {
        for word in &words {
            self.stores.borrow_mut().begin_erasing(word);
            self.tell_erased(word);
            self.forget(word);
        }
        self.begin_work();
        let me = self.me.clone();
        spawn_local(async move {
            if let Some(live) = me.upgrade() {
                live.erase_kept(&words).await;
                live.end_work();
            }
        });
    }

    /// Takes it off both ropes; the durable one first, for its being gone is what takes time.
    async fn erase_kept(&self, records: &[String]) {
        let database = self.stores.borrow().database();
        if let Some(database) = database {
            let mut changes = Vec::new();
            let gone = if records.iter().any(String::is_empty) {
                database.clear()
            } else {
                let Ok(kept) = database.all().await else { return };
                changes = without_records(kept, records);
                database.write(&changes)
            };
            let Ok(gone) = gone else { return };
            if gone.await.is_err() {
                return;
            }
            self.stores.borrow_mut().erased(&changes);
        }
        self.stores.borrow_mut().finish_erasing(records);
        self.refresh();
    }

    /// What an earlier document began to erase is gone too.
    pub(crate) async fn finish_erasing(&self, local: &Found, durable: &Found) {
        let mut records = local.erasing.clone();
        records.extend_from_slice(&durable.erasing);
        if !records.is_empty() {
            self.erase_kept(&records).await;
        }
    }

    /// Shows a notebook without a record, or without anything: this tab or another has erased it.
    pub(crate) fn forget(&self, record: &str) {
        let snapshot = self.snapshot();
        let mut stores = self.stores.borrow_mut();
        if record.is_empty() {
            stores.forget();
            self.draft.replace(Draft::default());
        } else {
            stores.forget_record(record);
            if self.draft.borrow().of.is_some_and(|of| of.to_string() == record) {
                self.draft.replace(Draft::default());
            }
        }
        drop(stores);
        if !self.edge.borrow().all_in {
            self.edge.borrow_mut().forgotten.push(record.to_owned());
        }
        let notebook = without(&snapshot.notebook, record);
        let unread = if record.is_empty() { 0 } else { snapshot.unread };
        self.show(Snapshot { unread, ..(*snapshot).clone() });
        self.show_desk(notebook);
    }
}

/// A notebook without a record, or the empty one.
pub(crate) fn without(notebook: &Notebook, record: &str) -> Notebook {
    match EventId::parse(record) {
        Some(id) if notebook.client(id).is_some() => notebook.without_client(id),
        Some(id) => notebook.without_meeting(id),
        None => Notebook::default(),
    }
}

/// A record and, if it is a client, all that goes with them, the loops that a file brought too.
fn ids_of(notebook: &Notebook, id: EventId) -> Vec<EventId> {
    let mut ids = notebook.records_of_client(id);
    ids.extend(notebook.brought_loops_of(id));
    ids
}
