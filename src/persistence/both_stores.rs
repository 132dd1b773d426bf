//! The pair of stores that one notebook is kept in, and the state of each.

use std::rc::Rc;

use heard_core::codec;
use heard_core::sorted_map::Map;
use heard_core::{Event, Timestamp};
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use crate::browser::indexed_db::Database;
use crate::browser::{clock, storage};
use crate::persistence::keys::{self, Kind};
use crate::persistence::mode::Mode;
use crate::persistence::quota;
use crate::persistence::scan::Found;

/// localStorage and `IndexedDB` under one storage key.
pub(crate) struct BothStores {
    prefix: String,
    /// `None` where localStorage is blocked or not wanted.
    pub(super) local: Option<Storage>,
    pub(super) database: DatabaseState,
    /// Changes that `IndexedDB` has not confirmed, in the order in which they were made.
    pub(super) pending: Vec<PendingChange>,
    /// Estimated size of the origin's localStorage in characters, the host's entries included.
    pub(super) used: usize,
    /// The length in characters of every value in `IndexedDB`, by name.
    pub(super) lengths: Map<String, usize>,
}

/// The state of `IndexedDB`.
pub(super) enum DatabaseState {
    /// It has not answered yet.
    Opening,
    Open(Rc<Database>),
    /// It was opened, and the last transaction failed. The next write tries again.
    Failing(Rc<Database>),
    /// It is blocked or not wanted.
    Unavailable,
}

/// A change that is not stored safely yet.
pub(super) struct PendingChange {
    pub(super) name: String,
    /// The new value; `None` removes the entry.
    pub(super) text: Option<String>,
    /// Whether the change was made in localStorage.
    pub(super) local: bool,
    /// Whether a transaction with this change is under way.
    pub(super) in_transaction: bool,
}

impl BothStores {
    /// Opens the stores of a storage key, and returns what localStorage holds of the notebook. `local` and `durable` say
    /// whether localStorage and `IndexedDB` are wanted; `IndexedDB` is handed over later by [`BothStores::opened`].
    pub(crate) fn open(key: &str, local: bool, durable: bool) -> (Self, Found) {
        let prefix = format!("heard:{key}:");
        let local = local.then(storage::probe).flatten();
        let used = local.as_ref().map_or(0, quota::used);
        let database = if durable { DatabaseState::Opening } else { DatabaseState::Unavailable };
        let (pending, lengths) = (Vec::new(), Map::default());
        let stores = Self { prefix, local, database, pending, used, lengths };
        let found = stores.read_local();
        (stores, found)
    }

    /// The entries of localStorage, with names that have no prefix.
    pub(super) fn local_entries(&self) -> Vec<(String, String)> {
        let entries = self.local.as_ref().map(|local| storage::entries(local, &self.prefix));
        entries.unwrap_or_default()
    }

    /// The length in characters of every value of this notebook in localStorage, by name. The values are not decoded.
    pub(crate) fn local_lengths(&self) -> impl Iterator<Item = (String, usize)> {
        let own = |(name, _): &(String, String)| !matches!(keys::kind(name), Kind::Foreign);
        let own = self.local_entries().into_iter().filter(own);
        own.map(|(name, text)| (name, text.chars().count()))
    }

    /// The present content of localStorage, which other tabs may have changed.
    pub(crate) fn read_local(&self) -> Found {
        Found::sort_out(self.local_entries())
    }

    /// The name of the database, the broadcast channel and the lock of this notebook.
    pub(crate) fn name(&self) -> &str {
        self.prefix.trim_end_matches(':')
    }

    /// Takes the opened database, or notes with `None` that there is none.
    pub(crate) fn opened(&mut self, database: Option<Database>) {
        self.database = database
            .map_or(DatabaseState::Unavailable, |database| DatabaseState::Open(Rc::new(database)));
        if matches!(self.database, DatabaseState::Unavailable) {
            self.pending.retain(|change| !change.local);
        }
    }

    /// The database; `None` before it has opened and where there is none.
    pub(crate) fn database(&self) -> Option<Rc<Database>> {
        match &self.database {
            DatabaseState::Open(database) | DatabaseState::Failing(database) => {
                Some(Rc::clone(database))
            }
            DatabaseState::Opening | DatabaseState::Unavailable => None,
        }
    }

    /// How safely the notebook is stored.
    pub(crate) fn mode(&self) -> Mode {
        let in_memory_only = self.pending.iter().any(|change| !change.local);
        match (&self.database, &self.local) {
            (DatabaseState::Open(_) | DatabaseState::Opening, _) => Mode::Durable,
            (DatabaseState::Unavailable, None) => Mode::Memory,
            _ if in_memory_only => Mode::Full,
            _ => Mode::Local,
        }
    }

