//! How an event is written down: one line of JSON that any tool can read, ended by a checksum.

pub mod archive;
pub(crate) mod checksum;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod header_scan;
mod loops;
mod migrate;
pub(crate) mod review;

use std::borrow::Cow;

use crate::codec::checksum::Sum;
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::timestamp::Timestamp;
use crate::json::{Json, Writer};

/// The version that this build writes, and the newest it reads. From version 2 on a line ends with a checksum.
pub const VERSION: u32 = 2;

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

/// Writes an event down: as it was read, if that would be lost otherwise.
pub fn write(event: &Event) -> String {
    match &event.raw {
        Some(raw) => raw.as_ref().to_owned(),
        None => anew(event),
    }
}

/// The line of an event, borrowed where it is at hand.
pub(crate) fn line(event: &Event) -> Cow<'_, str> {
    event.raw.as_deref().map_or_else(|| Cow::Owned(anew(event)), Cow::Borrowed)
}

fn anew(event: &Event) -> String {
    let mut line = Writer::default();
    let to = &mut line;
    to.object().key("v").number(VERSION);
    to.key("id").text(&event.id().to_string());
    to.key("wall").number(event.at.wall_ms);
    to.key("mono").number(event.at.mono_ms);
    to.key("of").text(&event.of.to_string());
    to.key("act");
    encode::tell(to, &event.kind);
    let mut line = line.done();
    checksum::end(&mut line);
    line
}

/// Reads an event, of this version or an older one.
pub fn read(text: &str) -> Result<Event, Unread> {
    let sum = checksum::verify(text);
    if sum == Sum::Wrong {
        return Err(Unread::Damaged);
    }
    let line = Json::read(text).ok_or(Unread::Damaged)?;
    let (id, v) = outside(&line).ok_or(Unread::Damaged)?;
    // How a version to come ends its lines nobody knows; those up to this build's have their sum from 2 on.
    let lacks_sum = sum == Sum::LeftOut && (2..=VERSION).contains(&v);
    if v == 0 || id.n > MAX_N || lacks_sum {
        return Err(Unread::Damaged);
    }
    // The outside is sound, so what can not be read inside is of a newer Heard.
    if v > VERSION {
        return Err(Unread::Newer);
    }
    let mut event = inside(&migrate::lifted(line, v), id).ok_or(Unread::Newer)?;
    event.raw = (anew(&event) != text).then(|| text.into());
    Ok(event)
}

/// Writes down a moment by itself.
pub fn write_moment(at: Timestamp) -> String {
    let mut moment = Writer::default();
    encode::moment(&mut moment, at);
    moment.done()
}

/// Reads a moment that stands by itself.
pub fn read_moment(text: &str) -> Option<Timestamp> {
    decode::moment(&Json::read(text)?)
}

/// The line of an object that came with a file, whatever order its fields are in and whether or not it has a sum.
pub(crate) fn of_file(object: &Json) -> Option<String> {
    let Json::Object(fields) = object else { return None };
    let mut line = Writer::default();
    line.object();
    for (name, value) in fields.iter().filter(|(name, _)| name != "sum") {
        line.key(name).value(value);
    }
    let mut line = line.done();
    checksum::end(&mut line);
    Some(line)
}

/// The checksum of a text, in eight hexadecimal digits: a name for bytes that have none.
pub fn sum_of(text: &str) -> String {
    let mut line = text.to_owned();
    checksum::end(&mut line);
    checksum::digits(&line).to_owned()
}

/// The name of the event of a line, be it older or newer; nothing of a damaged one.
pub fn id(text: &str) -> Option<EventId> {
    match checksum::verify(text) {
        Sum::Right => header_scan::id(text).or_else(|| read_id(text)),
        Sum::LeftOut => read_id(text),
        Sum::Wrong => None,
    }
}

fn read_id(text: &str) -> Option<EventId> {
    match read(text) {
        Ok(event) => Some(event.id()),
        Err(Unread::Newer) => outside(&Json::read(text)?).map(|(id, _)| id),
        Err(Unread::Damaged) => None,
    }
}

/// What a line says it belongs to, as far as a newer line can be understood.
pub(crate) fn record(text: &str) -> Option<Record> {
    Record::parse(Json::read(text)?.field("of")?.text()?)
}

/// The client that an opening names, read or not.
pub(crate) fn client(text: &str) -> Option<EventId> {
    let line = Json::read(text)?;
    EventId::parse(decode::only(line.field("act")?)?.1.field("client")?.text()?)
}

/// What every version of an event has.
fn outside(line: &Json) -> Option<(EventId, u32)> {
    Some((EventId::parse(line.field("id")?.text()?)?, line.field("v")?.whole()?))
}

fn inside(line: &Json, id: EventId) -> Option<Event> {
    let (wall_ms, mono_ms) = (line.field("wall")?.whole()?, line.field("mono")?.whole()?);
    let at = Timestamp { boot: id.boot, wall_ms, mono_ms };
    let of = Record::parse(line.field("of")?.text()?)?;
    Some(Event { n: id.n, at, of, kind: decode::read(line.field("act")?)?, raw: None })
}
