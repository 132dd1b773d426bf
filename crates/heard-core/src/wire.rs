//! How an event is written down: one line of JSON that any tool can read.

use serde::{Deserialize, Serialize};

use crate::act::Act;
use crate::event::Event;
use crate::id::{EventId, Record};
use crate::moment::Moment;

/// The version that this build writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// The highest number an event may bear: beyond it lies damage, and counting on from there would end in clashes.
const MAX_N: u64 = 1 << 40;

/// Why a text is not taken for an event. Its bytes are kept as they are in either case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A newer Heard wrote it, or it speaks of something that this build does not know.
    Newer,
    /// It is no event, or is one no longer.
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct Line<A> {
    v: u32,
    id: EventId,
    wall: i64,
    mono: u64,
    of: Record,
    act: A,
}

/// Only what every version of an event has.
#[derive(Deserialize)]
struct Outside {
    #[allow(
        dead_code,
        reason = "that it is there tells an event of a newer Heard from a damaged one"
    )]
    id: EventId,
    v: u32,
}

/// Writes an event down.
pub fn write(event: &Event) -> String {
    let Event { at: Moment { wall_ms: wall, mono_ms: mono, .. }, of, ref act, .. } = *event;
    let line = Line { v: VERSION, id: event.id(), wall, mono, of, act };
    // An event holds only text, numbers and enums with names, which always can be written.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Reads an event.
pub fn read(text: &str) -> Result<Event, Unread> {
    let line: Line<Act> = serde_json::from_str(text).map_err(|_| why_not(text))?;
    if line.v > VERSION {
        return Err(Unread::Newer);
    }
    if line.v < VERSION || line.id.n > MAX_N {
        return Err(Unread::Damaged);
    }
    let at = Moment { boot: line.id.boot, wall_ms: line.wall, mono_ms: line.mono };
    Ok(Event { n: line.id.n, at, of: line.of, act: line.act })
}

fn why_not(text: &str) -> Unread {
    match serde_json::from_str::<Outside>(text) {
        Ok(outside) if outside.v >= VERSION => Unread::Newer,
        _ => Unread::Damaged,
    }
}
