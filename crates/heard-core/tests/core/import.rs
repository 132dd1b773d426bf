//! Import: what a file brings, and that no file brings anything down.

mod foreign;
mod hostile;
mod known;
mod large;
mod lossless;
mod more;
mod unsound;

use heard_core::transfer::export::{Wanted, json};
use heard_core::transfer::import::{File, Preview, read};
use heard_core::{Boot, Desk, Moment};
use serde_json::Value;

use crate::scene::EVENING;

/// The file that another tool might write, in the contract's form.
pub(crate) const FOREIGN: &str = include_str!("../golden/foreign-v1.json");
/// The golden events as the first Heard exported them, without a log.
pub(crate) const FIRST: &str = include_str!("../golden/export-v1.json");

/// An hour after the evening began.
pub(crate) fn later() -> Moment {
    Moment { boot: Boot::from_random(7), wall_ms: EVENING + 3_600_000, mono_ms: 0 }
}

pub(crate) fn file(text: &str) -> File {
    read(text).expect("a file of Heard")
}

/// A desk with a file merged into it, as the edge would: kept event by event, or joined at once.
pub(crate) fn joined(desk: &Desk, text: &str) -> Desk {
    let events = file(text).events(desk);
    let joined = desk.with_events(events.clone());
    assert_eq!(events.iter().fold(desk.clone(), |desk, event| desk.merged(event)), joined);
    joined
}

pub(crate) fn imported(text: &str) -> Desk {
    joined(&Desk::default(), text)
}

pub(crate) fn preview(desk: &Desk, text: &str) -> Preview {
    file(text).preview(desk)
}

pub(crate) fn exported(desk: &Desk) -> String {
    json(desk, Wanted::default(), later(), 60)
}

pub(crate) fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// A file as a value, when it left aside.
pub(crate) fn timeless(text: &str) -> Value {
    let mut value = value(text);
    value["exported_at"] = Value::Null;
    value
}
