//! Erasing from localStorage, and telling what belongs to a record that is to go.

use heard_core::segment::mentions;

use super::keys::{self, Kind};
use super::{Found, Notebook};
use crate::shell::{clock, storage};

/// Whether a text under a name is of one of these records, or tells of it: set-aside bytes count as well.
pub(crate) fn concerns(name: &str, text: &str, records: &[String]) -> bool {
    records.iter().any(|record| match keys::kind(name) {
        Kind::Foreign | Kind::Awake | Kind::Draft(_) => false,
        Kind::Segment(id) if id.to_string() == *record => true,
        // In set-aside bytes the quotes are escaped; and what is damaged may have lost one.
        Kind::Quarantine => mentions(text, record),
        Kind::Erasing(what) => what == record,
        Kind::Event(_) | Kind::Segment(_) => mentions(text, &format!("\"{record}\"")),
    })
}

/// The names of what is set aside, and of what is damaged and stands where it always stood.
pub(crate) fn unreadable(entries: Vec<(String, String)>) -> Vec<String> {
    let found = Found::sort_out(entries);
    let single = |name: &String| matches!(keys::kind(name), Kind::Event(_));
    let damaged = found.damaged.into_iter().map(|damaged| damaged.name).filter(single);
    found.quarantine.into_iter().map(|(name, _)| name).chain(damaged).collect()
}

impl Notebook {
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
        let Some(storage) = &self.local else { return };
        let all = records.iter().any(String::is_empty);
        let entries = storage::entries(storage, &self.prefix);
        let ours = |name: &str| all && keys::kind(name) != Kind::Foreign;
        let gone = |(name, text): &(String, String)| ours(name) || concerns(name, text, records);
        if all {
            self.lengths.clear();
        }
        for (name, text) in entries.into_iter().filter(gone) {
            // The words that it is being erased go last.
            if !matches!(keys::kind(&name), Kind::Erasing(_)) {
                self.set_local(&name, None);
            }
            self.lengths.remove(&name);
            self.used = self.used.saturating_sub(super::room::weight(&text));
        }
        for record in records {
            self.set_local(&keys::erasing(record), None);
        }
    }

    /// Lets go of what waits to be kept.
    pub(crate) fn forget(&mut self) {
        self.waiting.clear();
    }

    /// Lets go of what waits to be kept of a record.
    pub(crate) fn forget_record(&mut self, record: &str) {
        let records = [record.to_owned()];
        self.waiting.retain(|waiting| {
            let text = waiting.text.as_deref().unwrap_or_default();
            !concerns(&waiting.name, text, &records)
        });
    }
}
