//! Tests of importing files, valid and invalid.

mod extra_fields;
mod hostile;
mod invalid;
mod known;
mod large;
mod lossless;
mod other_tools;

use heard_core::transfer::export::{Wanted, json};
use heard_core::transfer::import::{File, Preview, read};
use heard_core::{DocumentId, Notebook, Timestamp};
use serde_json::Value;

use crate::scene::EVENING;

/// A file in the contract's format as another tool might write it.
pub(crate) const FOREIGN: &str = include_str!("../golden/foreign-v1.json");
/// The golden events as version 1 exported them, without a log.
pub(crate) const FIRST: &str = include_str!("../golden/export-v1.json");

/// An hour after [`EVENING`].
pub(crate) fn later() -> Timestamp {
    Timestamp { boot: DocumentId::from_random(7), wall_ms: EVENING + 3_600_000, mono_ms: 0 }
}

pub(crate) fn file(text: &str) -> File {
    read(text).expect("a file of Heard")
}

/// A notebook with a file merged into it. Adding the events one by one gives the same notebook.
pub(crate) fn joined(notebook: &Notebook, text: &str) -> Notebook {
    let events = file(text).events(notebook);
    let joined = notebook.with_events(events.clone());
    assert_eq!(
        events.iter().fold(notebook.clone(), |notebook, event| notebook.merged(event)),
        joined
    );
    joined
}

pub(crate) fn imported(text: &str) -> Notebook {
    joined(&Notebook::default(), text)
}

pub(crate) fn preview(notebook: &Notebook, text: &str) -> Preview {
    file(text).preview(notebook)
}

pub(crate) fn exported(notebook: &Notebook) -> String {
    json(notebook, Wanted::default(), later(), 60)
}

pub(crate) fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// A file as a JSON value, without the time of its export.
pub(crate) fn timeless(text: &str) -> Value {
    let mut value = value(text);
    value["exported_at"] = Value::Null;
    value
}
