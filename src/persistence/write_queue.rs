//! Writing pending changes: to `IndexedDB` in batches, each confirmed once its transaction is complete, and to localStorage
//! as a [`Plan`] asks for.

use std::rc::Rc;

use heard_core::sorted_map::{self, Map};
use wasm_bindgen_futures::JsFuture;

use crate::browser::indexed_db::Change;
use crate::persistence::both_stores::{BothStores, DatabaseState};
use crate::persistence::plan::Plan;

/// A transaction that is under way.
pub(crate) struct WriteBatch {
    /// The changes that it makes.
    pub(crate) changes: Vec<Change>,
    /// Resolves when they are on the disk.
    pub(crate) done: JsFuture,
}

impl BothStores {
    /// Begins a transaction with all pending changes that are in none yet. `None` if there are no such changes, or no
    /// database, or the transaction can not begin.
    pub(crate) fn write_pending(&mut self) -> Option<WriteBatch> {
        let database = self.database()?;
        let idle = self.pending.iter_mut().filter(|change| !change.in_transaction);
        let changes: Vec<Change> = idle
            .map(|change| {
                change.in_transaction = true;
                (change.name.clone(), change.text.clone())
            })
            .collect();
        if changes.is_empty() {
            return None;
        }
        let done = database.write(&changes);
        if done.is_err() {
            self.failed(&changes);
        }
        Some(WriteBatch { changes, done: done.ok()? })
    }

    /// A transaction with these changes has completed, so they are pending no longer.
    pub(crate) fn committed(&mut self, changes: &[Change]) {
        if let DatabaseState::Failing(database) = &self.database {
            self.database = DatabaseState::Open(Rc::clone(database));
        }
        // An entry that was changed again meanwhile stays pending.
        self.pending.retain(|pending| {
            !changes.iter().any(|(name, text)| *name == pending.name && *text == pending.text)
        });
        for (name, text) in changes {
            self.set_length(name, text.as_deref());
            if text.is_none() && !self.pending.iter().any(|pending| pending.name == *name) {
                self.set_local(name, None);
            }
        }
    }

    /// A transaction with these changes has failed. They stay pending for the next batch.
    pub(crate) fn failed(&mut self, changes: &[Change]) {
        if let Some(database) = self.database() {
            self.database = DatabaseState::Failing(database);
        }
        for pending in &mut self.pending {
            pending.in_transaction &= !changes.iter().any(|(name, _)| *name == pending.name);
        }
        self.retry_local();
    }

    /// Makes the changes of a plan in localStorage, after `IndexedDB` has its part. Nothing is removed before everything
    /// is written that replaces it.
    pub(crate) fn carry_out(&mut self, plan: &Plan) {
        if self.database().is_some() {
            let lengths = plan.durable.iter().map(|(name, text)| (name.clone(), length(text)));
            self.lengths.extend(lengths.collect());
            let mut gone: Vec<&String> = plan.durable_gone.iter().collect();
            sorted_map::sort(&mut gone, &Ord::cmp);
            self.lengths.retain(&|name| gone.binary_search(&name).is_err());
        }
        let all_written = plan.local.iter().fold(true, |all, (name, text)| {
            let is_written = self.set_local(name, Some(text));
            all && (is_written || self.database().is_some())
        });
        if all_written {
            for name in &plan.local_gone {
                self.set_local(name, None);
            }
        }
    }

    /// Writes all of these entries to localStorage, or none. Returns whether they are written; `true` as well where there
    /// is no localStorage, since the notebook is then in memory only.
    pub(crate) fn put_all(&mut self, entries: &[(String, String)]) -> bool {
        if self.local.is_none() {
            return true;
        }
        for (done, (name, text)) in entries.iter().enumerate() {
            if !self.set_local(name, Some(text)) {
                for (name, _) in &entries[..done] {
                    self.set_local(name, None);
                }
                return false;
            }
        }
        true
    }

    /// The length in characters of every value in `IndexedDB`, by name.
    pub(crate) fn lengths(&self) -> &Map<String, usize> {
        &self.lengths
    }

    /// Adds the lengths of values that were read from `IndexedDB`.
    pub(crate) fn add_lengths(&mut self, lengths: Map<String, usize>) {
        self.lengths.extend(lengths.into_iter().collect());
    }

    /// Updates the length of a value in `IndexedDB`, which `None` removes.
    pub(crate) fn set_length(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.lengths.insert(name.to_owned(), length(text)),
            None => self.lengths.remove(name),
        }
    }
}

/// The length of a text in characters.
fn length(text: &str) -> usize {
    text.chars().count()
}
