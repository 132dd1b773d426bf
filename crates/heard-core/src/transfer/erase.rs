//! Erasing records: which stored lines are removed with them.

use crate::codec;
use crate::codec::archive::{mentions, mentions_id};
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::{DATA_IMPORTED, EventKind};
use crate::imported;

/// What happens to a line when records are erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The line is kept, because it does not refer to the erased records.
    Stays,
    /// The line is erased.
    Goes,
    /// The line had unread data of a file, and is replaced by an event without the data of the erased records.
    Becomes(Event),
}

/// What happens to the line of an event when the records `gone` are erased. Unread data of a file that can not be
/// decoded can not be split, so all of it is erased.
pub fn fate(line: &str, gone: &[EventId]) -> Fate {
    match mentions(line, DATA_IMPORTED).then(|| codec::read(line)) {
        Some(Ok(event)) if matches!(event.kind, EventKind::DataImported(_)) => {
            match imported::without(&event, &|id| gone.contains(&id)) {
                Some(left) if left.kind == event.kind => Fate::Stays,
                Some(left) => Fate::Becomes(left),
                None => Fate::Goes,
            }
        }
        Some(Err(_)) => Fate::Goes,
        // A line of another kind refers to a record only by its quoted id; other mentions may be words of a capture.
        _ if gone.iter().any(|id| mentions(line, &format!("\"{id}\""))) => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether damaged bytes may belong to one of the records `gone`. Quotes in them may be escaped or lost, so the ids are
/// searched for without quotes.
pub fn is_suspect(bytes: &str, gone: &[EventId]) -> bool {
    !gone.is_empty()
        && (mentions(bytes, DATA_IMPORTED) || gone.iter().any(|id| mentions_id(bytes, *id)))
}