    /// Whether `IndexedDB` is expected to confirm a change. Drafts do not count.
    pub(crate) fn is_saving(&self) -> bool {
        let is_draft = |change: &PendingChange| matches!(keys::kind(&change.name), Kind::Draft(_));
        matches!(self.database, DatabaseState::Open(_) | DatabaseState::Opening)
            && !self.pending.iter().all(is_draft)
    }

    /// Whether everything is stored as safely as this browser allows.
    pub(crate) fn is_settled(&self) -> bool {
        match self.database {
            DatabaseState::Opening => false,
            DatabaseState::Open(_) => self.pending.is_empty(),
            DatabaseState::Failing(_) | DatabaseState::Unavailable => true,
        }
    }

    /// How full localStorage is, in percent of its usual capacity.
    pub(crate) fn percent_used(&self) -> usize {
        quota::percent(self.used)
    }

    /// Stores an event: in localStorage before this returns, in `IndexedDB` with the next batch.
    pub(crate) fn save_event(&mut self, event: &Event) {
        self.put(keys::event(event.id()), Some(codec::write(event)));
    }

    /// Stores the draft of this document. Returns whether localStorage holds it.
    ///
    /// A blank draft replaces the earlier one in localStorage and removes it from `IndexedDB`. Until that is confirmed
    /// the blank one stays, so that a page closed meanwhile does not restore the earlier words from `IndexedDB`.
    pub(crate) fn save_draft(&mut self, draft: String, is_blank: bool) -> bool {
        let name = keys::draft(&clock::boot().to_string());
        let local = self.set_local(&name, Some(&draft));
        if matches!(self.database, DatabaseState::Unavailable) && is_blank {
            self.set_local(&name, None);
        }
        self.enqueue(name, (!is_blank).then_some(draft), local);
        local
    }

    /// Removes the draft of another document, after this one has taken it over.
    pub(crate) fn remove_draft(&mut self, document: &str) {
        self.put(keys::draft(document), None);
    }

    /// Stores in localStorage when this page was last active, because a page that is being closed has no time for
    /// `IndexedDB`.
    pub(crate) fn save_last_active(&mut self, at: Timestamp) {
        let name = keys::awake(&clock::boot().to_string());
        self.set_local(&name, Some(&codec::write_moment(at)));
    }

    /// Stores in `IndexedDB` when this page was last active. `None` where there is no database.
    pub(crate) fn write_heartbeat(&self, at: Timestamp) -> Option<JsFuture> {
        let heartbeat = (keys::HEARTBEAT.to_owned(), Some(codec::write_moment(at)));
        self.database()?.write_relaxed(&[heartbeat]).ok()
    }

    fn put(&mut self, name: String, text: Option<String>) {
        let local = self.set_local(&name, text.as_deref());
        self.retry_local();
        self.enqueue(name, text, local);
    }

    /// Queues a change for `IndexedDB`, or, where there is none, until localStorage has space.
    fn enqueue(&mut self, name: String, text: Option<String>, local: bool) {
        self.pending.retain(|change| change.name != name);
        let is_unavailable = matches!(self.database, DatabaseState::Unavailable);
        // Without a database a change is done once localStorage has it, and a removal is done at once.
        if !(is_unavailable && (local || text.is_none())) {
            self.pending.push(PendingChange { name, text, local, in_transaction: false });
        }
    }

    /// Tries again to make the changes in localStorage that had no space there, unless there is a database.
    pub(super) fn retry_local(&mut self) {
        if self.database().is_some() || self.local.is_none() {
            return;
        }
        let mut pending = std::mem::take(&mut self.pending);
        for change in pending.iter_mut().filter(|change| !change.local) {
            change.local = self.set_local(&change.name, change.text.as_deref());
            if !change.local {
                break;
            }
        }
        if matches!(self.database, DatabaseState::Unavailable) {
            pending.retain(|change| !change.local);
        }
        self.pending = pending;
    }

    /// Writes an entry to localStorage, or removes it. Returns whether that was done.
    pub(super) fn set_local(&mut self, name: &str, text: Option<&str>) -> bool {
        let Some(storage) = &self.local else { return false };
        let key = [&self.prefix, name].concat();
        let Some(text) = text else { return storage.remove_item(&key).is_ok() };
        let is_stored = storage.set_item(&key, text).is_ok();
        if is_stored {
            self.used += quota::weight(&key) + quota::weight(text);
        }
        is_stored
    }

    /// The name of a localStorage key without this notebook's prefix; `None` if the key has another prefix.
    pub(crate) fn name_of<'k>(&self, key: &'k str) -> Option<&'k str> {
        key.strip_prefix(&self.prefix)
    }

    /// Estimated size of the origin's localStorage in characters, the host's entries included.
    pub(crate) const fn used(&self) -> usize {
        self.used
    }

    /// The events that `IndexedDB` has not confirmed.
    pub(crate) fn pending_events(&self) -> Vec<Event> {
        let texts = self.pending.iter().filter_map(|change| change.text.as_deref());
        texts.filter_map(|text| codec::read(text).ok()).collect()
    }
}
