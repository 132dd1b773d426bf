//! The events of the log. Each has an identifier, a time, a record and a kind.

mod as_text;
pub mod away;
pub mod capture;
mod flat;
pub mod floor;
pub mod id;
pub mod kind;
mod kind_queries;
pub mod limits;
pub mod loop_step;
mod meeting_kind;
mod payload;
pub mod raw_object;
pub mod refusal;
pub mod review;
pub mod settings;
pub mod timestamp;

use std::cmp::Ordering;
use std::rc::Rc;

use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::timestamp::Timestamp;
use crate::sorted_map;

/// An event of the log. Events are never changed; another event can undo one.
///
/// Two events are equal if their data is equal, regardless of the spelling of their lines.
#[derive(Clone, Debug)]
pub struct Event {
    /// One more than the highest number that the writer had seen; together with the `boot` of `at`, the event's
    /// identifier.
    pub n: u64,
    /// When the event happened.
    pub at: Timestamp,
    /// The record that it belongs to.
    pub of: Record,
    /// What happened, with its data.
    pub kind: EventKind,
    /// The line as it was read, if writing the event again would give different bytes: it has an older version, another
    /// spelling, or fields unknown to this build. `None` otherwise.
    pub raw: Option<Rc<str>>,
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        (self.n, self.at, self.of) == (other.n, other.at, other.of) && self.kind == other.kind
    }
}

impl Eq for Event {}

impl Event {
    /// The event's identifier, which also determines its order.
    pub const fn id(&self) -> EventId {
        EventId { n: self.n, boot: self.at.boot }
    }
}

/// Compares events by their identifiers.
pub(crate) fn by_id(one: &Event, other: &Event) -> Ordering {
    one.id().cmp(&other.id())
}

/// Groups events by client and meeting, in order. Events of the settings are left out.
pub(crate) fn by_record(mut events: Vec<Event>) -> Vec<(EventId, Vec<Event>)> {
    sorted_map::sort(&mut events, &|one, other| (one.of, one.id()).cmp(&(other.of, other.id())));
    let mut records: Vec<(EventId, Vec<Event>)> = Vec::new();
    for event in events {
        let Record::Begun(id) = event.of else { continue };
        match records.last_mut() {
            Some((last, events)) if *last == id => events.push(event),
            _ => records.push((id, vec![event])),
        }
    }
    records
}
