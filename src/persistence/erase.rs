//! Erasing from localStorage, and telling what belongs to a record that is to go.

use heard_core::EventId;
use heard_core::codec;
use heard_core::codec::archive::mentions;
use heard_core::transfer::erase::{Fate, fate, is_suspect};

use super::keys::{self, Kind};
use super::{BothStores, Found};
use crate::browser::indexed_db::Change;
use crate::browser::{clock, storage};

/// What has to change in a rope that holds these texts, so that nothing of these records is left. Set-aside bytes count as
/// well; what is written comes before what is taken away.
pub(crate) fn without_records(entries: Vec<(String, String)>, records: &[String]) -> Vec<Change> {
    let ids: Vec<EventId> = records.iter().filter_map(|record| EventId::parse(record)).collect();
    let (mut left, mut gone) = (Vec::new(), Vec::new());
    for (name, text) in entries {
        match fate_of(&name, &text, &ids) {
            Fate::Stays => continue,
            Fate::Goes => {}
            Fate::Becomes(event) => {
                left.push((keys::event(event.id()), Some(codec::write(&event))));
            }
        }
        gone.push((name, None));
    }
    left.append(&mut gone);
    left
}

fn fate_of(name: &str, text: &str, ids: &[EventId]) -> Fate {
    let goes = |is_so| if is_so { Fate::Goes } else { Fate::Stays };
    match keys::kind(name) {
        Kind::Foreign | Kind::Awake => Fate::Stays,
        Kind::Draft(_) => goes(ids.iter().any(|id| mentions(text, &format!("\"{id}\"")))),
        Kind::Quarantine => goes(is_suspect(text, ids)),
        Kind::Erasing(what) => goes(EventId::parse(what).is_some_and(|id| ids.contains(&id))),
        Kind::Segment(id) if ids.contains(&id) => Fate::Goes,
        Kind::Event(_) | Kind::Segment(_) => fate(text, ids),
    }
}

/// The names of what is set aside, and of what is damaged and stands where it always stood.
pub(crate) fn unreadable(entries: Vec<(String, String)>) -> Vec<String> {
    let found = Found::sort_out(entries);
    let single = |name: &String| matches!(keys::kind(name), Kind::Event(_));
    let damaged = found.damaged.into_iter().map(|damaged| damaged.name).filter(single);
    found.quarantine.into_iter().map(|(name, _)| name).chain(damaged).collect()
}

impl BothStores {
    /// Lets go of what could not be read.
    pub(crate) fn drop_unreadable(&mut self) {
        let entries = self.local.as_ref().map(|s| storage::entries(s, &self.prefix));
        for name in unreadable(entries.unwrap_or_default()) {
            self.set_local(&name, None);
        }
        self.lengths.retain(&|name| keys::kind(name) != Kind::Quarantine);
    }

    /// Leaves a word that a record, or everything, is being erased.
    pub(crate) fn begin_erasing(&mut self, record: &str) {
        self.set_local(&keys::erasing(record), Some(&clock::boot().to_string()));
    }

    /// Erases these records from localStorage; everything, where one of them is nameless.
    pub(crate) fn finish_erasing(&mut self, records: &[String]) {
        let entries = self.local.as_ref().map(|s| storage::entries(s, &self.prefix));
        let entries = entries.unwrap_or_default();
        let changes = if records.iter().any(String::is_empty) {
            self.lengths.clear();
            let ours = entries.into_iter().filter(|(name, _)| keys::kind(name) != Kind::Foreign);
            ours.map(|(name, _)| (name, None)).collect()
        } else {
            without_records(entries, records)
        };
        for (name, text) in &changes {
            // The words that it is being erased go last.
            if !matches!(keys::kind(name), Kind::Erasing(_)) {
                self.set_local(name, text.as_deref());
            }
        }
        for record in records {
            self.set_local(&keys::erasing(record), None);
        }
        self.used = self.local.as_ref().map_or(0, super::quota::used);
    }

    /// The durable rope has changed so.
    pub(crate) fn erased(&mut self, changes: &[Change]) {
        for (name, text) in changes {
            self.note_length(name, text.as_deref());
        }
    }

    /// Lets go of what waits to be kept.
    pub(crate) fn forget(&mut self) {
        self.waiting.clear();
    }

    /// Lets go of what waits to be kept of a record.
    pub(crate) fn forget_record(&mut self, record: &str) {
        let ids: Vec<EventId> = EventId::parse(record).into_iter().collect();
        self.waiting.retain_mut(|waiting| {
            let text = waiting.text.as_deref().unwrap_or_default();
            match fate_of(&waiting.name, text, &ids) {
                Fate::Stays => return true,
                Fate::Goes => return false,
                Fate::Becomes(event) => {
                    waiting.name = keys::event(event.id());
                    waiting.text = Some(codec::write(&event));
                }
            }
            waiting.flying = false;
            true
        });
    }
}
