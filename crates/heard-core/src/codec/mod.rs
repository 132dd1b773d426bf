//! Encoding and decoding of events: each is one line of JSON, whose last field is a checksum.

pub mod archive;
pub(crate) mod checksum;
mod decode;
pub(crate) mod header_scan;
mod line;
mod migrate;
pub mod value;

pub use line::{DecodeError, VERSION};

use std::borrow::Cow;

use crate::codec::checksum::Checksum;
use crate::codec::line::{MAX_N, encode, with_checksum};
use crate::codec::value::{Value, to_json};
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::timestamp::Timestamp;

/// The line of an event: the line from which it was read, if this build would write another one.
pub fn write(event: &Event) -> String {
    match &event.raw {
        Some(raw) => raw.as_ref().to_owned(),
        None => encode(event),
    }
}

/// The line of an event, borrowed where it is at hand.
pub(crate) fn line(event: &Event) -> Cow<'_, str> {
    event.raw.as_deref().map_or_else(|| Cow::Owned(encode(event)), Cow::Borrowed)
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
    if let Some(event) = quick.filter(|event| event.n <= MAX_N && encode(event) == text) {
        return Ok(event);
    }
    if sum == Checksum::Wrong {
        return Err(DecodeError::Damaged);
    }
    let line = Value::read(text).ok_or(DecodeError::Damaged)?;
    let (id, v) = decode::outside(&line).ok_or(DecodeError::Damaged)?;
    // Whether a future version has a checksum is not known; those up to this build's have one from version 2 on.
    let lacks_sum = sum == Checksum::Missing && (2..=VERSION).contains(&v);
    if v == 0 || id.n > MAX_N || lacks_sum {
        return Err(DecodeError::Damaged);
    }
    // The envelope is sound, so a kind that can not be read is of a newer version.
    if v > VERSION {
        return Err(DecodeError::Newer);
    }
    let line = migrate::to_current(line, v);
    let event = decode::thorough(line.clone());
    let event = event.filter(|event| decode::has_form_of(&line, &event.kind));
    let raw = Some(text.into());
    event.map(|event| Event { raw, ..event }).ok_or(DecodeError::Newer)
}

/// A moment as JSON, outside of an event.
pub fn write_moment(at: Timestamp) -> String {
    to_json(&at)
}

/// Reads what [`write_moment`] wrote; `None` if the text is not a moment.
pub fn read_moment(text: &str) -> Option<Timestamp> {
    serde_json::from_str(text).ok()
}

/// The line of an object that came with a file, whatever order its fields are in and whether or not it has a sum;
/// `None` if it is no object.
pub(crate) fn of_file(object: Value) -> Option<String> {
    let Value::Object(mut fields) = object else { return None };
    fields.retain(|(name, _)| name != "sum");
    Some(with_checksum(&Value::Object(fields)))
}

/// The FNV-1a checksum of a text in eight hexadecimal digits, by which damaged bytes are named.
pub fn sum_of(text: &str) -> String {
    let mut line = text.to_owned();
    checksum::end(&mut line);
    checksum::digits(&line).to_owned()
}

/// The id of the event of a line of any version; `None` for a damaged line.
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

/// The record of a line, as far as a line of a newer version can be understood.
pub(crate) fn record(text: &str) -> Option<Record> {
    Record::parse(Value::read(text)?.field("of")?.text()?)
}

/// The client of the line of an opened meeting, which may be of a newer version.
pub(crate) fn client(text: &str) -> Option<EventId> {
    let line = Value::read(text)?;
    EventId::parse(decode::only(line.field("act")?)?.1.field("client")?.text()?)
}
