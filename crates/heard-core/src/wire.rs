//! How an event is written down: one line of JSON that any tool can read.

mod act;
mod tell;

use crate::event::Event;
use crate::id::{EventId, Record};
use crate::json::{Json, Writer};
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

/// Writes an event down.
pub fn write(event: &Event) -> String {
    let mut line = Writer::default();
    let to = &mut line;
    to.object().key("v").number(VERSION);
    to.key("id").text(&event.id().to_string());
    to.key("wall").number(event.at.wall_ms);
    to.key("mono").number(event.at.mono_ms);
    to.key("of").text(&event.of.to_string());
    to.key("act");
    tell::tell(to, &event.act);
    to.end_object();
    line.done()
}

/// Reads an event.
pub fn read(text: &str) -> Result<Event, Unread> {
    let line = Json::read(text).ok_or(Unread::Damaged)?;
    let (id, v) = outside(&line).ok_or(Unread::Damaged)?;
    if v < VERSION || id.n > MAX_N {
        return Err(Unread::Damaged);
    }
    // The outside is sound, so what can not be read inside is of a newer Heard.
    if v > VERSION { Err(Unread::Newer) } else { inside(&line, id).ok_or(Unread::Newer) }
}

/// What every version of an event has.
fn outside(line: &Json) -> Option<(EventId, u32)> {
    Some((EventId::parse(line.field("id")?.text()?)?, line.field("v")?.whole()?))
}

fn inside(line: &Json, id: EventId) -> Option<Event> {
    let (wall_ms, mono_ms) = (line.field("wall")?.whole()?, line.field("mono")?.whole()?);
    let at = Moment { boot: id.boot, wall_ms, mono_ms };
    let of = Record::parse(line.field("of")?.text()?)?;
    Some(Event { n: id.n, at, of, act: act::read(line.field("act")?)? })
}
