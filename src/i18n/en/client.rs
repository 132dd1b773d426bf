//! English, of one client.

use crate::i18n::strings::client::Client;

pub(super) const CLIENT: Client = Client {
    about: |name| format!("About {name}"),
    rename: "Name",
    also: |names| format!("Also kept here as {names}."),
    undo: "Undo the last change here",
    file: |name| format!("Save {name}’s file"),
    erase: |name| format!("Erase {name}…"),
    same: "The same as…",
    same_how: |name| {
        format!(
            "If one of these is {name} under another name, choose it. It asks before it does anything."
        )
    },
    same_sure: "Are they the same?",
    same_what: |gone, stays| {
        format!("All that is kept of {gone} will be shown under {stays}. No word of it changes.")
    },
    same_undo: "It can be undone on this page.",
    same_go: "They are the same",
    meetings: |name| format!("Meetings with {name}"),
    none: "No meeting with them is over yet.",
    everyone: "Show everybody’s",
};
