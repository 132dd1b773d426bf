//! Data imported from a file without a log: each object is kept unchanged as one event, and read again each time the
//! meeting is computed.
//!
//! This module reads such objects and creates the events that keep them. Every import of an object gives the same
//! event.

pub(crate) mod extra_fields;
mod fields;
mod ids;
pub(crate) mod intervals;
mod meeting;
pub(crate) mod review;
pub(crate) mod unread;

pub(crate) use extra_fields::{ExtraFields, ExtraFieldsById, Fields, last_of_each};
pub(crate) use ids::{MAX_N, client_id, id_text, meeting_id, own, part_id};
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

/// Creates the event that keeps a client object; `None` if the object is not valid.
pub(crate) fn client(json: String) -> Option<Event> {
    let object = Value::read(&json)?;
    let id = client_id(id_text(&object)?);
    client_name(&object)?;
    let kind = EventKind::ClientImported(RawObject::parse(json)?);
    Some(event(id, 0, Record::Begun(id), kind))
}

/// Returns the name in a client object; `None` if it is missing, blank or longer than [`MAX_NAME`].
pub(crate) fn client_name<'a>(object: &'a Value) -> Option<&'a str> {
    let name = object.field("name")?.text()?;
    (!name.trim().is_empty() && name.chars().nth(MAX_NAME).is_none()).then_some(name)
}

/// Creates the event that keeps a meeting object; `None` if the object is not valid.
pub(crate) fn meeting(json: String) -> Option<Event> {
    let object = Value::read(&json)?;
    let id = meeting_id(id_text(&object)?);
    let started_wall_ms = ImportedMeeting::read(id, &object)?.started_wall_ms;
    let kind = EventKind::MeetingImported(RawObject::parse(json)?);
    Some(event(id, started_wall_ms, Record::Begun(id), kind))
}

/// Creates the event that keeps the unread data of a file; `None` if there is none.
pub(crate) fn rest(rest: &UnreadData) -> Option<Event> {
    let json = rest.json()?;
    let id = EventId::named(&json);
    Some(event(id, 0, Record::Settings, EventKind::DataImported(RawObject::parse(json)?)))
}

/// Returns an event without the data of the records for which `gone` returns true. Only events that keep the unread
/// data of a file change; `None` if nothing is left of one.
pub(crate) fn without(event: &Event, gone: &dyn Fn(EventId) -> bool) -> Option<Event> {
    let EventKind::DataImported(json) = &event.kind else { return Some(event.clone()) };
    let Some(object) = Value::read(json.get()) else { return Some(event.clone()) };
    rest(&UnreadData::of(&object).without(gone))
}

fn event(id: EventId, wall_ms: i64, of: Record, kind: EventKind) -> Event {
    Event { n: id.n, at: Timestamp { boot: id.boot, wall_ms, mono_ms: 0 }, of, kind, raw: None }
}

/// Returns whether an event that keeps an object is equal to the event created from that object. True for all other
/// events.
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
