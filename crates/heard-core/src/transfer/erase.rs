//! Erasing: what becomes of something kept when records are to vanish.

use crate::codec;
use crate::codec::archive::{mentions, mentions_id};
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported;

/// How the rest of a file is called in a line.
const REST: &str = "rest-brought";

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It has nothing to do with what goes.
    Stays,
    /// It goes as well.
    Goes,
    /// It was the rest of a file, of which this much is left.
    Becomes(Event),
}

/// What becomes of an event's line when these records go. The rest of a file that can not be read can not be parted
/// either: so it goes whole.
pub fn fate(line: &str, gone: &[EventId]) -> Fate {
    match mentions(line, REST).then(|| codec::read(line)) {
        Some(Ok(event)) if matches!(event.kind, EventKind::DataImported(_)) => {
            match imported::without(&event, &|id| gone.contains(&id)) {
                Some(left) if left.kind == event.kind => Fate::Stays,
                Some(left) => Fate::Becomes(left),
                None => Fate::Goes,
            }
        }
        Some(Err(_)) => Fate::Goes,
        // A line of another kind, in which somebody may have said these words.
        _ if gone.iter().any(|id| mentions(line, &format!("\"{id}\""))) => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether bytes that can not be read may be of these records. In them quotes are escaped, or lost.
pub fn is_suspect(bytes: &str, gone: &[EventId]) -> bool {
    !gone.is_empty() && (mentions(bytes, REST) || gone.iter().any(|id| mentions_id(bytes, *id)))
}
