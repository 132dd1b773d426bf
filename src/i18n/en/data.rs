//! English, for stored data: the save status, the notices, import, export and deletion.

use heard_core::transfer::import::{ImportError, Preview};

use super::numbers::{count_of, kilobytes, percent};
use crate::i18n::strings::data::{Data, Storage};
use crate::persistence::item::Item;
use crate::persistence::mode::Mode;

pub(super) const STORAGE: Storage = Storage {
    mode: |mode, saving| match mode {
        Mode::Durable if saving => "Saving…",
        Mode::Durable => "Saved",
        Mode::Local => "Saved in local storage only",
        Mode::Memory => "Not saved",
        Mode::Full => "Not saved: storage full",
    },
    notice: |mode| match mode {
        Mode::Durable => None,
        Mode::Local => Some(
            "This browser saves your notes in local storage only, and could lose the last minute in a crash. Export them after the meeting.",
        ),
        Mode::Memory => Some(
            "This page isn’t allowed to store anything, so your notes last only until you close the tab. Export them before you leave.",
        ),
        Mode::Full => Some(
            "This site’s storage is full. The meeting goes on, but new notes last only until you close the tab. Export them.",
        ),
    },
    unread: |count| {
        match count {
        1 => {
            "1 saved record couldn’t be read. Its raw data has been set aside; everything else is here."
                .into()
        }
        many => format!(
            "{many} saved records couldn’t be read. Their raw data has been set aside; everything else is here."
        ),
    }
    },
    unread_file: "Export raw data",
    newer: "A newer version of Heard has saved data here. To keep it safe, this version only shows and exports what it can read. Reload the page to get the newer one.",
    room: |used| {
        format!(
            "This site’s local storage is {} full. Nothing is lost: whatever doesn’t fit is saved in the browser’s database.",
            percent(used as u64)
        )
    },
    backup: |meetings| {
        let verb = if meetings == 1 { "isn’t" } else { "aren’t" };
        format!(
            "{} {verb} backed up. Browsers can clear a site’s data; Safari does after seven days without a visit.",
            count_of(meetings, "meeting")
        )
    },
    elsewhere: "Another tab is showing the time of this meeting.",
    take_over: "Show it here",
    file: "Export",
};

pub(super) const DATA: Data = Data {
    title: "Your data",
    see: "Manage data",
    item: |item| match item {
        Item::Meeting(_) => "Meeting",
        Item::Client(_) => "Client",
        Item::Settings => "Settings",
        Item::Draft => "Draft of a note",
        Item::Quarantine => "Unreadable data",
    },
    local: |characters| format!("{} in localStorage", kilobytes(characters)),
    durable: |characters| format!("{} in IndexedDB", kilobytes(characters)),
    quarantine: "Export",
    workbook: "Export for spreadsheets",
    csv: "Export as CSV",
    erase: "Delete…",
    erase_of: |what| format!("Delete {what}…"),
    erase_meeting: "Delete this meeting?",
    erase_client: "Delete this client and all meetings with them?",
    erase_quarantine: "Delete the unreadable data?",
    retention: "Keep meetings for",
    forever: "Forever",
    retention_hint: "Older meetings are deleted when you open Heard. Meetings with open issues or promises stay, unless you choose otherwise.",
    retention_title: |months| format!("Delete meetings older than {}?", period(months)),
    would_delete: |count| format!("{} will be deleted:", count_of(count, "meeting")),
    would_keep: |count| match count {
        1 => "1 older meeting has an open issue or promise and will be kept:".into(),
        count => format!("{count} older meetings have open issues or promises and will be kept:"),
    },
    and_more: |count| format!("and {count} more"),
    until_next_start: "Nothing is deleted until you next open Heard. Until then you can change your mind.",
    export_first: "Export first",
    delete_count: |count| format!("Delete {}", count_of(count, "meeting")),
    delete_all: |count| match count {
        1 => "Delete it too".into(),
        count => format!("Delete all {count}"),
    },
    keep_those: "Set and keep these",
    pending: |count| {
        format!("{} will be deleted when you next open Heard.", count_of(count, "meeting"))
    },
    keep: "Keep them",
    months: period,
    import: "Import…",
    reading: "Reading the file…",
    confirm_import: "Import this file?",
    preview,
    nothing_new: "Everything in this file is already here.",
    import_go: "Import",
    importing: "Importing…",
    imported: |preview| format!("{} imported.", count_of(preview.meetings_new, "meeting")),
    unfit: |unfit| match unfit {
        ImportError::TooLarge => "This file is larger than 64 MB. Nothing has changed.",
        ImportError::NotJson => "This file isn’t JSON, or it’s incomplete. Nothing has changed.",
        ImportError::NotHeard => "This isn’t a Heard file. Nothing has changed.",
        ImportError::Newer => {
            "This file was made by a newer version of Heard, and this one can’t read it. Nothing has changed."
        }
    },
    table: "Everything stored, with its size and where it is",
};

/// `6 months`, or `2 years`.
fn period(months: u16) -> String {
    match months {
        months if months % 12 == 0 => count_of(usize::from(months / 12), "year"),
        months => count_of(usize::from(months), "month"),
    }
}

/// `12 new meetings, 3 already here (1 with something new), 1 damaged and left out. …`
fn preview(preview: &Preview) -> String {
    let known = match preview.meetings_known {
        0 => "none already here".into(),
        known => format!("{known} already here"),
    };
    let grown = match preview.meetings_grown {
        0 => String::new(),
        grown => format!(" ({grown} with something new)"),
    };
    let damaged = match preview.damaged {
        0 => String::new(),
        damaged => format!(", {damaged} damaged and left out"),
    };
    let new = count_of(preview.meetings_new, "new meeting");
    format!("{new}, {known}{grown}{damaged}. Nothing you have is replaced.")
}
