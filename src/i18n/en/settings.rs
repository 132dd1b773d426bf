//! English, for the settings and the keyboard shortcuts.

use crate::i18n::strings::settings::{Keys, Settings};
use crate::persistence::mode::Mode;

pub(super) const SETTINGS: Settings = Settings {
    title: "Settings",
    aim: "Target for your share of the talking",
    aim_band: "Typical for the meeting",
    nudge: "Nudge me when my turn reaches",
    nudge_hint: "The edge warms up and one quiet line asks a question. Never while they talk.",
    never: "Never",
    face: "While they talk",
    face_hint: "Quiet shows a ring and nothing to read. A tap, a key press or the pointer brings the details back.",
    quiet: "Quiet",
    detailed: "All details",
    theme: "Theme",
    auto: "System",
    light: "Light",
    dark: "Dark",
    data: "Your data",
    mode: |mode| match mode {
        Mode::Durable => "Saved in this browser, in two places.",
        Mode::Local => "Saved in this browser, in local storage only.",
        Mode::Memory => "Not saved: it exists only in this tab.",
        Mode::Full => "Storage is full: new notes exist only in this tab.",
    },
    file: "Export everything",
    erase: "Delete everything…",
    erase_title: "Delete everything?",
    erase_what: "This deletes every meeting, note and setting in this notebook.",
    erase_for_good: "You can’t undo this. The only copies left are files you have exported.",
    erase_go: "Delete",
};

pub(super) const KEYS: Keys = Keys {
    title: "Keyboard shortcuts",
    space: "Space",
    floor: "Pass the floor",
    mark: "Mark this moment",
    rest: "Take a break, or resume",
    undo: "Undo",
    redo: "Redo",
    line: "Note: ",
    tally: "Count: ",
    enter: "Save what you wrote",
    escape: "Leave the text field; your text stays",
    help: "Show this list",
};
