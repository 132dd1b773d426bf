//! How an event is written down: one line of JSON that any tool can read, ended by a checksum.

pub mod archive;
pub(crate) mod checksum;
mod decode;
pub(crate) mod header_scan;
mod migrate;
pub mod value;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::codec::checksum::Checksum;
use crate::codec::value::{Value, to_json};
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::timestamp::Timestamp;

/// The version that this build writes, and the newest it reads. From version 2 on a line ends with a checksum.
pub const VERSION: u32 = 2;

/// The highest number an event may bear: beyond it lies damage, and counting on from there would end in clashes.
const MAX_N: u64 = 1 << 40;

/// Why a text is not taken for an event. Its bytes are kept as they are in either case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
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

/// A line without its checksum, its fields in this order.
#[derive(Serialize, Deserialize)]
struct Line<K> {
    v: u32,
    id: EventId,
    wall: i64,
    mono: u64,
    of: Record,
    act: K,
}

fn anew(event: &Event) -> String {
    let Event { at, of, kind, .. } = event;
    let (wall, mono) = (at.wall_ms, at.mono_ms);
    sealed(&Line { v: VERSION, id: event.id(), wall, mono, of: *of, act: kind })
}

/// An object as a line: its last field is the checksum of all before it.
fn sealed(object: &impl Serialize) -> String {
    let mut line = to_json(object);
    line.truncate(line.len() - 1);
    checksum::end(&mut line);
    line
}

/// Reads an event, of this version or an older one.
///
/// # Errors
///
/// [`DecodeError::Newer`] if the line is sound but of a newer version, or says something that this build does not know;
/// [`DecodeError::Damaged`] if it is not JSON, does not match its checksum, or lacks an id, a version or a checksum.
pub fn read(text: &str) -> Result<Event, DecodeError> {
    let sum = checksum::verify(text);
    let quick = (sum == Checksum::Right).then(|| decode::quick(text)).flatten();
    if let Some(event) = quick.filter(|event| event.n <= MAX_N && anew(event) == text) {
        return Ok(event);
    }
    if sum == Checksum::Wrong {
        return Err(DecodeError::Damaged);
    }
    let line = Value::read(text).ok_or(DecodeError::Damaged)?;
    let (id, v) = decode::outside(&line).ok_or(DecodeError::Damaged)?;
    // How a version to come ends its lines is not known; those up to this build's have their sum from 2 on.
    let lacks_sum = sum == Checksum::Missing && (2..=VERSION).contains(&v);
    if v == 0 || id.n > MAX_N || lacks_sum {
        return Err(DecodeError::Damaged);
    }
    // The outside is sound, so what can not be read inside is of a newer Heard.
    if v > VERSION {
        return Err(DecodeError::Newer);
    }
    let line = migrate::lifted(line, v);
    let event = decode::thorough(line.clone());
    let event = event.filter(|event| decode::has_form_of(&line, &event.kind));
    let raw = Some(text.into());
    event.map(|event| Event { raw, ..event }).ok_or(DecodeError::Newer)
}

/// Writes down a moment by itself.
pub fn write_moment(at: Timestamp) -> String {
    to_json(&at)
}

/// Reads a moment that stands by itself; `None` if the text is none.
pub fn read_moment(text: &str) -> Option<Timestamp> {
    serde_json::from_str(text).ok()
}

/// The line of an object that came with a file, whatever order its fields are in and whether or not it has a sum;
/// `None` if it is no object.
pub(crate) fn of_file(object: Value) -> Option<String> {
    let Value::Object(mut fields) = object else { return None };
    fields.retain(|(name, _)| name != "sum");
    Some(sealed(&Value::Object(fields)))
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
        Checksum::Right => header_scan::id(text).or_else(|| read_id(text)),
        Checksum::Missing => read_id(text),
        Checksum::Wrong => None,
    }
}

fn read_id(text: &str) -> Option<EventId> {
    match read(text) {
        Ok(event) => Some(event.id()),
        Err(DecodeError::Newer) => decode::outside(&Value::read(text)?).map(|(id, _)| id),
        Err(DecodeError::Damaged) => None,
    }
}

/// What a line says it belongs to, as far as a newer line can be understood.
pub(crate) fn record(text: &str) -> Option<Record> {
    Record::parse(Value::read(text)?.field("of")?.text()?)
}

/// The client that an opening names, read or not.
pub(crate) fn client(text: &str) -> Option<EventId> {
    let line = Value::read(text)?;
    EventId::parse(decode::only(line.field("act")?)?.1.field("client")?.text()?)
}
