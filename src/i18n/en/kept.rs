//! English, of what is kept, what was away, and files.

use heard_core::away::Counted;
use heard_core::import::Unfit;

use crate::i18n::strings::{Away, Kept, Store};
use crate::item::Item;
use crate::mode::Mode;

pub(super) const KEPT: Kept = Kept {
    mode: |mode, saving| match mode {
        Mode::Durable if saving => "saving",
        Mode::Durable => "kept",
        Mode::Local => "kept in this tab’s storage only",
        Mode::Memory => "not kept",
        Mode::Full => "not kept: no room",
    },
    notice: |mode| match mode {
        Mode::Durable => None,
        Mode::Local => Some(
            "This browser keeps your notes in one place only, and may lose the last minute if it is stopped by force. Save a file after the meeting.",
        ),
        Mode::Memory => Some(
            "This page may not store anything, so what you note lives only until the tab closes. Save it as a file before you leave.",
        ),
        Mode::Full => Some(
            "The browser’s storage for this site is full. The meeting goes on, but new notes live only until the tab closes. Save them as a file.",
        ),
    },
    unread: |count| {
        if count == 1 {
            "One kept note could not be read. Its bytes are set aside; everything else is here."
                .into()
        } else {
            format!(
                "{count} kept notes could not be read. Their bytes are set aside; everything else is here."
            )
        }
    },
    unread_file: "Save those bytes",
    newer: "A newer Heard has written here. This one shows what it can read and saves it as a file, but writes nothing, so that nothing is lost. Reload the page to get the newer one.",
    room: |percent| {
        format!(
            "This site’s quick storage is {percent} % full. Nothing is lost: what finds no room there is kept in the browser’s database."
        )
    },
    backup: |meetings| {
        let meetings =
            if meetings == 1 { "1 meeting is".into() } else { format!("{meetings} meetings are") };
        format!(
            "{meetings} in no file of yours yet. Browsers clear what sites keep; Safari does after seven days without a visit."
        )
    },
    elsewhere: "Another tab shows this meeting’s time.",
    take_over: "Show it here",
    file: "Save as a file",
};

pub(super) const AWAY: Away = Away {
    title: "Time away",
    found: |length, from| format!("Away {length}, from {from}."),
    why: "This page slept or was gone, so nobody can say who spoke.",
    counted: "Count it as",
    left_out: "away, and left out",
    noticed: "Time away was noticed.",
    told: "Counted.",
    word: |counted| match counted {
        Counted::LeftOut => "Leave out",
        Counted::Talk => "You",
        Counted::Listen => "Them",
    },
};

pub(super) const STORE: Store = Store {
    title: "What is kept here",
    see: "See everything",
    item: |item| match item {
        Item::Meeting(_) => "Meeting",
        Item::Client(_) => "Client",
        Item::Settings => "Settings",
        Item::Draft => "What you are writing",
        Item::Quarantine => "Bytes that could not be read",
    },
    local: |characters| format!("{} in quick storage", size(characters)),
    durable: |characters| format!("{} in the database", size(characters)),
    quarantine: "Save the bytes",
    erase: "Erase…",
    erase_of: |what| format!("Erase {what}…"),
    erase_meeting: "Erase this meeting?",
    erase_client: "Erase this client and every meeting with them?",
    erase_quarantine: "Erase the bytes that could not be read?",
    retention: "How long meetings are kept",
    for_ever: "For ever",
    retention_hint: "What is older is erased when Heard is opened. Nobody asks again.",
    months: |months| match months {
        12 => "A year".into(),
        months if months % 12 == 0 => format!("{} years", months / 12),
        months => format!("{months} months"),
    },
    bring: "Bring in a file…",
    reading: "Reading the file…",
    sure: "Bring this in?",
    preview: |preview| {
        let grown = match preview.meetings_grown {
            0 => String::new(),
            grown => format!(" ({grown} of them with something new)"),
        };
        let damaged = match preview.damaged {
            0 => String::new(),
            damaged => format!(", {damaged} damaged and left out"),
        };
        format!(
            "{} new, {} known{grown}{damaged}. What is here stays; nothing is replaced.",
            meetings(preview.meetings_new),
            preview.meetings_known
        )
    },
    nothing_new: "All of it is here already.",
    go: "Bring it in",
    bringing: "Bringing it in…",
    brought: |preview| format!("{} brought in.", meetings(preview.meetings_new)),
    unfit: |unfit| match unfit {
        Unfit::TooLarge => "That file is larger than 64 MB. Nothing has changed.",
        Unfit::NotJson => "That file is no JSON, or is cut off. Nothing has changed.",
        Unfit::NotHeard => "That is no file of Heard’s. Nothing has changed.",
        Unfit::Newer => {
            "A newer Heard wrote that file, and this one can not read it. Nothing has changed."
        }
    },
    table: "Each thing kept, how long it is, and where it lies",
};

fn meetings(count: usize) -> String {
    if count == 1 { "1 meeting".into() } else { format!("{count} meetings") }
}

/// A length in characters, as a person would say it.
fn size(characters: usize) -> String {
    if characters < 1_000 {
        format!("{characters} characters")
    } else {
        format!("{} thousand characters", characters / 1_000)
    }
}
