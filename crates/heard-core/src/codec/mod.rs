//! Encoding and decoding of events. An event is one line of JSON, whose last field is a checksum.

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

/// Encodes an event as a line, or returns the line from which it was decoded if that was spelled differently.
pub fn write(event: &Event) -> String {
    match &event.raw {
        Some(raw) => raw.as_ref().to_owned(),
        None => encode(event),
    }
}

/// Like [`write`], but borrows the stored line if there is one.
pub(crate) fn line(event: &Event) -> Cow<'_, str> {
    event.raw.as_deref().map_or_else(|| Cow::Owned(encode(event)), Cow::Borrowed)
}

/// Decodes a line of this version or an older one.
///
/// # Errors
///
/// [`DecodeError::Newer`] if the line is valid but of a newer version, or has a kind or a value that this build does not
/// know;
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
    let (id, v) = decode::header(&line).ok_or(DecodeError::Damaged)?;
    // Whether a future version has a checksum is not known; those up to this build's have one from version 2 on.
    let lacks_sum = sum == Checksum::Missing && (2..=VERSION).contains(&v);
    if v == 0 || id.n > MAX_N || lacks_sum {
        return Err(DecodeError::Damaged);
    }
    // The header is valid, so a kind that can not be decoded is of a newer version.
    if v > VERSION {
        return Err(DecodeError::Newer);
    }
    let line = migrate::to_current(line, v);
    let event = decode::thorough(line.clone());
    let event = event.filter(|event| decode::has_form_of(&line, &event.kind));
    let raw = Some(text.into());
    event.map(|event| Event { raw, ..event }).ok_or(DecodeError::Newer)
}

/// Encodes a timestamp as JSON, outside of an event.
pub fn write_moment(at: Timestamp) -> String {
    to_json(&at)
}

/// Decodes a timestamp from [`write_moment`]; `None` if the text is not one.
pub fn read_moment(text: &str) -> Option<Timestamp> {
    serde_json::from_str(text).ok()
}

/// The line of an event's object in a file, with its checksum added or replaced; the order of the fields is kept.
/// `None` if the value is not an object.
pub(crate) fn of_file(object: Value) -> Option<String> {
    let Value::Object(mut fields) = object else { return None };
    fields.retain(|(name, _)| name != "sum");
    Some(with_checksum(&Value::Object(fields)))
}

/// The 32-bit FNV-1a checksum of a text in eight hexadecimal digits, which identifies damaged bytes.
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
        Err(DecodeError::Newer) => decode::header(&Value::read(text)?).map(|(id, _)| id),
        Err(DecodeError::Damaged) => None,
    }
}

/// The record of a line, which may be of a newer version; `None` if it can not be read.
pub(crate) fn record(text: &str) -> Option<Record> {
    Record::parse(Value::read(text)?.field("of")?.text()?)
}

/// The client in the line that opened a meeting, which may be of a newer version; `None` if it has none.
pub(crate) fn client(text: &str) -> Option<EventId> {
    let line = Value::read(text)?;
    EventId::parse(decode::only(line.field("act")?)?.1.field("client")?.text()?)
}
