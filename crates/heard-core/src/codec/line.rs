//! The form of a line: its version, its fields and its checksum.

use serde::{Deserialize, Serialize};

use crate::codec::checksum;
use crate::codec::value::to_json;
use crate::event::Event;
use crate::event::id::{EventId, Record};

/// The version of the lines that this build writes, and the newest that it reads. Since version 2 a line ends with a
/// checksum.
pub const VERSION: u32 = 2;

/// The highest valid number of an event. A line with a higher one is rejected as damaged: a notebook can not have so
/// many events, and the number of the next event could overflow.
pub(super) const MAX_N: u64 = 1 << 40;

/// The reason why a line can not be decoded. Its bytes are kept in either case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The line is of a newer version, or has a kind or a value that this build does not know.
    Newer,
    /// The line is not an event, or its bytes changed.
    Damaged,
}

/// The fields of a line before its checksum, in the order of writing. `K` is the type of the event's kind.
#[derive(Serialize, Deserialize)]
pub(super) struct Line<K> {
    pub(super) v: u32,
    pub(super) id: EventId,
    pub(super) wall: i64,
    pub(super) mono: u64,
    pub(super) of: Record,
    pub(super) act: K,
}

/// Encodes an event as a line of this version.
pub(super) fn encode(event: &Event) -> String {
    let Event { at, of, kind, .. } = event;
    let (wall, mono) = (at.wall_ms, at.mono_ms);
    with_checksum(&Line { v: VERSION, id: event.id(), wall, mono, of: *of, act: kind })
}

/// Encodes an object as a line: its last field is the checksum of all bytes before it.
pub(super) fn with_checksum(object: &impl Serialize) -> String {
    let mut line = to_json(object);
    line.truncate(line.len() - 1);
    checksum::end(&mut line);
    line
}
