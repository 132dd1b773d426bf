//! Erasing: which entries have to go so that nothing of a record is left, and how they go from localStorage.

use heard_core::EventId;
use heard_core::codec;
use heard_core::codec::archive::mentions;
use heard_core::transfer::erase::{Fate, fate, is_suspect};

use crate::browser::clock;
use crate::browser::indexed_db::Change;
use crate::persistence::both_stores::BothStores;
use crate::persistence::keys::{self, Kind};
use crate::persistence::quota;
use crate::persistence::scan::Found;

/// The changes after which a store with these entries holds nothing of these records, quarantined bytes included. Entries
/// to write come before entries to remove.
pub(crate) fn without_records(entries: Vec<(String, String)>, records: &[String]) -> Vec<Change> {
    let ids: Vec<EventId> = records.iter().filter_map(|record| EventId::parse(record)).collect();
    let (mut changes, mut removed) = (Vec::new(), Vec::new());
    for (name, text) in entries {
        match fate_of(&name, &text, &ids) {
            Fate::Stays => continue,
            Fate::Goes => {}
            Fate::Becomes(event) => {
                changes.push((keys::event(event.id()), Some(codec::write(&event))));
            }
        }
        removed.push((name, None));
    }
    changes.append(&mut removed);
    changes
}

fn fate_of(name: &str, text: &str, ids: &[EventId]) -> Fate {
    let goes = |goes| if goes { Fate::Goes } else { Fate::Stays };
    match keys::kind(name) {
        Kind::Foreign | Kind::Awake => Fate::Stays,
        Kind::Draft(_) => goes(ids.iter().any(|id| mentions(text, &format!("\"{id}\"")))),
        Kind::Quarantine => goes(is_suspect(text, ids)),
        Kind::Erasing(what) => goes(EventId::parse(what).is_some_and(|id| ids.contains(&id))),
        Kind::Segment(id) if ids.contains(&id) => Fate::Goes,
        Kind::Event(_) | Kind::Segment(_) => fate(text, ids),
    }
}

/// The names of the quarantined entries, and of damaged events that are still under their own name.
pub(crate) fn unreadable(entries: Vec<(String, String)>) -> Vec<String> {
    let found = Found::sort_out(entries);
    let single = |name: &String| matches!(keys::kind(name), Kind::Event(_));
    let damaged = found.damaged.into_iter().map(|damaged| damaged.name).filter(single);
    found.quarantine.into_iter().map(|(name, _)| name).chain(damaged).collect()
}

impl BothStores {
    /// Removes unreadable entries from localStorage.
    pub(crate) fn remove_unreadable(&mut self) {
        for name in unreadable(self.local_entries()) {
            self.set_local(&name, None);
        }
        self.lengths.retain(&|name| keys::kind(name) != Kind::Quarantine);
    }

    /// Notes in localStorage that a record is being erased; everything, if `record` is empty. The next document finishes
    /// the erasure if this one is closed before.
    pub(crate) fn begin_erasing(&mut self, record: &str) {
        self.set_local(&keys::erasing(record), Some(&clock::boot().to_string()));
    }

    /// Erases these records from localStorage, and then the notes that they are being erased. An empty record stands for
    /// everything.
    pub(crate) fn finish_erasing(&mut self, records: &[String]) {
        let entries = self.local_entries();
        let changes = if records.iter().any(String::is_empty) {
            self.lengths.clear();
            let ours = entries.into_iter().filter(|(name, _)| keys::kind(name) != Kind::Foreign);
            ours.map(|(name, _)| (name, None)).collect()
        } else {
            without_records(entries, records)
        };
        for (name, text) in &changes {
            // The notes go last, so that an erasure interrupted here is still finished.
            if !matches!(keys::kind(name), Kind::Erasing(_)) {
                self.set_local(name, text.as_deref());
            }
        }
        for record in records {
            self.set_local(&keys::erasing(record), None);
        }
        self.used = self.local.as_ref().map_or(0, quota::used);
    }

    /// Updates the lengths after these changes were made in `IndexedDB`.
    pub(crate) fn erased(&mut self, changes: &[Change]) {
        for (name, text) in changes {
            self.set_length(name, text.as_deref());
        }
    }

    /// Drops all pending changes.
    pub(crate) fn drop_pending(&mut self) {
        self.pending.clear();
    }

    /// Drops the pending changes of a record. An event that only mentions the record is rewritten without it.
    pub(crate) fn drop_pending_of(&mut self, record: &str) {
        let ids: Vec<EventId> = EventId::parse(record).into_iter().collect();
        self.pending.retain_mut(|change| {
            let text = change.text.as_deref().unwrap_or_default();
            match fate_of(&change.name, text, &ids) {
                Fate::Stays => return true,
                Fate::Goes => return false,
                Fate::Becomes(event) => {
                    change.name = keys::event(event.id());
                    change.text = Some(codec::write(&event));
                }
            }
            change.in_transaction = false;
            true
        });
    }
}
