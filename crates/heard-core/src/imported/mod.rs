//! What came with a file and has no log: its object is kept word for word as one event, and read anew in each fold.
//!
//! What may live here reads such objects, and names the events that keep them, the same from every import.

pub(crate) mod extra_fields;
pub(crate) mod intervals;
mod meeting;
pub(crate) mod review;
pub(crate) mod unread;

pub(crate) use extra_fields::{ExtraFields, ExtraFieldsById, Fields, last_of_each};
pub(crate) use intervals::{Holds, Tile, Tiles};
pub(crate) use meeting::{ImportedMeeting, parts};
pub(crate) use review::after_items;
pub(crate) use unread::{NOT_REST, UnreadData, client_of};

use crate::codec::value::Value;
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::limits::MAX_NAME;
use crate::event::raw_object::RawObject;
use crate::event::timestamp::Timestamp;

/// The longest name of a thing in a file, in characters.
const MAX_ID: usize = 200;
/// The highest number taken over from a file. Half of what can be written, so that counting on from it never ends.
pub(crate) const MAX_N: u64 = 1 << 39;

/// The name of a client that a file knows by a text.
pub(crate) fn client_id(text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&["client ", text].concat()))
}

/// The name of a meeting that a file knows by a text.
pub(crate) fn meeting_id(text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&["meeting ", text].concat()))
}

/// The name of a mark or capture that a file knows by a text.
pub(crate) fn part_id(meeting: EventId, text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&[&meeting.to_string(), " ", text].concat()))
}

/// One of our own names, written exactly as we write it. All others are named by their text: other tools number
/// clients, meetings and captures alike, which is why that says what they are.
pub(crate) fn own(text: &str) -> Option<EventId> {
    EventId::parse(text).filter(|id| id.n <= MAX_N && id.to_string() == text)
}

/// The text by which a file knows an object, if it may be one.
pub(crate) fn id_text<'a>(object: &'a Value) -> Option<&'a str> {
    let text = object.field("id")?.text()?;
    (!text.is_empty() && text.chars().nth(MAX_ID).is_none()).then_some(text)
}

/// The event that keeps a client's object, if it is sound.
pub(crate) fn client(json: String) -> Option<Event> {
    let object = Value::read(&json)?;
    let id = client_id(id_text(&object)?);
    client_name(&object)?;
    let kind = EventKind::ClientImported(RawObject::parse(json)?);
    Some(event(id, 0, Record::Begun(id), kind))
}

/// The name in a client's object.
pub(crate) fn client_name<'a>(object: &'a Value) -> Option<&'a str> {
    let name = object.field("name")?.text()?;
    (!name.trim().is_empty() && name.chars().nth(MAX_NAME).is_none()).then_some(name)
}

/// The event that keeps a meeting's object, if it is sound.
pub(crate) fn meeting(json: String) -> Option<Event> {
    let object = Value::read(&json)?;
    let id = meeting_id(id_text(&object)?);
    let started_wall_ms = ImportedMeeting::read(id, &object)?.started_wall_ms;
    let kind = EventKind::MeetingImported(RawObject::parse(json)?);
    Some(event(id, started_wall_ms, Record::Begun(id), kind))
}

/// The event that keeps the rest of a file, if there is any.
pub(crate) fn rest(rest: &UnreadData) -> Option<Event> {
    let json = rest.json()?;
    let id = EventId::named(&json);
    Some(event(id, 0, Record::Settings, EventKind::DataImported(RawObject::parse(json)?)))
}

/// What becomes of the event that keeps the rest of a file when these records go: none, if nothing is left of it. Of
/// any other event, nothing changes.
pub(crate) fn without(event: &Event, gone: &dyn Fn(EventId) -> bool) -> Option<Event> {
    let EventKind::DataImported(json) = &event.kind else { return Some(event.clone()) };
    let Some(object) = Value::read(json.get()) else { return Some(event.clone()) };
    rest(&UnreadData::of(&object).without(gone))
}

fn event(id: EventId, wall_ms: i64, of: Record, kind: EventKind) -> Event {
    Event { n: id.n, at: Timestamp { boot: id.boot, wall_ms, mono_ms: 0 }, of, kind, raw: None }
}

/// Whether an event that keeps an object is the one that this object gives; of other events, nothing is said.
pub(crate) fn is_sound(event: &Event) -> bool {
    let made = match &event.kind {
        EventKind::ClientImported(json) => client(json.get().to_owned()),
        EventKind::MeetingImported(json) => meeting(json.get().to_owned()),
        EventKind::DataImported(json) => {
            Value::read(json.get()).and_then(|object| rest(&UnreadData::of(&object)))
        }
        _ => return true,
    };
    made.as_ref() == Some(event)
}
