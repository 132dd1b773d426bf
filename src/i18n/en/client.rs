//! English, for the page of one client.

use crate::i18n::strings::client::Client;

pub(super) const CLIENT: Client = Client {
    about: |name| format!("About {name}"),
    rename: "Name",
    also: |names| format!("Also known as {names}."),
    undo: "Undo the last change",
    file: |name| format!("Export {name}"),
    erase: |name| format!("Delete {name}…"),
    merge: "Merge with…",
    merge_how: |name| {
        format!(
            "If one of these is {name} under another name, choose it. Nothing changes until you confirm."
        )
    },
    merge_title: "Merge these clients?",
    merge_what: |gone, stays| {
        format!("Everything saved for {gone} will appear under {stays}. Nobody’s words change.")
    },
    merge_undo: "You can undo this on this page.",
    merge_go: "Merge",
    meetings: |name| format!("Meetings with {name}"),
    none: "No finished meetings with them yet.",
    everyone: "Show all clients",
};
