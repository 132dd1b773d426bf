//! The texts about stored data: the save status, the notices, and the screen that lists everything.

use heard_core::transfer::import::{ImportError, Preview};

use crate::persistence::item::Item;
use crate::persistence::mode::Mode;

/// The save status in the bar, and the notices at the top of a screen.
pub(crate) struct Storage {
    /// How safely data is saved, and whether a write is under way. One to four words beside a dot.
    pub(crate) mode: fn(Mode, bool) -> &'static str,
    /// The notice for a mode that is less safe than the best; `None` for the best.
    pub(crate) notice: fn(Mode) -> Option<&'static str>,
    /// The notice that records could not be read; takes how many, at least 1.
    pub(crate) unread: fn(usize) -> String,
    /// The button that exports what could not be read.
    pub(crate) unread_file: &'static str,
    /// The notice that a newer version has written here, so this one does not write.
    pub(crate) newer: &'static str,
    /// The notice that localStorage is nearly full; takes the percentage in use.
    pub(crate) room: fn(usize) -> String,
    /// The notice that meetings are in no exported file; takes how many, at least 1.
    pub(crate) backup: fn(usize) -> String,
    /// The notice that another tab leads this meeting.
    pub(crate) elsewhere: &'static str,
    /// The button that makes this tab lead.
    pub(crate) take_over: &'static str,
    /// The button that exports everything.
    pub(crate) file: &'static str,
}

/// The screen that lists all stored data, with import, export and deletion.
pub(crate) struct Data {
    /// The heading.
    pub(crate) title: &'static str,
    /// The button on the settings screen that opens this one.
    pub(crate) see: &'static str,
    /// What a record is.
    pub(crate) item: fn(&Item) -> &'static str,
    /// How much of a record is in localStorage, in characters; shown in KB.
    pub(crate) local: fn(usize) -> String,
    /// How much of a record is in the database, in characters; shown in KB.
    pub(crate) durable: fn(usize) -> String,
    /// The button that exports what could not be read.
    pub(crate) quarantine: &'static str,
    /// The button that exports a workbook.
    pub(crate) workbook: &'static str,
    /// The button that exports a table as CSV.
    pub(crate) csv: &'static str,
    /// The button that asks before it deletes a record.
    pub(crate) erase: &'static str,
    /// The same for screen readers; takes the record's name.
    pub(crate) erase_of: fn(&str) -> String,
    /// The question before a meeting is deleted.
    pub(crate) erase_meeting: &'static str,
    /// The question before a client is deleted.
    pub(crate) erase_client: &'static str,
    /// The question before unreadable data is deleted.
    pub(crate) erase_quarantine: &'static str,
    /// The heading above the retention times.
    pub(crate) retention: &'static str,
    /// The retention time without an end.
    pub(crate) forever: &'static str,
    /// What happens to older meetings.
    pub(crate) retention_hint: &'static str,
    /// The question before a retention time is set that deletes meetings; takes the time in months.
    pub(crate) retention_title: fn(u16) -> String,
    /// The sentence before the list of meetings that would be deleted; takes how many, at least 1.
    pub(crate) would_delete: fn(usize) -> String,
    /// The sentence before the list of older meetings with open loops; takes how many, at least 1.
    pub(crate) would_keep: fn(usize) -> String,
    /// The last entry of a shortened list; takes how many are left out, at least 1.
    pub(crate) and_more: fn(usize) -> String,
    /// When meetings are deleted, a full sentence.
    pub(crate) until_next_start: &'static str,
    /// The button that exports everything before.
    pub(crate) export_first: &'static str,
    /// The button that deletes this many meetings, at least 1.
    pub(crate) delete_count: fn(usize) -> String,
    /// The button that deletes those with open loops as well; takes how many all are, at least 1.
    pub(crate) delete_all: fn(usize) -> String,
    /// The button that sets the time and keeps all meetings with open loops.
    pub(crate) keep_those: &'static str,
    /// The notice that meetings will be deleted at the next start; takes how many, at least 1.
    pub(crate) pending: fn(usize) -> String,
    /// The button of that notice that keeps them.
    pub(crate) keep: &'static str,
    /// A retention time in months; 6 or more.
    pub(crate) months: fn(u16) -> String,
    /// The button that chooses a file to import.
    pub(crate) import: &'static str,
    /// Shown while a file is read.
    pub(crate) reading: &'static str,
    /// The label of the question before an import, for screen readers.
    pub(crate) confirm_import: &'static str,
    /// What an import would add, one or two full sentences.
    pub(crate) preview: fn(&Preview) -> String,
    /// Shown where an import would add nothing.
    pub(crate) nothing_new: &'static str,
    /// The button that imports.
    pub(crate) import_go: &'static str,
    /// Shown while an import is saved.
    pub(crate) importing: &'static str,
    /// Shown when an import is done.
    pub(crate) imported: fn(&Preview) -> String,
    /// Why a file cannot be imported, full sentences.
    pub(crate) unfit: fn(ImportError) -> &'static str,
    /// The label of the list of records, for screen readers.
    pub(crate) table: &'static str,
}
